import type { EdgesResponse } from '../contract/graph.ts';
import type { EdgesQuery } from '../contract/requests.ts';
import { createWalkMask } from '../topology/edge-mask.ts';
import { listSteps } from '../topology/topology.ts';
import type { ExploreDeps, UseCase } from './explore-deps.ts';
import { requireNode } from './find-by-id.ts';
import { projectEdges } from './project-graph.ts';
import { resolveDate } from './resolve-date.ts';

const DEFAULT_LIMIT = 5_000;

/**
 * The relationships that begin and end among the given entities, in the order of the topology.
 * @throws AppError unknown-id
 */
export function createListEdges(deps: ExploreDeps): UseCase<EdgesQuery, EdgesResponse> {
  return (query, signal) =>
    deps.graph.use(async (graph) => {
      const { topology } = graph;
      const nodes = new Set(query.among.map((id) => requireNode(graph, id)));
      const mask = createWalkMask(topology, { asOf: resolveDate(query.asOf, deps.now()).span });
      const all = [...nodes]
        .flatMap((node) => listSteps(topology, node, 'out'))
        .filter((step) => nodes.has(step.node) && mask.edge(step.edge))
        .map((step) => step.edge)
        .sort((a, b) => a - b);
      const shown = all.slice(0, query.limit ?? DEFAULT_LIMIT);
      return {
        edges: await projectEdges(graph, shown, signal),
        total: all.length,
        truncated: shown.length < all.length,
        revision: graph.revision,
      };
    });
}
