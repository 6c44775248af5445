import { at } from './topology.ts';
import type { Topology } from './topology.ts';
import type { WalkMask } from './edge-mask.ts';

export interface Components {
  readonly count: number;
  /** The component of each node; numbered in order of their first node. */
  readonly of: Uint32Array;
  /** Nodes of each component. */
  readonly sizes: readonly number[];
}

function findRoot(parents: Uint32Array, node: number): number {
  let root = node;
  while (at(parents, root) !== root) {
    parents[root] = at(parents, at(parents, root));
    root = at(parents, root);
  }
  return root;
}

/** The weakly connected components over the edges that the mask lets pass. */
export function findComponents(topology: Topology, mask: Pick<WalkMask, 'edge'>): Components {
  const parents = Uint32Array.from({ length: topology.nodeCount }, (_, node) => node);
  for (let source = 0; source < topology.nodeCount; source += 1) {
    const end = at(topology.outOffsets, source + 1);
    for (let edge = at(topology.outOffsets, source); edge < end; edge += 1) {
      if (!mask.edge(edge)) continue;
      const a = findRoot(parents, source);
      const b = findRoot(parents, at(topology.targets, edge));
      parents[Math.max(a, b)] = Math.min(a, b);
    }
  }
  const of = new Uint32Array(topology.nodeCount);
  const sizes: number[] = [];
  for (let node = 0; node < topology.nodeCount; node += 1) {
    const root = findRoot(parents, node);
    if (root === node) of[node] = sizes.push(0) - 1;
    else of[node] = at(of, root);
    sizes[at(of, node)] = (sizes[at(of, node)] ?? 0) + 1;
  }
  return { count: sizes.length, of, sizes };
}
