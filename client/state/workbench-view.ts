import { readParameters, type QueryParameter } from './query-parameter.ts';

/** The part of the view that is the workbench: what is written, with what values, and whether its pane is open. */
export interface WorkbenchView {
  readonly isOpen: boolean;
  readonly query: string;
  readonly parameters: readonly QueryParameter[];
}

export const INITIAL_WORKBENCH: WorkbenchView = { isOpen: false, query: '', parameters: [] };

/** Characters of the text in the editor; with this bound the view fits into an address. */
export const QUERY_MAX_CHARACTERS = 30_000;

/** The workbench of an address; what cannot be read is left out. */
export function readWorkbench(value: unknown): WorkbenchView {
  if (typeof value !== 'object' || value === null) return INITIAL_WORKBENCH;
  const raw = value as Record<string, unknown>;
  const query = typeof raw['query'] === 'string' ? raw['query'].slice(0, QUERY_MAX_CHARACTERS) : '';
  return { isOpen: raw['isOpen'] === true, query, parameters: readParameters(raw['parameters']) };
}
