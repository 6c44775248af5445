import { isSameView, type ViewState } from './view-state.ts';

export interface HistoryStep {
  /** What was done, as a person says it. */
  readonly label: string;
  readonly view: ViewState;
}

/** The view with all that can be undone and redone. */
export interface ViewHistory {
  readonly view: ViewState;
  readonly past: readonly HistoryStep[];
  readonly future: readonly HistoryStep[];
  /** Steps of one kind that follow each other, such as moves of the camera, count as one. */
  readonly mergeKey: string | null;
}

const PAST_MAX_STEPS = 200;

export function createHistory(view: ViewState): ViewHistory {
  return { view, past: [], future: [], mergeKey: null };
}

/** A new view after an act. With a merge key equal to the last step's, the last step is continued instead. */
export function applyStep(
  history: ViewHistory,
  label: string,
  view: ViewState,
  mergeKey: string | null = null,
): ViewHistory {
  if (isSameView(history.view, view)) return history;
  if (mergeKey !== null && mergeKey === history.mergeKey) return { ...history, view, future: [] };
  const past = [...history.past, { label, view: history.view }].slice(-PAST_MAX_STEPS);
  return { view, past, future: [], mergeKey };
}

export function undoStep(history: ViewHistory): ViewHistory {
  const step = history.past.at(-1);
  if (!step) return history;
  const future = [{ label: step.label, view: history.view }, ...history.future];
  return { view: step.view, past: history.past.slice(0, -1), future, mergeKey: null };
}

export function redoStep(history: ViewHistory): ViewHistory {
  const step = history.future[0];
  if (!step) return history;
  const past = [...history.past, { label: step.label, view: history.view }];
  return { view: step.view, past, future: history.future.slice(1), mergeKey: null };
}

/** A view that came from elsewhere, such as the browser's Back: an undo or redo where it is one, else a step. */
export function visitView(history: ViewHistory, view: ViewState, label: string): ViewHistory {
  const before = history.past.at(-1);
  if (before && isSameView(before.view, view)) return undoStep(history);
  const after = history.future[0];
  if (after && isSameView(after.view, view)) return redoStep(history);
  return applyStep(history, label, view);
}
