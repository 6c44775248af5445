import type { GraphResponse } from '../contract/graph.ts';
import type { GraphQuery } from '../contract/requests.ts';
import { ENTITY_LABELS } from '../contract/vocabulary.ts';
import { createWalkMask } from '../topology/edge-mask.ts';
import { at, labelMaskOf } from '../topology/topology.ts';
import type { Topology } from '../topology/topology.ts';
import type { ExploreDeps, UseCase } from './explore-deps.ts';
import { projectEdges, projectNodes } from './project-graph.ts';
import { resolveDate } from './resolve-date.ts';
import { splitTypes } from './split-types.ts';

interface Selection {
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
}

/** Edges that may be shown, with both ends among the allowed labels, and the nodes that go with them. */
function select(
  topology: Topology,
  isEdge: (edge: number) => boolean,
  labelMask: number,
  keepsIsolated: (node: number) => boolean,
): Selection {
  const isNode = (node: number): boolean => (at(topology.labelBits, node) & labelMask) !== 0;
  const edges: number[] = [];
  const touched = new Uint8Array(topology.nodeCount);
  for (let source = 0; source < topology.nodeCount; source += 1) {
    if (!isNode(source)) continue;
    const end = at(topology.outOffsets, source + 1);
    for (let edge = at(topology.outOffsets, source); edge < end; edge += 1) {
      const target = at(topology.targets, edge);
      if (!isNode(target) || !isEdge(edge)) continue;
      edges.push(edge);
      touched[source] = 1;
      touched[target] = 1;
    }
  }
  const nodes: number[] = [];
  for (let node = 0; node < topology.nodeCount; node += 1) {
    if (at(touched, node) === 1 || (isNode(node) && keepsIsolated(node))) nodes.push(node);
  }
  return { nodes, edges };
}

/** The best connected nodes, ties by id; edges between them. */
function cut(
  topology: Topology,
  all: Selection,
  limit: number,
  edgeEnds: (edge: number) => [number, number],
): Selection {
  if (all.nodes.length <= limit) return all;
  const nodes = [...all.nodes]
    .sort((a, b) => at(topology.degrees, b) - at(topology.degrees, a) || a - b)
    .slice(0, limit)
    .sort((a, b) => a - b);
  const kept = new Set(nodes);
  const edges = all.edges.filter((edge) => edgeEnds(edge).every((node) => kept.has(node)));
  return { nodes, edges };
}

function createEdgeEnds(topology: Topology): (edge: number) => [number, number] {
  const sources = new Uint32Array(topology.edgeCount);
  for (let node = 0; node < topology.nodeCount; node += 1) {
    sources.fill(node, at(topology.outOffsets, node), at(topology.outOffsets, node + 1));
  }
  return (edge) => [at(sources, edge), at(topology.targets, edge)];
}

/**
 * The graph, or the part of it that was asked for. Relationship types alone keep the ends of those relationships;
 * a date keeps the relationships that hold then, entities that never had one, and those asked for by their label (an
 * agreement whose term has ended is there, with its standing).
 */
export function createBuildSubgraph(deps: ExploreDeps): UseCase<GraphQuery, GraphResponse> {
  return (query, signal) =>
    deps.graph.use(async (graph) => {
      const { topology } = graph;
      const asked = resolveDate(query.asOf, deps.now());
      const { labels, types } = splitTypes(query.types);
      const mask = createWalkMask(topology, { types, asOf: asked.span });
      const labelMask = labelMaskOf(
        topology,
        labels ?? ENTITY_LABELS.filter((label) => label !== 'Document'),
      );
      const keepsIsolated = (node: number): boolean => {
        if (types !== undefined && labels === undefined) return false;
        return labels !== undefined || asked.span === undefined || at(topology.degrees, node) === 0;
      };
      const all = select(topology, (edge) => mask.edge(edge), labelMask, keepsIsolated);
      const limit = query.limit ?? deps.limits.graphMaxNodes;
      const shown = cut(topology, all, limit, createEdgeEnds(topology));
      return {
        nodes: await projectNodes(graph, shown.nodes, asked.day, signal),
        edges: await projectEdges(graph, shown.edges, signal),
        total: { nodes: all.nodes.length, edges: all.edges.length },
        truncated: all.nodes.length > limit,
        revision: graph.revision,
      };
    });
}
