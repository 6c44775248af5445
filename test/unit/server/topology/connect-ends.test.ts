import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { connectEnds } from '../../../../server/topology/connect-ends.ts';
import type { ConnectQuery } from '../../../../server/topology/connect-ends.ts';
import { connectRoughly, createLinkKey } from '../../../../server/topology/connect-roughly.ts';
import { createWalkMask } from '../../../../server/topology/edge-mask.ts';
import { createPathWeights } from '../../../../server/topology/path-weights.ts';
import { createStopCheck } from '../../../../server/topology/stop-check.ts';
import { sourceOf } from '../../../../server/topology/topology.ts';
import type { Topology } from '../../../../server/topology/topology.ts';
import { NOW, weights } from './plain-paths.ts';
import { buildGraph, graphs } from './topology-fixture.ts';

const cases = fc.record({
  graph: graphs(8, 11),
  weights,
  ends: fc.array(fc.nat(7), { minLength: 2, maxLength: 5 }),
  hubs: fc.constantFrom([], ['Place']),
  maxHops: fc.integer({ min: 1, max: 8 }),
});
type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

function queryOf(topology: Topology, one: Case): ConnectQuery | null {
  const ends = [...new Set(one.ends.map((end) => end % topology.nodeCount))];
  return ends.length < 2
    ? null
    : {
        ends,
        mask: createWalkMask(topology, { hubLabels: one.hubs }),
        weights: createPathWeights(topology, one.weights, NOW),
        maxHops: one.maxHops,
        shouldStop: () => false,
      };
}

const endsOf = (topology: Topology, edge: number): [number, number] => [
  sourceOf(topology, edge),
  topology.targets[edge] as number,
];

/** Which nodes hang together by these edges: the least node of each one's part. */
function partsOf(topology: Topology, edges: readonly number[]): number[] {
  const parts = Array.from({ length: topology.nodeCount }, (_, node) => node);
  for (let round = 0; round < topology.nodeCount; round += 1) {
    for (const edge of edges) {
      const [a, b] = endsOf(topology, edge);
      parts[a] = parts[b] = Math.min(parts[a]!, parts[b]!);
    }
  }
  return parts;
}

function walkable(topology: Topology, query: ConnectQuery, blocked: readonly number[] = []): number[] {
  const may = (node: number): boolean =>
    !blocked.includes(node) && (query.ends.includes(node) || query.mask.node(node));
  return Array.from({ length: topology.edgeCount }, (_, edge) => edge).filter((edge) =>
    endsOf(topology, edge).every(may),
  );
}

function hopsBetween(topology: Topology, edges: readonly number[], from: number): number[] {
  const hops = Array.from({ length: topology.nodeCount }, () => Infinity);
  hops[from] = 0;
  for (let round = 0; round < topology.nodeCount; round += 1) {
    for (const edge of edges) {
      const [a, b] = endsOf(topology, edge);
      hops[a] = Math.min(hops[a]!, hops[b]! + 1);
      hops[b] = Math.min(hops[b]!, hops[a]! + 1);
    }
  }
  return hops;
}

/** The largest group of ends that steps of maxHops connect, by plain distances. */
function plainGroup(topology: Topology, query: ConnectQuery): number[] {
  const edges = walkable(topology, query);
  const groups = query.ends.map((end) => new Set([end]));
  for (let round = 0; round < query.ends.length; round += 1) {
    for (const group of groups) {
      for (const member of Array.from(group)) {
        const hops = hopsBetween(topology, edges, member);
        for (const end of query.ends) if (hops[end]! <= query.maxHops) group.add(end);
      }
    }
  }
  const size = Math.max(...groups.map((group) => group.size));
  const largest = groups.find((group) => group.size === size)!;
  return size < 2 ? [] : query.ends.filter((end) => largest.has(end));
}

function keyOfTree(topology: Topology, query: ConnectQuery, edges: Iterable<number>): number {
  const keyOf = createLinkKey({ ...query, avoid: [] });
  return [...edges].reduce((sum, edge) => sum + keyOf(edge, ...endsOf(topology, edge)), 0);
}

