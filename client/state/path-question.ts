import type { BetweenQuery, PathsQuery, ScorePart } from '../../server/contract/path-requests.ts';
import type { EntityLabel } from '../../server/contract/vocabulary.ts';

type Ends = 'from' | 'to' | 'toAny' | 'toLabel' | 'toKind' | 'toCountry';

/** What a search of paths is told beside its ends; what is missing has its default. */
export type PathOptions = Readonly<Omit<PathsQuery, Ends | 'fields' | 'weights' | 'mode'>> & {
  /** Readers are shown the best; `any` is for programs. */
  readonly mode?: Exclude<PathsQuery['mode'], 'any'>;
  /** Weights of the parts of the score, 0 … 3; a missing one is 1. */
  readonly weights?: Readonly<Partial<Record<ScorePart, number>>> | undefined;
};

/** Instead of an end: the nearest entity of a label, kind or country. */
export interface NearestGoal {
  readonly label?: EntityLabel;
  readonly kind?: string;
  /** Two capital letters. */
  readonly country?: string;
}

/** How is one connected to another? An end that is null has not been chosen yet. */
export interface PathQuestion {
  readonly kind: 'path';
  readonly from: string | null;
  readonly to: string | NearestGoal | null;
  /** Place of the path that is read among those found. */
  readonly index: number;
  readonly options: PathOptions;
}

/** What connects several entities with each other? */
export interface BetweenQuestion {
  readonly kind: 'between';
  readonly ids: readonly string[];
  readonly options: PathOptions;
}

/** What do two entities have in common? */
export interface SharedQuestion {
  readonly kind: 'shared';
  readonly from: string;
  readonly to: string;
}

/** Entities that can be connected with each other at most. */
export const BETWEEN_MAX = 8;
/** Entities that each path can be made to pass through at most. */
export const THROUGH_MAX = 3;
export const WEIGHT_MAX = 3;
/** Paths at most, as the service has it. */
export const PATHS_MAX = 25;
export const HOPS_MAX = 12;

export function askPath(
  from: string | null,
  to: PathQuestion['to'],
  options: PathOptions = {},
): PathQuestion {
  return { kind: 'path', from, to, index: 0, options };
}

export function isNearestGoal(to: PathQuestion['to']): to is NearestGoal {
  return typeof to === 'object' && to !== null;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined) return true;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** Options with some of them changed; what is set to nothing falls back to its default. */
export function changeOptions(options: PathOptions, change: PathOptions): PathOptions {
  return Object.fromEntries(Object.entries({ ...options, ...change }).filter(([, value]) => !isEmpty(value)));
}

function toWeightList(weights: PathOptions['weights']): string[] | undefined {
  const list = Object.entries(weights ?? {}).map(([part, weight]) => `${part}:${weight}`);
  return list.length === 0 ? undefined : list;
}

/** Does the best score come first, whatever the length? It does unless the reader asks for another order. */
export function ranksByScore({ mode = 'k-shortest', rank = 'score' }: PathOptions): boolean {
  return mode === 'k-shortest' && rank === 'score';
}

/**
 * What the service is asked; null while an end is missing. The explorer asks for several paths by their score unless
 * told otherwise: an agreement says more of two than that they cooperate, though that is one hop less.
 */
export function pathsQueryOf({ from, to, options }: PathQuestion): PathsQuery | null {
  if (from === null || to === null) return null;
  const { weights, ...rest } = options;
  const goal = isNearestGoal(to)
    ? { toLabel: to.label && [to.label], toKind: to.kind, toCountry: to.country }
    : { to };
  const rank = ranksByScore(options) ? 'score' : rest.rank;
  const query = { mode: 'k-shortest', ...rest, rank, from, ...goal, weights: toWeightList(weights) };
  return Object.fromEntries(Object.entries(query).filter(([, value]) => !isEmpty(value))) as PathsQuery;
}

/** What the service is asked about several entities: only what says where may be walked. */
export function betweenQueryOf({ ids, options }: BetweenQuestion): BetweenQuery {
  const {
    mode: _mode,
    rank: _rank,
    k: _k,
    through: _through,
    direction: _direction,
    weights: _weights,
    ...walk
  } = options;
  return { ids: [...ids], ...walk };
}
