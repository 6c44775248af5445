import type { PathQuery } from './found-path.ts';
import { createMinHeap, leastKeyOf, popItem, pushItem } from './min-heap.ts';
import type { PathKey } from './path-key.ts';
import type { StopCheck } from './stop-check.ts';
import type { Topology } from './topology.ts';

/**
 * For each state, a node together with the `through` nodes seen up to it (bit i = the i-th), the least key of a walk
 * from there to an end that sees the rest of them. A walk may repeat nodes, so that this is a lower bound for paths.
 */
export interface RestKeys {
  /** Infinity where no walk leads to an end. */
  of(node: number, seen: number): number;
  readonly nodesSeen: number;
}

/** The nodes of a query by what they are to it. */
export interface Roles {
  readonly isEnd: Uint8Array;
  /** Bit of a node that must be passed, 0 of the others. */
  readonly bitOf: Uint8Array;
  /** All bits. */
  readonly all: number;
}

export function rolesOf(topology: Topology, query: PathQuery): Roles {
  const isEnd = new Uint8Array(topology.nodeCount);
  for (const end of query.ends) isEnd[end] = 1;
  const bitOf = new Uint8Array(topology.nodeCount);
  let all = 0;
  for (const node of new Set(query.through)) {
    bitOf[node] = all + 1;
    all = 2 * all + 1;
  }
  return { isEnd, bitOf, all };
}

/** Dijkstra's algorithm from the ends against the direction of walking. @returns null when told to stop */
export function findRestKeys(
  topology: Topology,
  query: PathQuery,
  roles: Roles,
  key: PathKey,
  check: StopCheck,
): RestKeys | null {
  const { isEnd, bitOf, all } = roles;
  const states = all + 1;
  const { mask, weights, from, walk } = query;
  const { inOffsets, inSources, inEdges, outOffsets, targets } = topology;
  const keys = new Float64Array(topology.nodeCount * states).fill(Infinity);
  const heap = createMinHeap();
  let nodesSeen = 0;
  let step = 0;
  const relax = (node: number, seen: number, edge: number): void => {
    if (isEnd[node] === 1 || !mask.edge(edge)) return;
    const bit = bitOf[node] as number;
    if (bit === 0 ? node !== from && !mask.node(node) : (seen & bit) === 0) return;
    const state = node * states + seen;
    const sum = step + key.ofHop + key.scale * weights.edgeCost(edge);
    if (sum >= (keys[state] as number)) return;
    if (keys[state] === Infinity) nodesSeen += 1;
    keys[state] = sum;
    pushItem(heap, sum, state);
  };
  for (const end of query.ends) pushItem(heap, (keys[end * states + all] = 0), end * states + all);
  while (heap.size > 0) {
    const least = leastKeyOf(heap);
    const state = popItem(heap);
    if (least > (keys[state] as number)) continue;
    const node = Math.floor(state / states);
    if (node === from) continue;
    const bit = bitOf[node] as number;
    const seen = (state % states) & ~bit;
    step = least + (isEnd[node] === 1 ? 0 : key.scale * weights.nodeCost(node));
    const inEnd = inOffsets[node + 1] as number;
    for (let place = inOffsets[node] as number; place < inEnd; place += 1)
      relax(inSources[place] as number, seen, inEdges[place] as number);
    const outEnd = walk === 'any' ? (outOffsets[node + 1] as number) : 0;
    for (let edge = outOffsets[node] as number; edge < outEnd; edge += 1)
      relax(targets[edge] as number, seen, edge);
    if (check.after((topology.degrees[node] as number) + 1)) return null;
  }
  return {
    of: (node, seen) => keys[node * states + seen] as number,
    nodesSeen: nodesSeen + query.ends.length,
  };
}
