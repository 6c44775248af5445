import type { FoundPath, PathAnswer, PathQuery } from './found-path.ts';
import { meet } from './meet.ts';
import type { SearchSpace } from './search-space.ts';
import type { StopCheck } from './stop-check.ts';

/** The path over the first bridge. */
function readPath({ bridges, fore, back }: SearchSpace, { weights }: PathQuery, hops: number): FoundPath {
  const nodes = [bridges.from[0] as number];
  const edges: number[] = [];
  let node = nodes[0] as number;
  for (let left = fore.depth; left > 0; left -= 1) {
    edges.push(fore.cameAlong[node] as number);
    node = fore.cameFrom[node] as number;
    nodes.push(node);
  }
  nodes.reverse();
  edges.reverse();
  edges.push(bridges.edges[0] as number);
  node = bridges.to[0] as number;
  nodes.push(node);
  for (let left = back.depth; left > 0; left -= 1) {
    edges.push(back.cameAlong[node] as number);
    node = back.cameFrom[node] as number;
    nodes.push(node);
  }
  let cost = weights.hopCost * (hops - 1);
  for (let at = 0; at < hops; at += 1)
    cost += weights.edgeCost(edges[at] as number) + (at === 0 ? 0 : weights.nodeCost(nodes[at] as number));
  return { nodes, edges, cost };
}

/**
 * One of the shortest paths, the first that both ends meet on: not the best of them, but the same each time for the
 * same snapshot, whose nodes and edges are in the order of their ids. Costs a fraction of the best one where many
 * shortest paths lead through entities that everything is related to.
 */
export function findAnyShortest(space: SearchSpace, query: PathQuery, check: StopCheck): PathAnswer {
  const reach = meet(space, query, [], 1, check);
  return {
    reach,
    paths: reach.outcome === 'found' ? [readPath(space, query, reach.hops)] : [],
    hasMore: false,
  };
}
