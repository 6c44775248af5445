import type { PathQuery, SearchOutcome, SearchReach } from './found-path.ts';
import type { SearchSpace, Side } from './search-space.ts';
import { forgetMarks } from './stamped-marks.ts';
import type { StopCheck } from './stop-check.ts';

/** Steps counted before the check hears of them. */
const STEPS_BETWEEN = 1_024;

function begin(space: SearchSpace, side: Side, base: number): void {
  side.base = base;
  side.levelStart = 0;
  side.levelEnd = 0;
  side.queueEnd = 0;
  side.depth = 0;
  side.frontierDegree = 0;
  space.grown = side;
}

function start(space: SearchSpace, side: Side, node: number): void {
  const { marks, base } = space.seen;
  if ((marks[node] as number) >= base) return;
  marks[node] = side.base;
  side.queue[side.levelEnd] = node;
  side.levelEnd += 1;
  side.queueEnd = side.levelEnd;
  side.frontierDegree += space.topology.degrees[node] as number;
}

function beginBoth(space: SearchSpace, query: PathQuery, blocked: readonly number[] | null): void {
  const { seen, fore, back } = space;
  const depths = query.maxHops + 1;
  forgetMarks(seen, 2 * depths + 1, space.lastTop);
  if (blocked) for (const node of blocked) seen.marks[node] = seen.top - 1;
  begin(space, fore, seen.base);
  begin(space, back, seen.base + depths);
  start(space, fore, query.from);
  const { ends } = query;
  for (let place = 0; place < ends.length; place += 1) start(space, back, ends[place] as number);
}

function enter(space: SearchSpace, side: Side, from: number, edge: number, node: number, mark: number): void {
  space.seen.marks[node] = mark;
  space.viaNodes[node] = from;
  space.viaEdges[node] = edge;
  side.queue[side.queueEnd] = node;
  side.queueEnd += 1;
}

function noteMeeting(space: SearchSpace, side: Side, node: number, edge: number, to: number): true {
  space.grown = side;
  space.metFore = side.isFore ? node : to;
  space.metBack = side.isFore ? to : node;
  space.metEdge = edge;
  return true;
}

/** Grows a side by one level. @returns true where it met the other side, and then at once */
function grow(space: SearchSpace, query: PathQuery, side: Side, other: Side, check: StopCheck): boolean {
  const { outOffsets, targets, inOffsets, inSources, inEdges } = space.topology;
  const { marks, base } = space.seen;
  const { queue, levelStart, levelEnd } = side;
  const { mask } = query;
  const isOpen = mask.keepsEveryEdge;
  const goesOut = query.walk === 'any' || side.isFore;
  const goesIn = query.walk === 'any' || !side.isFore;
  const mark = side.base + side.depth + 1;
  const met = other.base + other.depth;
  let steps = 0;
  for (let place = levelStart; place < levelEnd; place += 1) {
    const node = queue[place] as number;
    const outStart = outOffsets[node] as number;
    const outEnd = goesOut ? (outOffsets[node + 1] as number) : outStart;
    for (let edge = outStart; edge < outEnd; edge += 1) {
      const to = targets[edge] as number;
      const known = marks[to] as number;
      if (known < base) {
        if ((isOpen || mask.edge(edge)) && mask.node(to)) enter(space, side, node, edge, to, mark);
      } else if (known === met && (isOpen || mask.edge(edge)))
        return noteMeeting(space, side, node, edge, to);
    }
    const inStart = inOffsets[node] as number;
    const inEnd = goesIn ? (inOffsets[node + 1] as number) : inStart;
    for (let at = inStart; at < inEnd; at += 1) {
      const to = inSources[at] as number;
      const known = marks[to] as number;
      const edge = inEdges[at] as number;
      if (known < base) {
        if ((isOpen || mask.edge(edge)) && mask.node(to)) enter(space, side, node, edge, to, mark);
      } else if (known === met && (isOpen || mask.edge(edge)))
        return noteMeeting(space, side, node, edge, to);
    }
    steps += outEnd - outStart + inEnd - inStart + 1;
    if (steps < STEPS_BETWEEN) continue;
    if (check.after(steps)) break;
    steps = 0;
  }
  check.after(steps);
  return false;
}

/** Makes the new level the last one and counts what it costs to grow. */
function enterLevel(space: SearchSpace, side: Side): void {
  const { degrees } = space.topology;
  const { queue, levelEnd, queueEnd } = side;
  let sum = 0;
  for (let place = levelEnd; place < queueEnd; place += 1) sum += degrees[queue[place] as number] as number;
  side.depth += 1;
  side.levelStart = levelEnd;
  side.levelStarts[side.depth] = levelEnd;
  side.levelEnd = queueEnd;
  side.frontierDegree = sum;
}

function reachOf({ fore, back }: SearchSpace, outcome: SearchOutcome, hops: number): SearchReach {
  return { outcome, hops, nodesSeen: fore.queueEnd + back.queueEnd };
}

/**
 * Searches from both ends at once (I. Pohl, "Bi-directional search", 1971), level by level, always on the side with
 * fewer relationships at its last level, and stops at the first relationship between the two.
 *
 * That one lies on a path of least hops. Let the last whole levels be f and b deep. Each side has seen everything within
 * its depth of its start, for levels are grown whole and what may not be entered is the same for both; and no node is of
 * both. A path of f + b hops or fewer would have a node within f of the start and within b of its end, so of both; hence
 * every path has f + b + 1 hops at least. The relationship found leads from depth f to depth b, and makes a path of just
 * as many. What the level that is still growing has added belongs to the growing side and is never taken for a meeting.
 *
 * Afterwards `viaNodes` leads from the two nodes where the sides met to the ends, and the marks tell the depths of all
 * whole levels: every shortest path takes a relationship between the last ones. Equal topologies and queries give the
 * same meeting, whatever was searched before. Time and memory touched: the relationships at the levels grown.
 * @param blocked nodes to keep off
 */
export function meet(
  space: SearchSpace,
  query: PathQuery,
  blocked: readonly number[] | null,
  check: StopCheck,
): SearchReach {
  const { fore, back } = space;
  beginBoth(space, query, blocked);
  while (fore.levelStart < fore.levelEnd && back.levelStart < back.levelEnd) {
    const hops = fore.depth + back.depth;
    if (hops >= query.maxHops) return reachOf(space, 'too-far', hops);
    const side = fore.frontierDegree <= back.frontierDegree ? fore : back;
    const hasMet = grow(space, query, side, side === fore ? back : fore, check);
    if (hasMet) return reachOf(space, 'found', hops + 1);
    if (check.isStopped) return reachOf(space, 'stopped', hops);
    enterLevel(space, side);
  }
  return reachOf(space, 'none', fore.depth + back.depth);
}
