import type { PathQuery } from './found-path.ts';
import { createMinHeap, leastKeyOf, popItem, pushItem } from './min-heap.ts';
import type { PathKey } from './path-key.ts';
import type { StopCheck } from './stop-check.ts';
import type { Topology } from './topology.ts';

/**
 * For each state, a node together with the `through` nodes seen up to it, the least key of a walk from there to an end
 * that sees the rest of them. A walk may repeat nodes, so that this is a lower bound for paths.
 */
export interface RestKeys {
  /** Infinity where no walk leads to an end. */
  of(node: number, seen: number): number;
  readonly nodesSeen: number;
}

/** The nodes of a query by what they are to it. */
export interface Roles {
  isEnd(node: number): boolean;
  /** Bit of a node that must be passed, 0 of the others. */
  bitOf(node: number): number;
  /** The bits of all of them. */
  readonly all: number;
}

/**
 * Dijkstra's algorithm from the ends against the direction of walking.
 * @param limit keys above it need not be exact
 * @returns null when told to stop
 */
export function findRestKeys(
  topology: Topology,
  query: PathQuery,
  roles: Roles,
  key: PathKey,
  limit: number,
  check: StopCheck,
): RestKeys | null {
  const states = roles.all + 1;
  const { mask, weights, from, walk } = query;
  const { inOffsets, inSources, inEdges, outOffsets, targets } = topology;
  const keys = new Float64Array(topology.nodeCount * states).fill(Infinity);
  const heap = createMinHeap();
  let nodesSeen = 0;
  const relax = (node: number, seen: number, edge: number, step: number): void => {
    const bit = roles.bitOf(node);
    const state = node * states + seen;
    const sum = step + key.scale * weights.edgeCost(edge);
    if (sum >= (keys[state] as number) || roles.isEnd(node) || !mask.edge(edge)) return;
    if (bit === 0 ? node !== from && !mask.node(node) : (seen & bit) === 0) return;
    if (keys[state] === Infinity) nodesSeen += 1;
    keys[state] = sum;
    pushItem(heap, sum, state);
  };
  for (const end of query.ends)
    pushItem(heap, (keys[end * states + roles.all] = 0), end * states + roles.all);
  while (heap.size > 0 && leastKeyOf(heap) <= limit) {
    const least = leastKeyOf(heap);
    const state = popItem(heap);
    const node = Math.floor(state / states);
    if (least > (keys[state] as number) || node === from) continue;
    const seen = (state % states) & ~roles.bitOf(node);
    const step = least + key.ofHop + (roles.isEnd(node) ? 0 : key.scale * weights.nodeCost(node));
    const inEnd = inOffsets[node + 1] as number;
    for (let place = inOffsets[node] as number; place < inEnd; place += 1)
      relax(inSources[place] as number, seen, inEdges[place] as number, step);
    const outEnd = walk === 'any' ? (outOffsets[node + 1] as number) : 0;
    for (let edge = outOffsets[node] as number; edge < outEnd; edge += 1)
      relax(targets[edge] as number, seen, edge, step);
    if (check.after((topology.degrees[node] as number) + 1)) return null;
  }
  return {
    of: (node, seen) => keys[node * states + seen] as number,
    nodesSeen: nodesSeen + query.ends.length,
  };
}
