import { listByBeginnings } from './beginnings.ts';
import type { Growth, WaysOn } from './beginnings.ts';
import type { FoundPath, PathAnswer, PathQuery, SearchReach } from './found-path.ts';
import { findBridges } from './find-bridges.ts';
import { meet } from './meet.ts';
import { createPathKey } from './path-key.ts';
import type { SearchSpace } from './search-space.ts';
import { findShortestRests } from './shortest-rests.ts';
import type { StopCheck } from './stop-check.ts';

/** The best of the shortest paths, step by step. */
function readBest({ nextNodes, nextEdges }: SearchSpace, query: PathQuery, hops: number): FoundPath {
  const { hopCost, edgeCost, nodeCost } = query.weights;
  const nodes = [query.from];
  const edges: number[] = [];
  let cost = hopCost * (hops - 1);
  for (let node = query.from; edges.length < hops;) {
    const edge = nextEdges[node] as number;
    node = nextNodes[node] as number;
    nodes.push(node);
    edges.push(edge);
    cost += edgeCost(edge) + (edges.length === hops ? 0 : nodeCost(node));
  }
  return { nodes, edges, cost };
}

function waysOn(space: SearchSpace, hops: number): WaysOn {
  const { onShortest, restKeys, seen, back } = space;
  const { marks, base } = onShortest;
  return {
    isEnd: (node) => seen.marks[node] === back.base,
    bitOf: () => 0,
    all: 0,
    restOf: (node) => ((marks[node] as number) >= base ? (restKeys[node] as number) : Infinity),
    hopsOf: (node) => hops - ((marks[node] as number) - base),
  };
}

/**
 * The k best of the shortest paths: both ends search until they meet, the least cost of the rest is worked out for each
 * node of a shortest path, and the paths are read off in order.
 * @param blocked nodes to keep off
 */
export function listShortest(
  space: SearchSpace,
  query: PathQuery,
  k: number,
  check: StopCheck,
  blocked: readonly number[] | null = null,
): PathAnswer {
  const reach = meet(space, query, blocked, check);
  const stopped = (): SearchReach => ({ ...reach, outcome: 'stopped' });
  if (reach.outcome !== 'found') return { reach, paths: [], hasMore: false };
  findBridges(space, query, check);
  const key = createPathKey('length', query.weights);
  findShortestRests(space, query, key, reach.hops, check);
  if (check.isStopped) return { reach: stopped(), paths: [], hasMore: false };
  const growth = (): Growth => ({
    topology: space.topology,
    query: { ...query, maxHops: reach.hops },
    key,
    ways: waysOn(space, reach.hops),
    check,
  });
  const paths = k === 1 ? [readBest(space, query, reach.hops)] : listByBeginnings(growth(), k);
  const hasMore = (space.restWays[query.from] as number) > paths.length;
  return { reach: check.isStopped ? stopped() : reach, paths, hasMore };
}
