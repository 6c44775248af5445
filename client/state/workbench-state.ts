import type { ConsoleAnswer } from '../graph/console-answer.ts';

/** The pages of the workbench's left half. */
export const WORKBENCH_PAGES = ['write', 'questions', 'examples', 'favourites', 'history'] as const;
export type WorkbenchPage = (typeof WORKBENCH_PAGES)[number];

/** What the workbench knows beside the view: the answer at hand, and what this browser keeps. */
export interface WorkbenchState {
  /** What the last run has given so far. */
  readonly answer: ConsoleAnswer | null;
  readonly page: WorkbenchPage;
  /** Height of the docked pane in CSS pixels. */
  readonly heightPx: number;
}

export const PANE_MIN_PX = 160;
export const PANE_DEFAULT_PX = 360;

export const INITIAL_WORKBENCH_STATE: WorkbenchState = {
  answer: null,
  page: 'write',
  heightPx: PANE_DEFAULT_PX,
};
