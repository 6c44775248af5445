import { createLinkKey, mayLink } from './connect-roughly.ts';
import type { LinkQuery } from './connect-roughly.ts';
import { createMinHeap, pushItem } from './min-heap.ts';
import type { MinHeap } from './min-heap.ts';
import { settleNodes } from './settle-nodes.ts';
import type { StopCheck } from './stop-check.ts';
import { sourceOf } from './topology.ts';
import type { Topology } from './topology.ts';

/** The cheapest trees of one set of ends, by the further node that each of them reaches. */
interface Trees {
  readonly keys: Float64Array;
  /** How the tree was made: an edge from another node's tree; −2 − a subset joined with the rest; −1 nothing. */
  readonly made: Int32Array;
}

interface Work {
  readonly topology: Topology;
  readonly query: LinkQuery;
  readonly keyOf: ReturnType<typeof createLinkKey>;
  readonly heap: MinHeap;
  readonly check: StopCheck;
  /** By set of ends, as bits; the last end is in none. */
  readonly trees: Trees[];
}

function createTrees(nodeCount: number): Trees {
  return { keys: new Float64Array(nodeCount).fill(Infinity), made: new Int32Array(nodeCount).fill(-1) };
}

/** Joins the trees of two parts of the set where they meet. */
function join(work: Work, set: number, into: Trees): void {
  for (let part = (set - 1) & set; part > set - part; part = (part - 1) & set) {
    const { keys: ones } = work.trees[part] as Trees;
    const { keys: others } = work.trees[set - part] as Trees;
    for (let node = 0; node < ones.length; node += 1) {
      const key = (ones[node] as number) + (others[node] as number);
      if (key >= (into.keys[node] as number)) continue;
      into.keys[node] = key;
      into.made[node] = -2 - part;
    }
  }
}

/** Grows trees along edges to further nodes (Dijkstra). @returns false when told to stop */
function grow({ topology, query, keyOf, heap, check }: Work, { keys, made }: Trees): boolean {
  heap.size = 0;
  keys.forEach((key, node) => {
    if (key < Infinity) pushItem(heap, key, node);
  });
  const relax = (from: number, to: number, edge: number): void => {
    if (!query.mask.edge(edge) || !mayLink(query, to)) return;
    const key = (keys[from] as number) + keyOf(edge, from, to);
    if (key >= (keys[to] as number)) return;
    keys[to] = key;
    made[to] = edge;
    pushItem(heap, key, to);
  };
  return settleNodes(topology, heap, keys, check, relax);
}

function collectEdges(work: Work, set: number, node: number, edges: Set<number>): void {
  const made = (work.trees[set] as Trees).made[node] as number;
  if (made >= 0) {
    edges.add(made);
    const source = sourceOf(work.topology, made);
    collectEdges(work, set, source === node ? (work.topology.targets[made] as number) : source, edges);
  } else if (made < -1) {
    collectEdges(work, -2 - made, node, edges);
    collectEdges(work, set + 2 + made, node, edges);
  }
}

/**
 * The cheapest tree that connects the ends, by the cheapest trees of all sets of them: after S. E. Dreyfus and
 * R. A. Wagner, "The Steiner problem in graphs", Networks 1 (1971). Time and memory grow with 2^ends.
 * @returns its edges, null when told to stop
 */
export function connectExactly(topology: Topology, query: LinkQuery, check: StopCheck): Set<number> | null {
  const keyOf = createLinkKey(query);
  const work: Work = { topology, query, keyOf, heap: createMinHeap(), check, trees: [] };
  const last = query.ends.length - 1;
  const all = 2 ** last - 1;
  for (let set = 1; set <= all; set += 1) {
    const trees = createTrees(topology.nodeCount);
    work.trees[set] = trees;
    const single = query.ends.findIndex((_, place) => set === 2 ** place);
    if (single >= 0) trees.keys[query.ends[single] as number] = 0;
    else join(work, set, trees);
    if (check.after(topology.nodeCount) || !grow(work, trees)) return null;
  }
  const edges = new Set<number>();
  collectEdges(work, all, query.ends[last] as number, edges);
  return edges;
}
