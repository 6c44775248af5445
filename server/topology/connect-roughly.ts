import type { WalkMask } from './edge-mask.ts';
import { createMinHeap, pushItem } from './min-heap.ts';
import type { PathWeights } from './path-weights.ts';
import { settleNodes } from './settle-nodes.ts';
import type { StopCheck } from './stop-check.ts';
import { sourceOf } from './topology.ts';
import type { Topology } from './topology.ts';

export interface LinkQuery {
  /** Nodes to connect, which can all be reached from each other. */
  readonly ends: readonly number[];
  /** Nodes to keep out of. */
  readonly avoid: readonly number[];
  readonly mask: WalkMask;
  readonly weights: PathWeights;
}

/** Above the number of relationships of any such tree, so that of equal costs the smaller tree wins. */
const EDGE_BITS = 1_024;

/** Cost of a relationship of the tree in whole numbers: twice its own, and once that of each node which is no end. */
export function createLinkKey({
  ends,
  weights,
}: LinkQuery): (edge: number, one: number, other: number) => number {
  const { hopCost, edgeCost, nodeCost } = weights;
  const halfOf = (node: number): number => (ends.includes(node) ? 0 : nodeCost(node));
  return (edge, one, other) => EDGE_BITS * (2 * (hopCost + edgeCost(edge)) + halfOf(one) + halfOf(other)) + 1;
}

export function mayLink({ ends, avoid, mask }: LinkQuery, node: number): boolean {
  return ends.includes(node) || (mask.node(node) && !avoid.includes(node));
}

interface Regions {
  /** Key of the cheapest walk to the nearest end. */
  readonly keys: Float64Array;
  /** Place of that end in the query. */
  readonly nearest: Uint8Array;
  /** Edge towards it, −1 at the ends. */
  readonly towards: Int32Array;
}

/** Every node's nearest end, all ends growing at once; null when told to stop. */
function findRegions(topology: Topology, query: LinkQuery, check: StopCheck): Regions | null {
  const keyOf = createLinkKey(query);
  const keys = new Float64Array(topology.nodeCount).fill(Infinity);
  const nearest = new Uint8Array(topology.nodeCount);
  const towards = new Int32Array(topology.nodeCount).fill(-1);
  const heap = createMinHeap();
  const relax = (from: number, to: number, edge: number): void => {
    if (!query.mask.edge(edge) || !mayLink(query, to)) return;
    const key = (keys[from] as number) + keyOf(edge, from, to);
    if (key >= (keys[to] as number)) return;
    keys[to] = key;
    nearest[to] = nearest[from] as number;
    towards[to] = edge;
    pushItem(heap, key, to);
  };
  query.ends.forEach((end, place) => {
    keys[end] = 0;
    nearest[end] = place;
    pushItem(heap, 0, end);
  });
  return settleNodes(topology, heap, keys, check, relax) ? { keys, nearest, towards } : null;
}

interface Bridge {
  readonly key: number;
  readonly edge: number;
  readonly one: number;
  readonly other: number;
}

/** The cheapest relationship between each two regions, the cheapest of all first. */
function listBridges(topology: Topology, query: LinkQuery, regions: Regions): Bridge[] {
  const { keys, nearest } = regions;
  const keyOf = createLinkKey(query);
  const best = new Map<number, Bridge>();
  for (let one = 0; one < topology.nodeCount; one += 1) {
    if (keys[one] === Infinity) continue;
    const end = topology.outOffsets[one + 1] as number;
    for (let edge = topology.outOffsets[one] as number; edge < end; edge += 1) {
      const other = topology.targets[edge] as number;
      const [a, b] = [nearest[one] as number, nearest[other] as number];
      if (keys[other] === Infinity || a === b || !query.mask.edge(edge)) continue;
      const key = (keys[one] as number) + (keys[other] as number) + keyOf(edge, one, other);
      const pair = Math.min(a, b) * query.ends.length + Math.max(a, b);
      if (key < (best.get(pair)?.key ?? Infinity)) best.set(pair, { key, edge, one, other });
    }
  }
  return [...best.values()].sort((a, b) => a.key - b.key || a.edge - b.edge);
}

function addWayHome(topology: Topology, regions: Regions, start: number, edges: Set<number>): void {
  for (let node = start; ;) {
    const edge = regions.towards[node] as number;
    if (edge < 0 || edges.has(edge)) return;
    edges.add(edge);
    const source = sourceOf(topology, edge);
    node = source === node ? (topology.targets[edge] as number) : source;
  }
}

/**
 * A tree that connects the ends at no more than twice the least cost: each node goes to its nearest end, the cheapest
 * relationships between those regions make a spanning tree of the ends, and its bridges are taken home. After
 * K. Mehlhorn, "A faster approximation algorithm for the Steiner problem in graphs", IPL 27 (1988).
 * @returns its edges, null when told to stop
 */
export function connectRoughly(topology: Topology, query: LinkQuery, check: StopCheck): Set<number> | null {
  const regions = findRegions(topology, query, check);
  if (!regions) return null;
  const groupOf = query.ends.map((_, place) => place);
  const edges = new Set<number>();
  for (const { edge, one, other } of listBridges(topology, query, regions)) {
    const kept = groupOf[regions.nearest[one] as number] as number;
    const joined = groupOf[regions.nearest[other] as number] as number;
    if (kept === joined) continue;
    groupOf.forEach((group, place) => {
      if (group === joined) groupOf[place] = kept;
    });
    edges.add(edge);
    addWayHome(topology, regions, one, edges);
    addWayHome(topology, regions, other, edges);
  }
  return edges;
}
