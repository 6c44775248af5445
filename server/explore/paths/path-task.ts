import { connectEnds } from '../../topology/connect-ends.ts';
import type { Connection } from '../../topology/connect-ends.ts';
import { createWalkMask } from '../../topology/edge-mask.ts';
import type { WalkFilter } from '../../topology/edge-mask.ts';
import type { PathAnswer } from '../../topology/found-path.ts';
import type { PathSearch } from '../../topology/path-search.ts';
import { createPathWeights } from '../../topology/path-weights.ts';
import type { PathWeights, ScoreWeights } from '../../topology/path-weights.ts';
import type { Topology } from '../../topology/topology.ts';
import { RELATION_FACTORS } from './relation-factors.ts';

interface WalkTask {
  readonly filter: WalkFilter;
  readonly scoreWeights: ScoreWeights;
  /** Days since 1970-01-01, for the age of what is stated. */
  readonly dayNow: number;
  readonly maxHops: number;
}

/** A search for paths as plain data, which a thread can be handed; nodes are numbers in the topology. */
export interface PathTask extends WalkTask {
  readonly kind: 'shortest' | 'k-shortest';
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

/** What a task costs and scores by. */
export function weightsOf(topology: Topology, task: WalkTask): PathWeights {
  return createPathWeights(topology, task.scoreWeights, task.dayNow, RELATION_FACTORS);
}

/** Searches here and now, until it is told to stop. */
export function runTask(
  topology: Topology,
  search: PathSearch,
  task: PathTask | ConnectTask,
  shouldStop: () => boolean,
): PathAnswer | Connection {
  const { maxHops, ends } = task;
  const mask = createWalkMask(topology, task.filter);
  const weights = weightsOf(topology, task);
  if (task.kind === 'connect')
    return connectEnds(topology, { ends, mask, weights, maxHops, shouldStop }, search);
  const { from, through, walk, k } = task;
  const query = { from, ends, through, mask, weights, maxHops, walk, shouldStop };
  return task.kind === 'shortest' ? search.shortest(query, k) : search.kShortest(query, k, task.rank);
}
