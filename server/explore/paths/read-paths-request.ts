import { AppError } from '../../app-error.ts';
import { SCORE_PARTS } from '../../contract/path-requests.ts';
import type { PathsQuery, ScorePart } from '../../contract/path-requests.ts';
import type { ExploreDeps } from '../explore-deps.ts';
import { requireNode } from '../find-by-id.ts';
import type { LoadedGraph } from '../load-graph.ts';
import { resolveDate } from '../resolve-date.ts';
import { findEnds } from './find-ends.ts';
import { createSearchBounds } from './path-finder.ts';
import type { SearchBounds } from './path-finder.ts';
import type { PathTask } from './path-task.ts';
import { listLeftOut, readWalkFilter } from './walk-rules.ts';

/** A request for paths, ready to be searched. */
export interface PathsRequest {
  readonly query: PathsQuery;
  readonly task: PathTask;
  readonly bounds: SearchBounds;
  /** In words. */
  readonly leftOut: readonly string[];
}

const MOST_PATHS = 25;

function defaultK(query: PathsQuery, pathMaxPaths: number): number {
  if (query.mode === 'all-shortest') return MOST_PATHS;
  return query.mode === 'k-shortest' ? pathMaxPaths : 1;
}

function kindOf(mode: PathsQuery['mode']): PathTask['kind'] {
  return mode === 'any' || mode === 'k-shortest' ? mode : 'shortest';
}

/** @throws AppError contradictory-parameters when a part is named twice */
export function readWeights(texts: readonly string[] | undefined): Record<ScorePart, number> {
  const weights: Record<ScorePart, number> = { length: 1, relations: 1, documents: 1, recency: 1, hubs: 1 };
  const named = new Set<string>();
  for (const text of texts ?? []) {
    const [part = '', weight] = text.split(':');
    if (named.has(part)) throw new AppError('contradictory-parameters', `weights names ${part} twice.`);
    named.add(part);
    const known = SCORE_PARTS.find((name) => name === part);
    if (known) weights[known] = Number(weight);
  }
  return weights;
}

function refuseContradictions(query: PathsQuery): void {
  if (query.rank !== undefined && query.mode !== 'k-shortest') {
    throw new AppError(
      'contradictory-parameters',
      'rank orders paths of different lengths: ask with mode=k-shortest.',
    );
  }
  if (query.mode === 'any' && query.k !== undefined) {
    throw new AppError('contradictory-parameters', 'mode=any finds one path: ask for k with another mode.');
  }
  const through = query.through ?? [];
  if (new Set(through).size < through.length) {
    throw new AppError('contradictory-parameters', 'through names an entity twice: a path passes it once.');
  }
  const isEnd = through.find(
    (id) => id === query.from || id === query.to || query.toAny?.includes(id) === true,
  );
  if (isEnd !== undefined) {
    throw new AppError('contradictory-parameters', `through names ${isEnd}, where the path begins or ends.`);
  }
}

/** @throws AppError unknown-id, invalid-parameter, contradictory-parameters */
export async function readPathsRequest(
  deps: ExploreDeps,
  graph: LoadedGraph,
  query: PathsQuery,
  signal: AbortSignal,
): Promise<PathsRequest> {
  refuseContradictions(query);
  const nowMs = deps.now();
  const ends = await findEnds(graph, query, signal);
  const through = (query.through ?? []).map((id) => requireNode(graph, id));
  const named = [
    query.from,
    ...(query.to === undefined ? (query.toAny ?? []) : [query.to]),
    ...(query.through ?? []),
  ];
  const filter = await readWalkFilter(graph, query, named, nowMs);
  return {
    query,
    leftOut: listLeftOut(query),
    bounds: createSearchBounds(deps.now, deps.limits.pathTimeoutMs, signal),
    task: {
      kind: kindOf(query.mode),
      from: requireNode(graph, query.from),
      ends: ends.filter((end) => !through.includes(end)),
      through,
      filter,
      scoreWeights: readWeights(query.weights),
      dayNow: resolveDate(query.asOf, nowMs).day.day,
      maxHops: query.maxHops ?? deps.limits.pathMaxHops,
      walk: query.direction ?? 'any',
      k: query.k ?? defaultK(query, deps.limits.pathMaxPaths),
      rank: query.rank ?? 'length',
    },
  };
}
