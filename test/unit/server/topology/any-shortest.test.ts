import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createWalkMask } from '../../../../server/topology/edge-mask.ts';
import type { PathQuery } from '../../../../server/topology/found-path.ts';
import { createPathSearch } from '../../../../server/topology/path-search.ts';
import { createPathWeights } from '../../../../server/topology/path-weights.ts';
import { nodeIndexOf, sourceOf } from '../../../../server/topology/topology.ts';
import type { Topology } from '../../../../server/topology/topology.ts';
import { cases, listAllPaths, queryOf } from './plain-paths.ts';
import { buildGraph, idOf } from './topology-fixture.ts';

/** Fails unless each step takes a relationship that is there, may be walked, and leads on to a node that may be passed. */
function expectReal(
  topology: Topology,
  query: PathQuery,
  path: NonNullable<ReturnType<typeof anyOf>['path']>,
) {
  const { nodes, edges } = path;
  expect(nodes[0]).toBe(query.from);
  expect(query.ends).toContain(nodes.at(-1));
  expect(new Set(nodes).size).toBe(nodes.length);
  expect(nodes.length).toBe(edges.length + 1);
  expect(nodes.slice(1, -1).every((node) => query.mask.node(node))).toBe(true);
  edges.forEach((edge, hop) => {
    expect(query.mask.edge(edge)).toBe(true);
    const step = [nodes[hop], nodes[hop + 1]];
    const stored = [sourceOf(topology, edge), topology.targets[edge]];
    const isBackwards = query.walk === 'any' && step[0] === stored[1];
    expect(isBackwards ? step.toReversed() : step).toEqual(stored);
  });
}

const anyOf = (topology: Topology, query: PathQuery) => createPathSearch(topology).anyShortest(query);

describe('any one shortest path', () => {
  test('has as many hops as the shortest that plain search finds, and is real', () => {
    let found = 0;
    fc.assert(
      fc.property(cases, (one) => {
        const topology = buildGraph(one.graph);
        const query = queryOf(topology, one, false);
        if (!query) return;
        const [shortest] = listAllPaths(topology, query, 'length');
        const { reach, path } = anyOf(topology, query);
        expect(reach.outcome === 'found').toBe(shortest !== undefined);
        expect(path?.edges.length).toBe(shortest?.edges.length);
        if (!path) return;
        found += 1;
        expect(reach.hops).toBe(path.edges.length);
        expectReal(topology, query, path);
      }),
      { numRuns: 4_000, seed: 20_180 },
    );
    expect(found).toBeGreaterThan(500);
  });

  test('says "none" only where no length would help, "too far" only where more hops might', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const topology = buildGraph(one.graph);
        const query = queryOf(topology, one, false);
        if (!query) return;
        const { reach } = anyOf(topology, query);
        const [shortest] = listAllPaths(topology, { ...query, maxHops: 20 }, 'length');
        if (reach.outcome === 'none') expect(shortest).toBeUndefined();
        if (reach.outcome === 'too-far') expect(shortest?.edges.length ?? 99).toBeGreaterThan(query.maxHops);
      }),
      { numRuns: 1_000, seed: 20_181 },
    );
  });

  test('is the same whatever order the rows came in and whatever was searched before', () => {
    fc.assert(
      fc.property(cases, cases, fc.infiniteStream(fc.nat()), (one, other, random) => {
        const shuffle = <T>(items: readonly T[]): T[] =>
          items
            .map((item) => ({ item, order: random.next().value as number }))
            .sort((a, b) => a.order - b.order)
            .map(({ item }) => item);
        const topology = buildGraph(one.graph);
        const shuffled = buildGraph(one.graph, shuffle);
        const query = queryOf(topology, one, false);
        const again = queryOf(shuffled, one, false);
        const before = queryOf(topology, { ...other, graph: one.graph }, false);
        if (!query || !again || !before) return;
        // Marks are used up after a few searches: wiping them must not be noticed.
        const kept = createPathSearch(topology, 64);
        for (let round = 0; round < 4; round += 1) {
          kept.shortest(before, 3);
          expect(kept.anyShortest(query)).toEqual(anyOf(shuffled, again));
        }
      }),
      { numRuns: 500, seed: 20_182 },
    );
  });

  test('stops when it is told to', () => {
    const nodes = Array.from({ length: 6_000 }, () => ({ label: 'Organisation' }));
    const facts = { type: 'A', modality: 'stated', documents: 1, holds: [] };
    const line = buildGraph({
      nodes,
      edges: nodes.slice(1).map((_, source) => ({ ...facts, source, target: source + 1 })),
    });
    let asked = 0;
    const query: PathQuery = {
      from: nodeIndexOf(line, idOf(0)),
      ends: [nodeIndexOf(line, idOf(5_999))],
      mask: createWalkMask(line, {}),
      weights: createPathWeights(line, {}, 0),
      maxHops: 6_000,
      walk: 'any',
      shouldStop: () => ((asked += 1), false),
    };
    expect(anyOf(line, query).reach).toMatchObject({ outcome: 'found', hops: 5_999 });
    expect(asked).toBeGreaterThan(1);
    const stopped = anyOf(line, { ...query, shouldStop: () => true });
    expect(stopped.reach.outcome).toBe('stopped');
    expect(stopped.reach.hops).toBeLessThan(5_999);
    expect(stopped.path).toBeNull();
  });
});
