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

function begin(space: SearchSpace, side: Side, blocked: readonly number[]): void {
  forgetMarks(side, space.lastBase);
  for (const node of blocked) side.marks[node] = side.base + LAST_MARK;
  side.levelStart = 0;
  side.levelEnd = 0;
  side.depth = 0;
  side.frontierDegree = 0;
}

function addStart(space: SearchSpace, side: Side, node: number): void {
  if ((side.marks[node] as number) < side.base) push(space, side, node, 0);
}

function addBridge(bridges: Bridges, from: number, edge: number, to: number): void {
  const place = bridges.size;
  if (place === bridges.edges.length) growBridges(bridges);
  bridges.size += 1;
  bridges.from[place] = from;
  bridges.edges[place] = edge;
  bridges.to[place] = to;
}

/** Takes a new node in. */
function reachNode(space: SearchSpace, side: Side, from: number, to: number, edge: number): void {
  push(space, side, to, side.depth + 1);
  side.cameFrom[to] = from;
  side.cameAlong[to] = edge;
}

/**
 * Takes the steps from a node to its neighbours: to those that the other side has seen, bridges; to others only while
 * there is no bridge, as afterwards only further bridges matter.
 * @param nodes the far ends, @param edges of the steps; null: a step is its own edge
 */
function takeSteps(
  space: SearchSpace,
  { mask }: PathQuery,
  side: Side,
  from: number,
  range: { start: number; end: number; nodes: Uint32Array; edges: Uint32Array | null; wanted: number },
): void {
  const { fore, back, bridges } = space;
  const other = side === fore ? back : fore;
  const { marks, base } = side;
  const { marks: otherMarks, base: otherBase } = other;
  const { nodes, edges, end, wanted } = range;
  for (let at = range.start; at < end && bridges.size < wanted; at += 1) {
    const to = nodes[at] as number;
    if ((marks[to] as number) >= base) continue;
    const isBridge = (otherMarks[to] as number) >= otherBase;
    if (!isBridge && bridges.size > 0) continue;
    const edge = edges === null ? at : (edges[at] as number);
    if (!mask.edge(edge)) continue;
    if (!isBridge) {
      if (mask.node(to)) reachNode(space, side, from, to, edge);
    } else if (side === fore) addBridge(bridges, from, edge, to);
    else addBridge(bridges, to, edge, from);
  }
}

/** Grows a side by one level, or finds bridges to the other side, as many as are wanted. */
function grow(space: SearchSpace, query: PathQuery, side: Side, wanted: number, check: StopCheck): void {
  const { topology, fore, back, bridges } = space;
  const { outOffsets, targets, inOffsets, inSources, inEdges, degrees } = topology;
  const goesOut = query.walk === 'any' || side === fore;
  const goesIn = query.walk === 'any' || side === back;
  const last = side.levelEnd;
  side.frontierDegree = 0;
  for (let place = side.levelStart; place < last; place += 1) {
    const node = side.queue[place] as number;
    if (goesOut)
      takeSteps(space, query, side, node, {
        start: outOffsets[node] as number,
        end: outOffsets[node + 1] as number,
        nodes: targets,
        edges: null,
        wanted,
      });
    if (goesIn)
      takeSteps(space, query, side, node, {
        start: inOffsets[node] as number,
        end: inOffsets[node + 1] as number,
        nodes: inSources,
        edges: inEdges,
        wanted,
      });
    if (bridges.size >= wanted || check.after((degrees[node] as number) + 1)) return;
  }
  if (bridges.size > 0) return;
  side.levelStart = last;
  side.depth += 1;
}

/** @param bridge 1 where one leads over, else 0 */
function reachOf({ fore, back }: SearchSpace, outcome: SearchOutcome, bridge: 0 | 1): SearchReach {
  return { outcome, hops: fore.depth + bridge + back.depth, nodesSeen: fore.levelEnd + back.levelEnd };
}

/**
 * Searches from both ends at once, level by level, always on the side that is cheaper to grow, until they meet.
 * Afterwards the marks of both sides tell the depths, and every shortest path takes one of the bridges between their
 * last levels. Already the first bridge lies on a shortest path: both sides have grown by whole levels without meeting,
 * so that no path is shorter than their depths and one hop, and a bridge makes one that long.
 * @param blocked nodes to keep off: taken for seen by both sides, at a depth that no path has
 * @param wanted bridges after which it may stop
 */
export function meet(
  space: SearchSpace,
  query: PathQuery,
  blocked: readonly number[],
  wanted: number,
  check: StopCheck,
): SearchReach {
  const { fore, back } = space;
  begin(space, fore, blocked);
  addStart(space, fore, query.from);
  begin(space, back, blocked);
  for (const end of query.ends) addStart(space, back, end);
  space.bridges.size = 0;
  while (fore.levelStart < fore.levelEnd && back.levelStart < back.levelEnd) {
    if (fore.depth + back.depth >= query.maxHops) return reachOf(space, 'too-far', 0);
    const side = fore.frontierDegree <= back.frontierDegree ? fore : back;
    grow(space, query, side, wanted, check);
    if (check.isStopped) return reachOf(space, 'stopped', 0);
    if (space.bridges.size > 0) return reachOf(space, 'found', 1);
  }
  return reachOf(space, 'none', 0);
}
