import type { PathQuery, SearchOutcome, SearchReach } from './found-path.ts';
import type { SearchSpace, Side } from './search-space.ts';
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

/** Sees a neighbour of the last level for the first time; returns whether the other side has seen it too. */
function see(
  space: SearchSpace,
  query: PathQuery,
  side: Side,
  other: Side,
  node: number,
  edge: number,
  hasMet: boolean,
): boolean {
  if ((side.marks[node] as number) >= side.base) return hasMet;
  // Once the sides have met, only further meetings matter.
  const isMeeting = (other.marks[node] as number) >= other.base;
  if (!isMeeting && hasMet) return hasMet;
  if (!query.mask.edge(edge) || !(isMeeting || query.mask.node(node))) return hasMet;
  push(space, side, node, side.depth + 1);
  return hasMet || isMeeting;
}

/** Grows a side by one level. Returns whether the sides met; false too when it was told to stop. */
function grow(space: SearchSpace, query: PathQuery, side: Side, check: StopCheck): boolean {
  const { topology, fore, back } = space;
  const { outOffsets, targets, inOffsets, inSources, inEdges, degrees } = topology;
  const other = side === fore ? back : fore;
  const goesOut = query.walk === 'any' || side === fore;
  const goesIn = query.walk === 'any' || side === back;
  const last = side.levelEnd;
  let hasMet = false;
  side.frontierDegree = 0;
  for (let place = side.levelStart; place < last; place += 1) {
    const node = side.queue[place] as number;
    const outEnd = goesOut ? (outOffsets[node + 1] as number) : 0;
    for (let edge = outOffsets[node] as number; edge < outEnd; edge += 1)
      hasMet = see(space, query, side, other, targets[edge] as number, edge, hasMet);
    const inEnd = goesIn ? (inOffsets[node + 1] as number) : 0;
    for (let at = inOffsets[node] as number; at < inEnd; at += 1)
      hasMet = see(space, query, side, other, inSources[at] as number, inEdges[at] as number, hasMet);
    if (check.after((degrees[node] as number) + 1)) return false;
  }
  side.levelStart = last;
  side.depth += 1;
  return hasMet;
}

/**
 * Searches from both ends at once, level by level, always on the side that is cheaper to grow, until they meet.
 * @param blocked nodes to keep off: taken for seen by both sides, at a depth that no path has
 *
 * Afterwards the marks of both sides tell the depths, and the last levels of both have all meeting nodes in common.
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
  const answer = (outcome: SearchOutcome): SearchReach => ({
    outcome,
    hops: fore.depth + back.depth,
    nodesSeen: fore.levelEnd + back.levelEnd,
  });
  while (fore.levelStart < fore.levelEnd && back.levelStart < back.levelEnd) {
    if (fore.depth + back.depth >= query.maxHops) return answer('too-far');
    const side = fore.frontierDegree <= back.frontierDegree ? fore : back;
    if (grow(space, query, side, check)) return answer('found');
    if (check.isStopped) return answer('stopped');
  }
  return answer('none');
}
