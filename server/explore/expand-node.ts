import type { NeighboursResponse } from '../contract/graph.ts';
import type { NeighboursQuery } from '../contract/requests.ts';
import { createWalkMask } from '../topology/edge-mask.ts';
import { at, labelMaskOf, listSteps } from '../topology/topology.ts';
import type { Step, Topology } from '../topology/topology.ts';
import type { ExploreDeps, UseCase } from './explore-deps.ts';
import { requireNode } from './find-by-id.ts';
import { projectEdges, projectNodes } from './project-graph.ts';
import { resolveDate } from './resolve-date.ts';
import { splitTypes } from './split-types.ts';

function countByType(topology: Topology, steps: readonly Step[]): NeighboursResponse['totals'] {
  const totals = new Map<string, NeighboursResponse['totals'][number]>();
  for (const step of steps) {
    const type = topology.typeNames[at(topology.types, step.edge)] as string;
    const direction = step.forward ? 'out' : 'in';
    const total = totals.get(`${type} ${direction}`) ?? { type, direction, count: 0 };
    total.count += 1;
    totals.set(`${type} ${direction}`, total);
  }
  return [...totals.values()].sort((a, b) =>
    a.type === b.type ? (a.direction < b.direction ? 1 : -1) : a.type < b.type ? -1 : 1,
  );
}

/**
 * What an entity is related to: the entity, the neighbours in id order from `offset` on, and the relationships between
 * the entity and them. `total` counts neighbours, `totals` relationships.
 */
export function createExpandNode(
  deps: ExploreDeps,
): UseCase<NeighboursQuery & { id: string }, NeighboursResponse> {
  return (query, signal) =>
    deps.graph.use(async (graph) => {
      const { topology } = graph;
      const node = requireNode(graph, query.id);
      const asked = resolveDate(query.asOf, deps.now());
      const { labels, types } = splitTypes(query.types);
      const mask = createWalkMask(topology, { types, asOf: asked.span });
      const labelMask = labels ? labelMaskOf(topology, labels) : -1;
      const steps = listSteps(topology, node, query.direction ?? 'any').filter(
        (step) =>
          mask.edge(step.edge) &&
          (labels === undefined || (at(topology.labelBits, step.node) & labelMask) !== 0),
      );
      const neighbours = [...new Set(steps.map((step) => step.node))].filter((other) => other !== node);
      const offset = query.offset ?? 0;
      const limit = query.limit ?? deps.limits.neighboursMax;
      const page = new Set([node, ...neighbours.slice(offset, offset + limit)]);
      const edges = [...new Set(steps.filter((step) => page.has(step.node)).map((step) => step.edge))];
      return {
        nodes: await projectNodes(
          graph,
          [...page].sort((a, b) => a - b),
          asked.day,
          signal,
        ),
        edges: await projectEdges(
          graph,
          edges.sort((a, b) => a - b),
          signal,
        ),
        totals: countByType(topology, steps),
        total: neighbours.length,
        truncated: offset + limit < neighbours.length,
        revision: graph.revision,
      };
    });
}
