import type { ConsoleAnswer } from '../graph/console-answer.ts';
import { readParameters, type QueryParameter } from './query-parameter.ts';
import { QUERY_MAX_CHARACTERS } from './workbench-view.ts';

/** A statement that ran, with its values and what came of it. */
export interface HistoryEntry {
  readonly query: string;
  readonly parameters: readonly QueryParameter[];
  /** When it ran last, in milliseconds since 1970. */
  readonly ranAtMs: number;
  /** What came of it, in a few words. */
  readonly outcome: string;
}

/** The newest runs are kept, each statement with its values once. */
export const HISTORY_MAX_ENTRIES = 200;

function isSameRun(a: HistoryEntry, b: HistoryEntry): boolean {
  return a.query === b.query && JSON.stringify(a.parameters) === JSON.stringify(b.parameters);
}

/** The history with a run at its head, newest first. */
export function withRun(history: readonly HistoryEntry[], run: HistoryEntry): readonly HistoryEntry[] {
  return [run, ...history.filter((entry) => !isSameRun(entry, run))].slice(0, HISTORY_MAX_ENTRIES);
}

/** The runs that hold all words of a text in statement, values or outcome, in any case. */
export function searchHistory(history: readonly HistoryEntry[], text: string): readonly HistoryEntry[] {
  const words = text
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  return history.filter((entry) => {
    const values = entry.parameters.map((parameter) => parameter.text).join(' ');
    const hay = `${entry.query} ${values} ${entry.outcome}`.toLowerCase();
    return words.every((word) => hay.includes(word));
  });
}

/** What was kept of a history; what cannot be read is left out. */
export function readHistory(value: unknown): readonly HistoryEntry[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, HISTORY_MAX_ENTRIES).flatMap((entry): HistoryEntry[] => {
    if (typeof entry !== 'object' || entry === null) return [];
    const { query, parameters, ranAtMs, outcome } = entry as Record<string, unknown>;
    if (typeof query !== 'string' || query.length > QUERY_MAX_CHARACTERS) return [];
    if (typeof ranAtMs !== 'number' || !Number.isFinite(ranAtMs)) return [];
    return [
      {
        query,
        parameters: readParameters(parameters),
        ranAtMs,
        outcome: typeof outcome === 'string' ? outcome : '',
      },
    ];
  });
}

/** What came of a run, in a few words. */
export function describeOutcome(answer: ConsoleAnswer): string {
  const time = answer.elapsedMs === null ? '' : ` · ${answer.elapsedMs.toLocaleString('en')} ms`;
  if (answer.status === 'failed') return answer.problem?.title ?? 'failed';
  if (answer.status === 'cancelled') return `cancelled${time}`;
  if (answer.plan !== null && answer.rows.length === 0) return `plan${time}`;
  const rows = answer.rows.length;
  const cut = answer.truncatedBy === null ? '' : ' of more';
  return `${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}${cut}${time}`;
}
