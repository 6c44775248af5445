import { leastKeyOf, popItem } from './min-heap.ts';
import type { MinHeap } from './min-heap.ts';
import type { StopCheck } from './stop-check.ts';
import type { Topology } from './topology.ts';

/**
 * Dijkstra's loop: takes nodes from the heap, the least key first, and hands every edge at each of them to `relax`, in
 * either direction. Entries of the heap that were bettered meanwhile are passed over.
 * @param keys by node: the least key known
 * @param relax from a node that is settled, to its neighbour
 * @returns false when told to stop
 */
export function settleNodes(
  topology: Topology,
  heap: MinHeap,
  keys: Float64Array,
  check: StopCheck,
  relax: (from: number, to: number, edge: number) => void,
): boolean {
  const { outOffsets, targets, inOffsets, inSources, inEdges, degrees } = topology;
  while (heap.size > 0) {
    const key = leastKeyOf(heap);
    const node = popItem(heap);
    if (key > (keys[node] as number)) continue;
    const outEnd = outOffsets[node + 1] as number;
    for (let edge = outOffsets[node] as number; edge < outEnd; edge += 1)
      relax(node, targets[edge] as number, edge);
    const inEnd = inOffsets[node + 1] as number;
    for (let place = inOffsets[node] as number; place < inEnd; place += 1)
      relax(node, inSources[place] as number, inEdges[place] as number);
    if (check.after((degrees[node] as number) + 1)) return false;
  }
  return true;
}
