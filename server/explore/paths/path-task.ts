import { connectEnds } from '../../topology/connect-ends.ts';
import type { Connection } from '../../topology/connect-ends.ts';
import { createWalkMask } from '../../topology/edge-mask.ts';
import type { WalkFilter } from '../../topology/edge-mask.ts';
import type { PathAnswer, PathQuery } from '../../topology/found-path.ts';
import type { PathSearch } from '../../topology/path-search.ts';
import { createPathWeights, SCORE_PARTS } from '../../topology/path-weights.ts';
import type { PathWeights, ScoreWeights } from '../../topology/path-weights.ts';
import type { Topology } from '../../topology/topology.ts';
import { RELATION_FACTORS } from './relation-factors.ts';

export interface WalkTask {
  readonly filter: WalkFilter;
  readonly scoreWeights: ScoreWeights;
  /** Days since 1970-01-01, for the age of what is stated. */
  readonly dayNow: number;
  readonly maxHops: number;
}

/** A search for paths as plain data, which a thread can be handed; nodes are numbers in the topology. */
export interface PathTask extends WalkTask {
  readonly kind: 'any' | 'shortest' | 'k-shortest';
  readonly from: number;
  readonly ends: readonly number[];
  readonly through: readonly number[];
  readonly walk: 'any' | 'out';
  readonly k: number;
  readonly rank: 'length' | 'score';
}

/** A search for the graph between several. */
export interface ConnectTask extends WalkTask {
  readonly kind: 'connect';
  readonly ends: readonly number[];
}

/** What tasks cost and score by. */
export type WeightsOf = (task: WalkTask) => PathWeights;

/** Sets of weights that are kept. */
const MOST_KEPT = 16;

/**
 * Keeps the weights that were asked for last: most ask with the same ones, and what they have worked out of a snapshot
 * they need not work out again.
 */
export function createWeightsOf(topology: Topology): WeightsOf {
  const kept = new Map<string, PathWeights>();
  return ({ scoreWeights, dayNow }) => {
    const key = [dayNow, ...SCORE_PARTS.map((part) => scoreWeights[part] ?? 1)].join(' ');
    const weights = kept.get(key) ?? createPathWeights(topology, scoreWeights, dayNow, RELATION_FACTORS);
    kept.delete(key);
    kept.set(key, weights);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return weights;
  };
}

/** One path of least hops; through given nodes the best one, as there is no shorter way to one of them. */
function findAny(search: PathSearch, query: PathQuery): PathAnswer {
  if (query.through !== undefined && query.through.length > 0) return search.shortest(query, 1);
  const { reach, path } = search.anyShortest(query);
  return { reach, paths: path ? [path] : [], hasMore: false };
}

/** Searches here and now, until it is told to stop. */
export function runTask(
  topology: Topology,
  search: PathSearch,
  weightsOf: WeightsOf,
  task: PathTask | ConnectTask,
  shouldStop: () => boolean,
): PathAnswer | Connection {
  const { maxHops, ends } = task;
  const mask = createWalkMask(topology, task.filter);
  const weights = weightsOf(task);
  if (task.kind === 'connect')
    return connectEnds(topology, { ends, mask, weights, maxHops, shouldStop }, search);
  const { from, through, walk, k } = task;
  const query = { from, ends, through, mask, weights, maxHops, walk, shouldStop };
  if (task.kind === 'any') return findAny(search, query);
  return task.kind === 'shortest' ? search.shortest(query, k) : search.kShortest(query, k, task.rank);
}
