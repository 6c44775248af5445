import type { Connection } from '../../topology/connect-ends.ts';
import { at, sourceOf } from '../../topology/topology.ts';
import type { Topology } from '../../topology/topology.ts';
import type { WalkedEdge } from './find-grounds.ts';

/** The edges of the tree, each with the node it is walked from: from the first end on, all of one node together. */
export function walkTree(topology: Topology, { edges, connected }: Connection): WalkedEdge[] {
  const walked: WalkedEdge[] = [];
  const left = new Set(edges);
  const queue = connected.slice(0, 1);
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    for (const edge of left) {
      const ends = [sourceOf(topology, edge), at(topology.targets, edge)];
      if (!ends.includes(node)) continue;
      left.delete(edge);
      walked.push([edge, node]);
      queue.push(ends[0] === node ? (ends[1] as number) : (ends[0] as number));
    }
  }
  return walked;
}