/** The least key over all sets of edges that connect the group. */
function plainLeast(topology: Topology, query: ConnectQuery, group: readonly number[]): number {
  const asked = { ...query, ends: group };
  const edges = walkable(
    topology,
    asked,
    query.ends.filter((end) => !group.includes(end)),
  );
  let least = Infinity;
  for (let set = 0; set < 2 ** edges.length; set += 1) {
    const chosen = edges.filter((_, place) => (set & (2 ** place)) !== 0);
    const key = keyOfTree(topology, asked, chosen);
    if (key >= least) continue;
    const parts = partsOf(topology, chosen);
    if (group.every((end) => parts[end] === parts[group[0]!])) least = key;
  }
  return least;
}

describe('connecting several ends', () => {
  test('takes the largest group and the cheapest tree that plain search finds', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const topology = buildGraph(one.graph);
        const query = queryOf(topology, one);
        if (!query) return;
        const answer = connectEnds(topology, query);
        const group = plainGroup(topology, query);
        expect(answer.connected).toEqual(group);
        expect(answer.unconnected).toEqual(query.ends.filter((end) => !group.includes(end)));
        expect(answer.outcome === 'found').toBe(answer.unconnected.length === 0);
        const nodes = new Set(answer.edges.flatMap((edge) => endsOf(topology, edge)));
        expect(answer.nodes).toEqual([...nodes].sort((a, b) => a - b));
        if (group.length === 0) return;
        const asked = { ...query, ends: group };
        const least = plainLeast(topology, query, group);
        expect(keyOfTree(topology, asked, answer.edges)).toBe(least);
        expect(answer.edges).toHaveLength(nodes.size - 1);
        const links = { ...asked, avoid: answer.unconnected };
        const rough = connectRoughly(
          topology,
          links,
          createStopCheck(() => false),
        )!;
        const parts = partsOf(topology, [...rough]);
        expect(group.every((end) => parts[end] === parts[group[0]!])).toBe(true);
        expect(keyOfTree(topology, asked, rough)).toBeLessThanOrEqual(2 * least);
      }),
      { numRuns: 1_000, seed: 20_170 },
    );
  });

  test('says "none" only where more hops would not help', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const topology = buildGraph(one.graph);
        const query = queryOf(topology, one);
        if (!query) return;
        const { outcome, connected } = connectEnds(topology, query);
        const unlimited = connectEnds(topology, { ...query, maxHops: 99 });
        if (outcome === 'none') expect(unlimited.connected).toEqual(connected);
        expect(unlimited.outcome).not.toBe('too-far');
      }),
      { numRuns: 500, seed: 20_171 },
    );
  });

  /** A ladder: wide enough that the search asks whether to stop. */
  const ladder = buildGraph({
    nodes: Array.from({ length: 6_000 }, () => ({ label: 'Organisation' })),
    edges: Array.from({ length: 11_996 }, (_, place) => ({
      source: place >> 1,
      target: (place >> 1) + 1 + (place & 1),
      type: 'A',
      modality: 'stated',
      documents: 1,
      holds: [],
    })),
  });
  const long: ConnectQuery = {
    ends: [0, 5_990, 3_001],
    mask: createWalkMask(ladder, {}),
    weights: createPathWeights(ladder, {}, NOW),
    maxHops: 6_000,
    shouldStop: () => false,
  };

  test('told to stop at any moment, connects all ends or none', () => {
    let asked = 0;
    const whole = connectEnds(ladder, { ...long, shouldStop: () => ((asked += 1), false) });
    expect(whole.outcome).toBe('found');
    for (let moment = 1; moment <= asked; moment += 1) {
      let count = 0;
      const answer = connectEnds(ladder, { ...long, shouldStop: () => (count += 1) >= moment });
      expect(answer.outcome).toBe('stopped');
      if (answer.connected.length === 0)
        expect(answer).toMatchObject({ nodes: [], edges: [], unconnected: long.ends });
      else expect(answer.connected).toEqual(long.ends);
    }
  });
});
