import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createWalkMask } from '../../../../server/topology/edge-mask.ts';
import type { WalkFilter, WalkMask } from '../../../../server/topology/edge-mask.ts';
import { comparePaths, findKShortestPaths } from '../../../../server/topology/k-shortest-paths.ts';
import { createPathSearch } from '../../../../server/topology/path-search.ts';
import type { FoundPath, PathQuery } from '../../../../server/topology/path-search.ts';
import { listSteps } from '../../../../server/topology/topology.ts';
import type { Topology } from '../../../../server/topology/topology.ts';
import { buildGraph, graphs } from './topology-fixture.ts';

/** Every simple path up to maxHops by plain depth-first search, in the promised order. */
function listAllPaths(topology: Topology, query: PathQuery): FoundPath[] {
  const found: FoundPath[] = [];
  const walkOn = (nodes: number[], edges: number[]): void => {
    const last = nodes.at(-1) as number;
    if (last === query.to) {
      found.push({ nodes, edges });
      return;
    }
    if (edges.length === query.maxHops) return;
    for (const step of listSteps(topology, last, query.walk)) {
      if (nodes.includes(step.node) || !query.mask.edge(step.edge)) continue;
      if (step.node !== query.to && !query.mask.node(step.node)) continue;
      walkOn([...nodes, step.node], [...edges, step.edge]);
    }
  };
  walkOn([query.from], []);
  return found.sort(comparePaths);
}

const filters: fc.Arbitrary<WalkFilter> = fc.record(
  {
    types: fc.constantFrom(new Set(['A']), new Set(['A', 'B'])),
    excludeTypes: fc.constant(new Set(['C'])),
    modalities: fc.constant(new Set(['stated'])),
    asOf: fc.constantFrom({ from: 7, to: 7 }, { from: 21, to: 29 }, { from: 12, to: 33 }),
    minDocuments: fc.integer({ min: 0, max: 3 }),
    hubLabels: fc.constant(['Place']),
    excludedNodes: fc.constantFrom(new Set([1]), new Set([0, 2])),
  },
  { requiredKeys: [] },
);

const cases = fc.record({
  graph: graphs(),
  filter: filters,
  from: fc.nat(8),
  to: fc.nat(8),
  maxHops: fc.integer({ min: 1, max: 8 }),
  walk: fc.constantFrom('any' as const, 'out' as const),
});

function queryOf(
  topology: Topology,
  one: { from: number; to: number; maxHops: number; walk: 'any' | 'out' },
  mask: WalkMask,
): PathQuery {
  return {
    from: one.from % topology.nodeCount,
    to: one.to % topology.nodeCount,
    mask,
    maxHops: one.maxHops,
    walk: one.walk,
    shouldStop: () => false,
  };
}

describe('paths over random graphs', () => {
  test('all shortest paths are those that plain search finds, in the same order', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const topology = buildGraph(one.graph);
        const query = queryOf(topology, one, createWalkMask(topology, one.filter));
        const all = listAllPaths(topology, query);
        const shortest = all.filter((path) => path.edges.length === all[0]?.edges.length);
        const answer = createPathSearch(topology).listShortest(query, 1_000);
        expect(answer.paths).toEqual(shortest);
        expect(answer.reach.outcome === 'found').toBe(all.length > 0);
      }),
      { numRuns: 1_500, seed: 20_160 },
    );
  });

  test('the k shortest paths are the first k that plain search finds', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 12 }), (one, k) => {
        const topology = buildGraph(one.graph);
        const query = queryOf(topology, one, createWalkMask(topology, one.filter));
        if (query.from === query.to) return;
        const answer = findKShortestPaths(createPathSearch(topology), query, k);
        expect(answer.paths).toEqual(listAllPaths(topology, query).slice(0, k));
      }),
      { numRuns: 1_000, seed: 20_161 },
    );
  });

  test('one search after another on the same arrays gives what a fresh one gives', () => {
    fc.assert(
      fc.property(
        graphs(),
        fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { minLength: 2, maxLength: 6 }),
        (graph, pairs) => {
          const topology = buildGraph(graph);
          const mask = createWalkMask(topology, {});
          const kept = createPathSearch(topology);
          for (const [from, to] of pairs) {
            const query = queryOf(topology, { from, to, maxHops: 8, walk: 'any' }, mask);
            expect(kept.listShortest(query, 50)).toEqual(createPathSearch(topology).listShortest(query, 50));
          }
        },
      ),
      { numRuns: 200, seed: 20_162 },
    );
  });

  test('"none" is said only where no length would help, "too far" only where more hops might', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const topology = buildGraph(one.graph);
        const query = queryOf(topology, one, createWalkMask(topology, one.filter));
        const { outcome } = createPathSearch(topology).reach(query);
        const anyLength = listAllPaths(topology, { ...query, maxHops: 20 });
        if (outcome === 'none') expect(anyLength).toEqual([]);
        if (outcome === 'too-far')
          expect(anyLength.every((path) => path.edges.length > query.maxHops)).toBe(true);
      }),
      { numRuns: 800, seed: 20_163 },
    );
  });
});

describe('a path search', () => {
  const line = buildGraph({
    nodes: Array.from({ length: 6 }, () => ({ label: 'Organisation' })),
    edges: [0, 1, 2, 3, 4].map((source) => ({
      source,
      target: source + 1,
      type: 'A',
      modality: 'stated',
      documents: 1,
      holds: [],
    })),
  });
  const open = createWalkMask(line, {});
  const query: PathQuery = { from: 0, to: 5, mask: open, maxHops: 5, walk: 'any', shouldStop: () => false };

  test('walks against the direction of edges unless told otherwise', () => {
    const search = createPathSearch(line);
    expect(search.listShortest({ ...query, from: 5, to: 0 }, 5).paths[0]?.nodes).toEqual([5, 4, 3, 2, 1, 0]);
    expect(search.listShortest({ ...query, from: 5, to: 0, walk: 'out' }, 5).paths).toEqual([]);
  });

  test('stops at the limit of hops', () => {
    expect(createPathSearch(line).reach({ ...query, maxHops: 4 }).outcome).toBe('too-far');
    expect(createPathSearch(line).reach(query)).toEqual({ outcome: 'found', hops: 5, nodesSeen: 7 });
  });

  test('gives up when it is told to', () => {
    const wide = buildGraph({
      nodes: Array.from({ length: 90 }, () => ({ label: 'Organisation' })),
      edges: Array.from({ length: 90 * 89 }, (_, place) => ({
        source: Math.floor(place / 89),
        target: (Math.floor(place / 89) + 1 + (place % 89)) % 90,
        type: 'A',
        modality: 'stated',
        documents: 1,
        holds: [],
      })),
    });
    const asked = { count: 0 };
    const answer = findKShortestPaths(
      createPathSearch(wide),
      { ...query, mask: createWalkMask(wide, {}), maxHops: 12, shouldStop: () => (asked.count += 1) > 2 },
      25,
    );
    expect(answer.reach.outcome).toBe('stopped');
    expect(answer.paths.length).toBeGreaterThan(0);
    expect(answer.paths.length).toBeLessThan(25);
  });
});
