import type { FoundPath } from './found-path.ts';
import type { PathWeights } from './path-weights.ts';
import type { SearchSpace } from './search-space.ts';

/** What a way from a node of one side to its start costs, the node and those on the way with it. */
function costOfWay(space: SearchSpace, weights: PathWeights, start: number, depth: number): number {
  const { viaNodes, viaEdges } = space;
  let cost = 0;
  let node = start;
  for (let left = depth; left > 0; left -= 1) {
    cost += weights.nodeCost(node) + weights.edgeCost(viaEdges[node] as number);
    node = viaNodes[node] as number;
  }
  return cost;
}

/** What the path by which the sides met costs, without its hops. */
export function costOfMeeting(space: SearchSpace, weights: PathWeights): number {
  const { metFore, metEdge, metBack, fore, back } = space;
  return (
    costOfWay(space, weights, metFore, fore.depth) +
    weights.edgeCost(metEdge) +
    costOfWay(space, weights, metBack, back.depth)
  );
}

/** The path by which the sides met, read from there to both ends. */
export function readMeeting(space: SearchSpace, weights: PathWeights, hops: number): FoundPath {
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
  return { nodes, edges, cost: costOfMeeting(space, weights) + weights.hopCost * (hops - 1) };
}
