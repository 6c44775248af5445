import type { PathQuery, SearchOutcome, SearchReach } from './found-path.ts';
import { growBridges } from './search-space.ts';
import type { Bridges, SearchSpace, Side } from './search-space.ts';
import { forgetMarks, LAST_MARK } from './stamped-marks.ts';
import type { StopCheck } from './stop-check.ts';

function push(space: SearchSpace, side: Side, node: number, depth: number): void {
  side.marks[node] = side.base + depth;
  side.queue[side.levelEnd] = node;
  side.levelEnd += 1;
  side.frontierDegree += space.topology.degrees[node] as number;
}

function begin(space: SearchSpace, side: Side, starts: readonly number[], blocked: readonly number[]): void {
  forgetMarks(side, space.lastBase);
  for (const node of blocked) side.marks[node] = side.base + LAST_MARK;
  side.levelStart = 0;
  side.levelEnd = 0;
  side.depth = 0;
  side.frontierDegree = 0;
  for (const node of starts) if ((side.marks[node] as number) < side.base) push(space, side, node, 0);
}

function addBridge(bridges: Bridges, from: number, edge: number, to: number): void {
  const place = bridges.size;
  if (place === bridges.edges.length) growBridges(bridges);
  bridges.size += 1;
  bridges.from[place] = from;
  bridges.edges[place] = edge;
  bridges.to[place] = to;
}

/** Takes a step of the side that grows: to a node that the other side has seen, a bridge; else to a new node. */
function see(
  space: SearchSpace,
  query: PathQuery,
  side: Side,
  other: Side,
  from: number,
  to: number,
  edge: number,
): void {
  if ((side.marks[to] as number) >= side.base) return;
  const { bridges } = space;
  if ((other.marks[to] as number) >= other.base) {
    if (!query.mask.edge(edge)) return;
    if (side === space.fore) addBridge(bridges, from, edge, to);
    else addBridge(bridges, to, edge, from);
  } else if (bridges.size === 0 && query.mask.edge(edge) && query.mask.node(to)) {
    // Once there is a bridge, only further bridges matter.
    push(space, side, to, side.depth + 1);
  }
}

/** Grows a side by one level, or finds all bridges to the other side. */
function grow(space: SearchSpace, query: PathQuery, side: Side, check: StopCheck): void {
  const { topology, fore, back } = space;
  const { outOffsets, targets, inOffsets, inSources, inEdges, degrees } = topology;
  const other = side === fore ? back : fore;
  const goesOut = query.walk === 'any' || side === fore;
  const goesIn = query.walk === 'any' || side === back;
  const last = side.levelEnd;
  side.frontierDegree = 0;
  for (let place = side.levelStart; place < last; place += 1) {
    const node = side.queue[place] as number;
    const outEnd = goesOut ? (outOffsets[node + 1] as number) : 0;
    for (let edge = outOffsets[node] as number; edge < outEnd; edge += 1)
      see(space, query, side, other, node, targets[edge] as number, edge);
    const inEnd = goesIn ? (inOffsets[node + 1] as number) : 0;
    for (let at = inOffsets[node] as number; at < inEnd; at += 1)
      see(space, query, side, other, node, inSources[at] as number, inEdges[at] as number);
    if (check.after((degrees[node] as number) + 1)) return;
  }
  if (space.bridges.size > 0) return;
  side.levelStart = last;
  side.depth += 1;
}

/**
 * Searches from both ends at once, level by level, always on the side that is cheaper to grow, until they meet.
 * Afterwards the marks of both sides tell the depths, and every shortest path takes one of the bridges between their
 * last levels.
 * @param blocked nodes to keep off: taken for seen by both sides, at a depth that no path has
 */
export function meet(
  space: SearchSpace,
  query: PathQuery,
  blocked: readonly number[],
  check: StopCheck,
): SearchReach {
  const { fore, back } = space;
  begin(space, fore, [query.from], blocked);
  begin(space, back, query.ends, blocked);
  space.bridges.size = 0;
  const answer = (outcome: SearchOutcome): SearchReach => ({
    outcome,
    hops: fore.depth + back.depth,
    nodesSeen: fore.levelEnd + back.levelEnd,
  });
  while (fore.levelStart < fore.levelEnd && back.levelStart < back.levelEnd) {
    if (fore.depth + back.depth >= query.maxHops) return answer('too-far');
    const side = fore.frontierDegree <= back.frontierDegree ? fore : back;
    grow(space, query, side, check);
    if (check.isStopped) return answer('stopped');
    if (space.bridges.size > 0) return { ...answer('found'), hops: fore.depth + 1 + back.depth };
  }
  return answer('none');
}
