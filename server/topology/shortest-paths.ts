import { listByBeginnings } from './beginnings.ts';
import type { Growth, WaysOn } from './beginnings.ts';
import type { FoundPath, PathAnswer, PathQuery, SearchReach } from './found-path.ts';
import { meet } from './meet.ts';
import { createPathKey } from './path-key.ts';
import type { PathKey } from './path-key.ts';
import type { SearchSpace } from './search-space.ts';
import { forgetMarks } from './stamped-marks.ts';
import type { StopCheck } from './stop-check.ts';

interface Descent {
  readonly space: SearchSpace;
  readonly query: PathQuery;
  readonly key: PathKey;
  readonly hops: number;
  readonly check: StopCheck;
}

/** Adds what one step on from a node of the given depth contributes. */
function follow(descent: Descent, from: number, depth: number, node: number, edge: number): void {
  const { space, query, key, hops } = descent;
  if (!query.mask.edge(edge)) return;
  const rest = descend(descent, node, depth + 1);
  if (rest === Infinity) return;
  const { edgeCost, nodeCost } = query.weights;
  const cost = edgeCost(edge) + (depth + 1 === hops ? 0 : nodeCost(node));
  const least = key.ofHop + key.scale * cost + rest;
  const { restKeys, nextNodes, nextEdges } = space;
  const order = least - (restKeys[from] as number) || node - (nextNodes[from] as number);
  if (order < 0 || (order === 0 && edge < (nextEdges[from] as number))) {
    restKeys[from] = least;
    nextNodes[from] = node;
    nextEdges[from] = edge;
  }
  space.restWays[from] = (space.restWays[from] as number) + (space.restWays[node] as number);
}

/**
 * The least key of the rest of a shortest path from this node, whose depth is known; Infinity when there is none. Each
 * node is worked out once.
 */
function descend(descent: Descent, node: number, depth: number): number {
  const { space, query, hops, check } = descent;
  const { onShortest, restKeys, restWays, fore, back, topology } = space;
  if ((onShortest.marks[node] as number) >= onShortest.base) return restKeys[node] as number;
  onShortest.marks[node] = onShortest.base + depth;
  restKeys[node] = depth === hops ? 0 : Infinity;
  restWays[node] = depth === hops ? 1 : 0;
  if (depth === hops || check.isStopped) return restKeys[node] as number;
  // From the meeting on the other side's depths lead; before it nearly every node of the next level may.
  const isBehind = depth + 1 >= fore.depth;
  const { marks } = isBehind ? back : fore;
  const wanted = isBehind ? back.base + hops - depth - 1 : fore.base + depth + 1;
  const { outOffsets, targets, inOffsets, inSources, inEdges } = topology;
  const outEnd = outOffsets[node + 1] as number;
  for (let edge = outOffsets[node] as number; edge < outEnd; edge += 1) {
    const next = targets[edge] as number;
    if (marks[next] === wanted) follow(descent, node, depth, next, edge);
  }
  const inEnd = query.walk === 'any' ? (inOffsets[node + 1] as number) : 0;
  for (let place = inOffsets[node] as number; place < inEnd; place += 1) {
    const next = inSources[place] as number;
    if (marks[next] === wanted) follow(descent, node, depth, next, inEdges[place] as number);
  }
  check.after((topology.degrees[node] as number) + 1);
  return restKeys[node] as number;
}

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
  const { onShortest, restKeys, back } = space;
  const { marks, base } = onShortest;
  return {
    isEnd: (node) => back.marks[node] === back.base,
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
  blocked: readonly number[] = [],
): PathAnswer {
  const reach = meet(space, query, blocked, check);
  const stopped = (): SearchReach => ({ ...reach, outcome: 'stopped' });
  if (reach.outcome !== 'found') return { reach, paths: [], hasMore: false };
  forgetMarks(space.onShortest, space.lastBase);
  const key = createPathKey('length', query.weights);
  descend({ space, query, key, hops: reach.hops, check }, query.from, 0);
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
