import type { GraphEdge, GraphNode } from '../contract/graph.ts';
import type { RowsText } from '../engine/engine.ts';
import { at, edgeIndexOf, nodeIndexOf, sourceOf } from '../topology/topology.ts';
import type { LoadedGraph } from './load-graph.ts';
import { projectEdges, projectNodes } from './project-graph.ts';
import type { StandingDay } from './compute-standing.ts';

/** Collects the entities and relationships that stand in the rows of an answer, wherever they are nested. */
export interface ConsoleGraph {
  add(rows: Pick<RowsText, 'nodeIds' | 'edgeIds'>): void;
  /** Ends of relationships are added, so that every edge can be drawn. What is no entity of ours stays in the rows. */
  project(
    graph: LoadedGraph,
    day: StandingDay,
    signal: AbortSignal,
  ): Promise<{ nodes: GraphNode[]; edges: GraphEdge[] }>;
}

/** @param maxNodes entities to be drawn at most */
export function createConsoleGraph(maxNodes: number): ConsoleGraph {
  const nodeIds = new Set<string>();
  const edgeIds = new Set<string>();
  return {
    add(rows) {
      for (const id of rows.nodeIds) nodeIds.add(id);
      for (const id of rows.edgeIds) edgeIds.add(id);
    },
    async project(graph, day, signal) {
      if (nodeIds.size + edgeIds.size === 0) return { nodes: [], edges: [] };
      const { topology } = graph;
      const edges = [...edgeIds].map((id) => edgeIndexOf(topology, id)).filter((edge) => edge >= 0);
      const nodes = new Set([...nodeIds].map((id) => nodeIndexOf(topology, id)).filter((node) => node >= 0));
      for (const edge of edges) nodes.add(sourceOf(topology, edge)).add(at(topology.targets, edge));
      const shown = [...nodes].sort((a, b) => a - b).slice(0, maxNodes);
      const kept = new Set(shown);
      const drawn = edges
        .filter((edge) => kept.has(sourceOf(topology, edge)) && kept.has(at(topology.targets, edge)))
        .sort((a, b) => a - b);
      return {
        nodes: await projectNodes(graph, shown, day, signal),
        edges: await projectEdges(graph, drawn, signal),
      };
    },
  };
}
