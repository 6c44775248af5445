import type { WorkbenchState } from '../state/workbench-state.ts';
import { withParameter, type QueryParameter } from '../state/query-parameter.ts';
import { QUERY_MAX_CHARACTERS, type WorkbenchView } from '../state/workbench-view.ts';
import { changeView, viewOf } from './change-view.ts';
import type { CommandContext } from './command.ts';

/** Changes what of the workbench belongs to the view; a step that can be undone. */
export function changeWorkbenchView(
  context: CommandContext,
  label: string,
  change: (workbench: WorkbenchView) => WorkbenchView,
  mergeKey: string | null = null,
): void {
  changeView(context, label, (view) => ({ ...view, workbench: change(view.workbench) }), mergeKey);
}

/** Changes what the workbench knows beside the view. */
export function updateWorkbench(
  context: Pick<CommandContext, 'app'>,
  change: (workbench: WorkbenchState) => WorkbenchState,
): void {
  context.app.update((state) => ({ ...state, workbench: change(state.workbench) }));
}

export function isWorkbenchOpen(context: CommandContext): boolean {
  return viewOf(context).workbench.isOpen;
}

/** The text as it stands in the editor, which may be ahead of the view by what was typed just now. */
export function writtenText(context: CommandContext): string {
  return context.editor.text() ?? viewOf(context).workbench.query;
}

/** Takes what was typed into the view. Steps of typing that follow each other are one. */
export function takeText(context: CommandContext, text = writtenText(context)): void {
  const query = text.slice(0, QUERY_MAX_CHARACTERS);
  changeWorkbenchView(context, 'Write', (workbench) => ({ ...workbench, query }), 'write');
}

/** Opens a statement with its values in the editor; values of other parameters stay. */
export function openQuery(
  context: CommandContext,
  { query, parameters }: { readonly query: string; readonly parameters: readonly QueryParameter[] },
): void {
  takeText(context);
  changeWorkbenchView(context, 'Open a statement', (workbench) => ({
    isOpen: true,
    query: query.slice(0, QUERY_MAX_CHARACTERS),
    parameters: parameters.reduce(withParameter, workbench.parameters),
  }));
}
