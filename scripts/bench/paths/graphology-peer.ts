import { UndirectedGraph } from 'graphology';
import { bidirectional } from 'graphology-shortest-path';

import { idOf } from './plain-graph.ts';
import type { PlainGraph } from './plain-graph.ts';

/** Hops of a shortest path by graphology-shortest-path's `bidirectional`, −1 when there is none. */
export type HopsBetween = (from: number, to: number) => number;

export function createGraphologyPeer(graph: PlainGraph): HopsBetween {
  const peer = new UndirectedGraph();
  const ids = Array.from({ length: graph.nodeCount }, (_, node) => idOf(node));
  for (const id of ids) peer.addNode(id);
  graph.sources.forEach((source, edge) =>
    peer.addEdge(ids[source] as string, ids[graph.targets[edge] as number] as string),
  );
  return (from, to) => {
    const path = bidirectional(peer, ids[from] as string, ids[to] as string);
    return path === null ? -1 : path.length - 1;
  };
}
