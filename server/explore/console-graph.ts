import type { GraphEdge, GraphNode } from '../contract/graph.ts';
import type { WireValue } from '../engine/values.ts';
import { at, edgeIndexOf, nodeIndexOf, sourceOf } from '../topology/topology.ts';
import type { LoadedGraph } from './load-graph.ts';
import { projectEdges, projectNodes } from './project-graph.ts';
import type { StandingDay } from './compute-standing.ts';

/** Collects the entities and relationships that stand in the rows of an answer, wherever they are nested. */
export interface ConsoleGraph {
  add(value: WireValue): void;
  /** Ends of relationships are added, so that every edge can be drawn. What is no entity of ours stays in the rows. */
  project(
    graph: LoadedGraph,
    day: StandingDay,
    signal: AbortSignal,
  ): Promise<{ nodes: GraphNode[]; edges: GraphEdge[] }>;
}

function isMap(value: WireValue): value is { readonly [key: string]: WireValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param maxNodes entities to be drawn at most */
export function createConsoleGraph(maxNodes: number): ConsoleGraph {
  const nodeIds = new Set<string>();
  const edgeIds = new Set<string>();
  const add = (value: WireValue): void => {
    if (Array.isArray(value)) {
      for (const item of value as readonly WireValue[]) add(item);
      return;
    }
    if (!isMap(value)) return;
    const { $type: type, id } = value;
    if (type === 'node' && typeof id === 'string') nodeIds.add(id);
    else if (type === 'relationship' && typeof id === 'string') edgeIds.add(id);
    else for (const item of Object.values(value)) add(item);
  };
  return {
    add,
    async project(graph, day, signal) {
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
