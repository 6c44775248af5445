import type { PathQuery } from './found-path.ts';
import type { PathKey } from './path-key.ts';
import type { SearchSpace } from './search-space.ts';
import { forgetMarks } from './stamped-marks.ts';
import type { StopCheck } from './stop-check.ts';

interface Rests {
  readonly space: SearchSpace;
  readonly query: PathQuery;
  readonly key: PathKey;
  readonly hops: number;
  readonly check: StopCheck;
}

function open({ space }: Rests, node: number, depth: number): void {
  space.onShortest.marks[node] = space.onShortest.base + depth;
  space.keys[node] = Infinity;
  space.restWays[node] = 0;
}

/** Takes a step into account whose far end is worked out already. */
function relax({ space, query, key }: Rests, from: number, node: number, edge: number, isEnd: boolean): void {
  const { keys, restWays, nextNodes, nextEdges } = space;
  const { edgeCost, nodeCost } = query.weights;
  const least =
    key.ofHop + key.scale * (edgeCost(edge) + (isEnd ? 0 : nodeCost(node))) + (keys[node] as number);
  const best = keys[from] as number;
  restWays[from] = (restWays[from] as number) + (restWays[node] as number);
  if (least > best) return;
  if (least === best) {
    const order = node - (nextNodes[from] as number) || edge - (nextEdges[from] as number);
    if (order > 0) return;
  }
  keys[from] = least;
  nextNodes[from] = node;
  nextEdges[from] = edge;
}

/** Works out a node of the backward side and all that it leads to, each once. @param left hops to the end */
function descend(rests: Rests, node: number, left: number): void {
  const { space, query, hops, check } = rests;
  const { onShortest, keys, restWays, back, topology } = space;
  const { marks } = space.seen;
  if ((onShortest.marks[node] as number) >= onShortest.base) return;
  open(rests, node, hops - left);
  if (left === 0) {
    keys[node] = 0;
    restWays[node] = 1;
    return;
  }
  if (check.after((topology.degrees[node] as number) + 1)) return;
  const wanted = back.base + left - 1;
  const { outOffsets, targets, inOffsets, inSources, inEdges } = topology;
  const outEnd = outOffsets[node + 1] as number;
  for (let edge = outOffsets[node] as number; edge < outEnd; edge += 1) {
    const next = targets[edge] as number;
    if (marks[next] !== wanted || !query.mask.edge(edge)) continue;
    descend(rests, next, left - 1);
    relax(rests, node, next, edge, left === 1);
  }
  const inEnd = query.walk === 'any' ? (inOffsets[node + 1] as number) : 0;
  for (let place = inOffsets[node] as number; place < inEnd; place += 1) {
    const next = inSources[place] as number;
    const edge = inEdges[place] as number;
    if (marks[next] !== wanted || !query.mask.edge(edge)) continue;
    descend(rests, next, left - 1);
    relax(rests, node, next, edge, left === 1);
  }
}

/** Puts a node of the forward side in the queue, once. @returns the new end of the queue */
function enqueue(rests: Rests, node: number, depth: number, end: number): number {
  const { onShortest, shortestQueue } = rests.space;
  if ((onShortest.marks[node] as number) >= onShortest.base) return end;
  open(rests, node, depth);
  shortestQueue[end] = node;
  return end + 1;
}

/** Goes from a worked-out node of the forward side to those before it. @returns the new end of the queue */
function ascend(rests: Rests, node: number, depth: number, queueEnd: number): number {
  const { fore, topology } = rests.space;
  const { marks } = rests.space.seen;
  const { mask, walk } = rests.query;
  const wanted = fore.base + depth - 1;
  const { outOffsets, targets, inOffsets, inSources, inEdges } = topology;
  let end = queueEnd;
  const inEnd = inOffsets[node + 1] as number;
  for (let place = inOffsets[node] as number; place < inEnd; place += 1) {
    const before = inSources[place] as number;
    const edge = inEdges[place] as number;
    if (marks[before] !== wanted || !mask.edge(edge)) continue;
    end = enqueue(rests, before, depth - 1, end);
    relax(rests, before, node, edge, false);
  }
  const outEnd = walk === 'any' ? (outOffsets[node + 1] as number) : 0;
  for (let edge = outOffsets[node] as number; edge < outEnd; edge += 1) {
    const before = targets[edge] as number;
    if (marks[before] !== wanted || !mask.edge(edge)) continue;
    end = enqueue(rests, before, depth - 1, end);
    relax(rests, before, node, edge, false);
  }
  return end;
}

/**
 * Works out for every node of a shortest path the least key of the rest, the step it begins with and the number of
 * ways on, after the sides have met: beyond the bridges from the ends up, before them from the bridges back to the
 * start. Only nodes of shortest paths are looked at. Told to stop, it leaves them half done.
 */
export function findShortestRests(
  space: SearchSpace,
  query: PathQuery,
  key: PathKey,
  hops: number,
  check: StopCheck,
): void {
  const rests: Rests = { space, query, key, hops, check };
  const { bridges, fore, back, shortestQueue, topology } = space;
  forgetMarks(space.onShortest, hops + 1, space.lastTop);
  let end = 0;
  for (let place = 0; place < bridges.size && !check.isStopped; place += 1) {
    const from = bridges.from[place] as number;
    const to = bridges.to[place] as number;
    descend(rests, to, back.depth);
    end = enqueue(rests, from, fore.depth, end);
    relax(rests, from, to, bridges.edges[place] as number, back.depth === 0);
  }
  let start = 0;
  for (let depth = fore.depth; depth > 0; depth -= 1) {
    const last = end;
    for (; start < last; start += 1) {
      const node = shortestQueue[start] as number;
      if (check.after((topology.degrees[node] as number) + 1)) return;
      end = ascend(rests, node, depth, end);
    }
  }
}
