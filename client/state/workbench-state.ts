import type { ConsoleAnswer } from '../graph/console-answer.ts';
import type { Favourite } from './favourites.ts';
import type { Kept } from './shelf.ts';

/** The pages of the workbench's left half. */
export const WORKBENCH_PAGES = ['write', 'questions', 'examples', 'favourites', 'history'] as const;
export type WorkbenchPage = (typeof WORKBENCH_PAGES)[number];

/** What the workbench knows beside the view: the answer at hand, and what this browser keeps. */
export interface WorkbenchState extends Kept {
  /** What the last run has given so far. */
  readonly answer: ConsoleAnswer | null;
  readonly page: WorkbenchPage;
  /** Height of the docked pane in CSS pixels. */
  readonly heightPx: number;
  /** The favourite that was deleted last, and can be put back. */
  readonly deleted: Favourite | null;
  /** The favourite whose title and folder are being changed. */
  readonly edited: string | null;
  /** What came of the last file of favourites. */
  readonly importOutcome: string | null;
  /** The parameter whose field wants the cursor, as a run was asked for without it. */
  readonly wantedParameter: { readonly name: string } | null;
  /** The reader opened the workbench: the editor takes the cursor when it is there. */
  readonly isCursorWanted: boolean;
}

export const PANE_MIN_PX = 160;
export const PANE_DEFAULT_PX = 360;

/** A workbench in which nothing has been done yet. */
export function createWorkbenchState(kept: Kept, heightPx = PANE_DEFAULT_PX): WorkbenchState {
  return {
    ...kept,
    answer: null,
    page: 'write',
    heightPx,
    deleted: null,
    edited: null,
    importOutcome: null,
    wantedParameter: null,
    isCursorWanted: false,
  };
}
