import type { PathQuery } from './found-path.ts';
import type { SearchSpace, Side } from './search-space.ts';
import type { StopCheck } from './stop-check.ts';

/** Of two ways from the start to different nodes of one level, does the first come first? Where they part it shows. */
export function partsBefore({ viaNodes }: SearchSpace, node: number, otherNode: number): boolean {
  let one = node;
  let other = otherNode;
  while (viaNodes[one] !== viaNodes[other]) {
    one = viaNodes[one] as number;
    other = viaNodes[other] as number;
  }
  return one < other;
}

/** Is a step that costs the same as the one known to lead to `to` the first of the two in the order of paths? */
function isBefore(space: SearchSpace, side: Side, node: number, edge: number, to: number): boolean {
  const { viaNodes, viaEdges } = space;
  const known = viaNodes[to] as number;
  if (node === known) return edge < (viaEdges[to] as number);
  // Paths are compared from their start on: towards the end that is the next node.
  return side.isFore ? partsBefore(space, node, known) : node < known;
}

/** Takes a step to the next level into account. @param key of `node` */
function relax(
  space: SearchSpace,
  query: PathQuery,
  side: Side,
  key: number,
  node: number,
  edge: number,
  to: number,
): void {
  const { keys, viaNodes, viaEdges } = space;
  if (!query.mask.edge(edge)) return;
  const sum = key + query.weights.edgeCost(edge);
  const known = keys[to] as number;
  if (sum > known || (sum === known && !isBefore(space, side, node, edge, to))) return;
  keys[to] = sum;
  viaNodes[to] = node;
  viaEdges[to] = edge;
}

/** Takes all steps from a level to the next one into account. @param most keys above are on no best path */
function relaxLevel(
  space: SearchSpace,
  query: PathQuery,
  side: Side,
  depth: number,
  most: number,
  check: StopCheck,
): void {
  const { keys } = space;
  const { outOffsets, targets, inOffsets, inSources, inEdges, degrees } = space.topology;
  const { marks } = space.seen;
  const { queue, levelStarts } = side;
  const { leastEdgeCost } = query.weights;
  const goesOut = query.walk === 'any' || side.isFore;
  const goesIn = query.walk === 'any' || !side.isFore;
  const wanted = side.base + depth + 1;
  const last = levelStarts[depth + 1] as number;
  for (let place = levelStarts[depth] as number; place < last; place += 1) {
    const node = queue[place] as number;
    const key = keys[node] as number;
    const least = key + leastEdgeCost;
    if (least > most) continue;
    const outEnd = goesOut ? (outOffsets[node + 1] as number) : 0;
    for (let edge = outOffsets[node] as number; edge < outEnd; edge += 1) {
      const to = targets[edge] as number;
      if (marks[to] === wanted && least <= (keys[to] as number))
        relax(space, query, side, key, node, edge, to);
    }
    const inEnd = goesIn ? (inOffsets[node + 1] as number) : 0;
    for (let at = inOffsets[node] as number; at < inEnd; at += 1) {
      const to = inSources[at] as number;
      if (marks[to] === wanted && least <= (keys[to] as number))
        relax(space, query, side, key, node, inEdges[at] as number, to);
    }
    if (check.after((degrees[node] as number) + 1)) return;
  }
}

/**
 * Works out for every node of a side's whole levels the least cost of a way from its start, that of the node itself
 * with it, and lets `viaNodes` follow that way. @returns the least one of the last level
 */
export function relaxSide(
  space: SearchSpace,
  query: PathQuery,
  side: Side,
  most: number,
  check: StopCheck,
): number {
  const { keys } = space;
  const { queue, levelStarts, depth, levelEnd } = side;
  const { nodeCost } = query.weights;
  levelStarts[depth + 1] = levelEnd;
  const startsEnd = levelStarts[1] as number;
  for (let place = 0; place < startsEnd; place += 1) keys[queue[place] as number] = 0;
  for (let place = startsEnd; place < levelEnd; place += 1) keys[queue[place] as number] = Infinity;
  let least = 0;
  for (let level = 0; level < depth; level += 1) {
    relaxLevel(space, query, side, level, most, check);
    if (check.isStopped) return 0;
    least = Infinity;
    const end = levelStarts[level + 2] as number;
    for (let place = levelStarts[level + 1] as number; place < end; place += 1) {
      const node = queue[place] as number;
      if (keys[node] === Infinity) continue;
      const key = (keys[node] as number) + nodeCost(node);
      keys[node] = key;
      if (key < least) least = key;
    }
  }
  return least;
}
