import type { PathQuery } from './found-path.ts';
import { leastKeyOf, popItem, pushItem } from './min-heap.ts';
import { costOfMeeting } from './read-meeting.ts';
import { partsBefore, relaxSide } from './relax-side.ts';
import type { SearchSpace } from './search-space.ts';
import type { StopCheck } from './stop-check.ts';

/** What is known of the best path while the relationships between the last levels are looked at. */
interface Best {
  /** Without hops. */
  cost: number;
  isFound: boolean;
}

/** Does a path over this bridge come before the one of the same cost over the bridge known? */
function isBridgeBefore(space: SearchSpace, from: number, edge: number, next: number): boolean {
  const { metFore, metEdge, metBack } = space;
  if (from !== metFore) return partsBefore(space, from, metFore);
  return next === metBack ? edge < metEdge : next < metBack;
}

function offerBridge(
  space: SearchSpace,
  query: PathQuery,
  best: Best,
  node: number,
  edge: number,
  to: number,
): void {
  const sum = (space.keys[node] as number) + (space.keys[to] as number);
  if (sum + query.weights.leastEdgeCost > best.cost || !query.mask.edge(edge)) return;
  const cost = sum + query.weights.edgeCost(edge);
  if (cost > best.cost) return;
  const from = space.grown.isFore ? node : to;
  const next = space.grown.isFore ? to : node;
  if (cost === best.cost && best.isFound && !isBridgeBefore(space, from, edge, next)) return;
  best.cost = cost;
  best.isFound = true;
  space.metFore = from;
  space.metEdge = edge;
  space.metBack = next;
}

/** Looks at the relationships of one node of the last level. */
function crossFrom(space: SearchSpace, query: PathQuery, best: Best, node: number, met: number): void {
  const { outOffsets, targets, inOffsets, inSources, inEdges } = space.topology;
  const { marks } = space.seen;
  const { isFore } = space.grown;
  const outEnd = query.walk === 'any' || isFore ? (outOffsets[node + 1] as number) : 0;
  for (let edge = outOffsets[node] as number; edge < outEnd; edge += 1) {
    const to = targets[edge] as number;
    if (marks[to] === met) offerBridge(space, query, best, node, edge, to);
  }
  const inEnd = query.walk === 'any' || !isFore ? (inOffsets[node + 1] as number) : 0;
  for (let at = inOffsets[node] as number; at < inEnd; at += 1) {
    const to = inSources[at] as number;
    if (marks[to] === met) offerBridge(space, query, best, node, inEdges[at] as number, to);
  }
}

/** Best one first, the nodes of the grown side's last level, as far as one could still be on a best path. */
function crossBestFirst(
  space: SearchSpace,
  query: PathQuery,
  best: Best,
  leastBeyond: number,
  check: StopCheck,
): void {
  const { heap, keys, grown, fore, back, topology } = space;
  const other = grown === fore ? back : fore;
  const met = other.base + other.depth;
  heap.size = 0;
  for (let place = grown.levelStart; place < grown.levelEnd; place += 1) {
    const node = grown.queue[place] as number;
    if ((keys[node] as number) + leastBeyond <= best.cost) pushItem(heap, keys[node] as number, node);
  }
  while (heap.size > 0 && leastKeyOf(heap) + leastBeyond <= best.cost) {
    const node = popItem(heap);
    crossFrom(space, query, best, node, met);
    if (check.after((topology.degrees[node] as number) + 1)) return;
  }
}

/**
 * Once the sides have met: makes `viaNodes` and the meeting those of the best of the shortest paths, by (cost, then
 * comparePaths). The least cost from either start is worked out level by level; the relationships between the last
 * levels are looked at from the node that promises most on, and as far as one could still be better. Ways that cost more
 * than the path by which the sides met are followed no further. Told to stop, it leaves them half done.
 */
export function findBestMeeting(space: SearchSpace, query: PathQuery, check: StopCheck): void {
  const { fore, back, grown } = space;
  const { leastEdgeCost } = query.weights;
  const best: Best = { cost: costOfMeeting(space, query.weights), isFound: false };
  const other = grown.isFore ? back : fore;
  const leastOther = relaxSide(space, query, other, best.cost - leastEdgeCost, check);
  const leastBeyond = leastOther + leastEdgeCost;
  relaxSide(space, query, grown, best.cost - leastBeyond, check);
  if (!check.isStopped) crossBestFirst(space, query, best, leastBeyond, check);
}
