import type { ResultViews } from '../graph/answer/choose-view.ts';
import type { BetweenQuestion, PathQuestion, SharedQuestion } from './path-question.ts';
import { INITIAL_WORKBENCH, type WorkbenchView } from './workbench-view.ts';

/** What the reader looks at closely: an entity, several of them, or relationships that one line stands for. */
export type Selection =
  | { readonly kind: 'node'; readonly id: string }
  | { readonly kind: 'nodes'; readonly ids: readonly string[] }
  | { readonly kind: 'edges'; readonly ids: readonly string[] };

/** A question whose answer is shown beside and on the canvas. */
export type Question =
  | PathQuestion
  | BetweenQuestion
  | SharedQuestion
  | { readonly kind: 'signed'; readonly year: number }
  | { readonly kind: 'ended' }
  | { readonly kind: 'disputed' };

export interface CameraPlace {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

/** `layered`: the answer to a question about paths alone, one column a hop; it stands only beside such a question. */
export type LayoutName = 'bridge' | 'force' | 'layered';

/**
 * All that decides what is seen. It is a value: every change makes a new one, undo goes back to an old one, and the
 * address holds it whole.
 */
export interface ViewState {
  readonly layout: LayoutName;
  /** In the force layout: the entities on the canvas, or everything. */
  readonly shown: readonly string[] | 'everything';
  /** Entities taken off the canvas. */
  readonly hidden: readonly string[];
  /** Things whose folded members are shown on the bridge. */
  readonly unfolded: readonly string[];
  /** Bands the reader opened, in the order of opening. */
  readonly openBands: readonly string[];
  readonly isList: boolean;
  readonly selection: Selection | null;
  readonly question: Question | null;
  readonly tab: 'about' | 'partners';
  /** Null = the whole picture. */
  readonly camera: CameraPlace | null;
  readonly workbench: WorkbenchView;
  /** How the reader chose to look at answers, by their kind. */
  readonly resultViews: ResultViews;
  /** The picture of an answer has the relationships between its entities that were not returned, too. */
  readonly hasEdgesBetween: boolean;
}

export const INITIAL_VIEW: ViewState = {
  layout: 'bridge',
  shown: 'everything',
  hidden: [],
  unfolded: [],
  openBands: [],
  isList: false,
  selection: null,
  question: null,
  tab: 'about',
  camera: null,
  workbench: INITIAL_WORKBENCH,
  resultViews: {},
  hasEdgesBetween: false,
};

/** Several entities as a selection, each once; one is selected by itself, none is no selection. */
export function selectNodes(ids: readonly string[]): Selection | null {
  const unique = [...new Set(ids)];
  const [first] = unique;
  if (first === undefined) return null;
  return unique.length === 1 ? { kind: 'node', id: first } : { kind: 'nodes', ids: unique };
}

/** The entities that are selected. */
export function selectedNodes(selection: Selection | null): readonly string[] {
  if (selection?.kind === 'node') return [selection.id];
  return selection?.kind === 'nodes' ? selection.ids : [];
}

/** Does the answer to it have paths that can be drawn alone? */
export function isAboutPaths(question: Question | null): boolean {
  return question?.kind === 'path' || question?.kind === 'between' || question?.kind === 'shared';
}

export function isSameView(a: ViewState, b: ViewState): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
