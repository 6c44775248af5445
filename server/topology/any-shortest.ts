import type { AnyPathAnswer, PathQuery } from './found-path.ts';
import { meet } from './meet.ts';
import type { SearchSpace } from './search-space.ts';
import type { StopCheck } from './stop-check.ts';

/** The path by which the sides met, read from there to both ends. */
function readMeeting(space: SearchSpace, hops: number): { nodes: number[]; edges: number[] } {
  const { viaNodes, viaEdges, fore } = space;
  const nodes: number[] = [];
  const edges: number[] = [];
  for (let hop = 0; hop < hops; hop += 1) {
    nodes.push(0);
    edges.push(space.metEdge);
  }
  let node = space.metFore;
  for (let hop = fore.depth; hop > 0; hop -= 1) {
    nodes[hop] = node;
    edges[hop - 1] = viaEdges[node] as number;
    node = viaNodes[node] as number;
  }
  nodes[0] = node;
  node = space.metBack;
  for (let hop = fore.depth + 1; hop < hops; hop += 1) {
    nodes[hop] = node;
    edges[hop] = viaEdges[node] as number;
    node = viaNodes[node] as number;
  }
  nodes.push(node);
  return { nodes, edges };
}

/** Any one path of least hops: that by which the two searches met (see `meet`). */
export function findAnyShortest(space: SearchSpace, query: PathQuery, check: StopCheck): AnyPathAnswer {
  const reach = meet(space, query, null, check);
  return { reach, path: reach.outcome === 'found' ? readMeeting(space, reach.hops) : null };
}
