import { answerKey } from '../state/answers.ts';
import { applyStep } from '../state/history.ts';
import { isAboutPaths, type ViewState } from '../state/view-state.ts';
import type { CommandContext } from './command.ts';

/** Another question is another picture of the paths alone, and without one there is none. */
function settleLayers(before: ViewState, after: ViewState): ViewState {
  if (after.layout !== 'layered') return after;
  if (!isAboutPaths(after.question)) return { ...after, layout: 'bridge', camera: null };
  return answerKey(before.question) === answerKey(after.question) ? after : { ...after, camera: null };
}

/** Changes the view as one step that can be undone. */
export function changeView(
  context: CommandContext,
  label: string,
  change: (view: ViewState) => ViewState,
  mergeKey: string | null = null,
): void {
  context.app.update((state) => ({
    ...state,
    history: applyStep(
      state.history,
      label,
      settleLayers(state.history.view, change(state.history.view)),
      mergeKey,
    ),
  }));
}

export function viewOf(context: CommandContext): ViewState {
  return context.app.get().history.view;
}

/** Says something once; screen readers hear it. */
export function say(context: CommandContext, notice: string): void {
  context.app.update((state) => ({ ...state, notice }));
}

/** The entity an act is about: its target, else the selection; null where that is no entity. */
export function targetNode(context: CommandContext): string | null {
  const target = context.target ?? viewOf(context).selection;
  return target?.kind === 'node' ? target.id : null;
}

export function captionOf(context: CommandContext, id: string): string {
  const graph = context.app.get().data?.graph;
  return graph?.hasNode(id) ? graph.getNodeAttributes(id).caption : id;
}
