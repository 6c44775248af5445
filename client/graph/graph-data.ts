import { MultiDirectedGraph } from 'graphology';

import type { GraphEdge, GraphNode, Subgraph } from '../../server/contract/graph.ts';

/** The entities and relationships the client knows. Treated as immutable: a change makes a new one. */
export type GraphData = MultiDirectedGraph<GraphNode, GraphEdge>;

/** A graph of the answer's nodes and of the edges whose both ends are known, both in id order. */
export function createGraphData(subgraph: Subgraph): GraphData {
  return mergeSubgraph(new MultiDirectedGraph<GraphNode, GraphEdge>(), subgraph);
}

/** What is known and what arrived, as a new graph; the same graph where nothing is new. */
export function mergeSubgraph(data: GraphData, subgraph: Subgraph): GraphData {
  const newNodes = subgraph.nodes.filter((node) => !data.hasNode(node.id));
  const newEdges = subgraph.edges.filter((edge) => !data.hasEdge(edge.id));
  if (newNodes.length === 0 && newEdges.length === 0) return data;
  const merged = data.copy() as GraphData;
  for (const node of newNodes.toSorted(byId)) merged.mergeNode(node.id, node);
  for (const edge of newEdges.toSorted(byId)) {
    if (merged.hasNode(edge.source) && merged.hasNode(edge.target) && !merged.hasEdge(edge.id)) {
      merged.addEdgeWithKey(edge.id, edge.source, edge.target, edge);
    }
  }
  return merged;
}

export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

export function nodeOf(data: GraphData, id: string): GraphNode | undefined {
  return data.hasNode(id) ? data.getNodeAttributes(id) : undefined;
}

export function edgeOf(data: GraphData, id: string): GraphEdge | undefined {
  return data.hasEdge(id) ? data.getEdgeAttributes(id) : undefined;
}

export function allNodes(data: GraphData): readonly GraphNode[] {
  return data.mapNodes((_, node) => node);
}

export function allEdges(data: GraphData): readonly GraphEdge[] {
  return data.mapEdges((_, edge) => edge);
}

/** The relationships at an entity, in both directions. */
export function edgesAt(data: GraphData, id: string): readonly GraphEdge[] {
  return data.hasNode(id) ? data.mapEdges(id, (_, edge) => edge) : [];
}

export function neighbourIds(data: GraphData, id: string): readonly string[] {
  return data.hasNode(id) ? data.neighbors(id).toSorted() : [];
}

export function otherEnd(edge: GraphEdge, id: string): string {
  return edge.source === id ? edge.target : edge.source;
}
