import * as fc from 'fast-check';

import type { WalkFilter } from '../../../../server/topology/edge-mask.ts';
import { createWalkMask } from '../../../../server/topology/edge-mask.ts';
import { comparePaths } from '../../../../server/topology/found-path.ts';
import type { FoundPath, PathQuery } from '../../../../server/topology/found-path.ts';
import type { Rank } from '../../../../server/topology/path-key.ts';
import { createPathWeights } from '../../../../server/topology/path-weights.ts';
import type { ScoreWeights } from '../../../../server/topology/path-weights.ts';
import { listSteps } from '../../../../server/topology/topology.ts';
import type { Topology } from '../../../../server/topology/topology.ts';
import { graphs } from './topology-fixture.ts';

export const NOW = 50;

export const weights: fc.Arbitrary<ScoreWeights> = fc.oneof(
  fc.constant({}),
  fc.constant({ length: 0, recency: 0, documents: 0, hubs: 0 }),
  fc.record({
    length: fc.constantFrom(0, 0.5, 3),
    recency: fc.constantFrom(0, 1),
    documents: fc.constantFrom(0, 2),
    hubs: fc.constantFrom(0, 0.25, 9.99),
  }),
);

const filters: fc.Arbitrary<WalkFilter> = fc.record(
  {
    types: fc.constantFrom(new Set(['A']), new Set(['A', 'B'])),
    excludeTypes: fc.constant(new Set(['C'])),
    modalities: fc.constant(new Set(['stated'])),
    asOf: fc.constantFrom({ from: 7, to: 7 }, { from: 21, to: 29 }, { from: 12, to: 33 }),
    minDocuments: fc.integer({ min: 0, max: 3 }),
    minPassages: fc.integer({ min: 0, max: 2 }),
    withoutDocuments: fc.constantFrom(new Set(['doc:a']), new Set(['doc:b', 'doc:c', 'doc:z'])),
    hubLabels: fc.constant(['Place']),
    excludedNodes: fc.constantFrom(new Set([1]), new Set([0, 2])),
  },
  { requiredKeys: [] },
);

export const cases = fc.record({
  graph: graphs(),
  filter: fc.oneof(fc.constant({}), filters),
  weights,
  from: fc.nat(8),
  ends: fc.oneof(
    { weight: 3, arbitrary: fc.array(fc.nat(8), { minLength: 1, maxLength: 1 }) },
    fc.array(fc.nat(8), { minLength: 2, maxLength: 3 }),
  ),
  through: fc.array(fc.nat(8), { maxLength: 3 }),
  maxHops: fc.integer({ min: 1, max: 8 }),
  walk: fc.constantFrom('any' as const, 'out' as const),
});
export type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

/** Null where `from` would be the only end. */
export function queryOf(topology: Topology, one: Case, through: boolean): PathQuery | null {
  const number = (node: number): number => node % topology.nodeCount;
  const ends = [...new Set(one.ends.map(number))].filter((end) => end !== number(one.from));
  if (ends.length === 0) return null;
  return {
    from: number(one.from),
    ends,
    through: through ? one.through.map(number) : undefined,
    mask: createWalkMask(topology, one.filter),
    weights: createPathWeights(topology, one.weights, NOW),
    maxHops: one.maxHops,
    walk: one.walk,
    shouldStop: () => false,
  };
}

/** What a path costs, added up from its definition. */
export function plainCost(
  { weights: { hopCost, edgeCost, nodeCost } }: PathQuery,
  path: Omit<FoundPath, 'cost'>,
): number {
  const total = (costs: readonly number[]): number => costs.reduce((sum, cost) => sum + cost, 0);
  const inner = path.nodes.slice(1, -1);
  return hopCost * inner.length + total(path.edges.map(edgeCost)) + total(inner.map(nodeCost));
}

/** Every simple path up to maxHops by plain depth-first search, in the order of the rank. */
export function listAllPaths(topology: Topology, query: PathQuery, rank: Rank): FoundPath[] {
  const found: FoundPath[] = [];
  const walkOn = (nodes: number[], edges: number[]): void => {
    const last = nodes.at(-1) as number;
    if (query.ends.includes(last)) {
      if (query.through?.every((node) => nodes.includes(node)) ?? true)
        found.push({ nodes, edges, cost: plainCost(query, { nodes, edges }) });
      return;
    }
    if (edges.length === query.maxHops) return;
    for (const step of listSteps(topology, last, query.walk)) {
      if (nodes.includes(step.node) || !query.mask.edge(step.edge)) continue;
      const isExempt = query.ends.includes(step.node) || query.through?.includes(step.node);
      if (!isExempt && !query.mask.node(step.node)) continue;
      walkOn([...nodes, step.node], [...edges, step.edge]);
    }
  };
  walkOn([query.from], []);
  const byRank = (a: FoundPath, b: FoundPath): number =>
    rank === 'length' ? a.edges.length - b.edges.length || a.cost - b.cost : a.cost - b.cost;
  return found.sort((a, b) => byRank(a, b) || comparePaths(a, b));
}
