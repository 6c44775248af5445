import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createPathSearch } from '../../../../server/topology/path-search.ts';
import { createPathWeights } from '../../../../server/topology/path-weights.ts';
import { cases, plainCost, queryOf } from './plain-paths.ts';
import { buildGraph } from './topology-fixture.ts';
import type { PlainEdge } from './topology-fixture.ts';

const STILL = 2_147_483_647;
const ALWAYS_BEFORE = -2_147_483_648;
const TEN_YEARS = 3_652.5;

const edge = (source: number, target: number, over: Partial<PlainEdge> = {}): PlainEdge => ({
  source,
  target,
  type: 'A',
  modality: 'stated',
  documents: 1,
  holds: [],
  ...over,
});

const graph = (edges: readonly PlainEdge[]) =>
  buildGraph({ nodes: Array.from({ length: 12 }, () => ({ label: 'Organisation' })), edges });

const partsOf = (edges: readonly PlainEdge[], nodes: readonly number[], dayNow = 0) => {
  const topology = graph(edges);
  const places = nodes.slice(1).map((_, hop) => hop);
  const { score, parts } = createPathWeights(topology, {}, dayNow).scoreOf({ nodes, edges: places });
  return { score, ...Object.fromEntries(parts.map(({ part, value }) => [part, value])) };
};

describe('the weights of paths', () => {
  test('take 0.8 for each hop after the first', () => {
    expect(partsOf([edge(0, 1)], [0, 1])).toMatchObject({ length: 1, hubs: 1 });
    expect(partsOf([edge(0, 1), edge(1, 2), edge(2, 3)], [0, 1, 2, 3])).toMatchObject({ length: 0.64 });
  });

  test('take what relationships rest on, how they are stated and whether they are disputed', () => {
    expect(partsOf([edge(0, 1)], [0, 1])).toMatchObject({ documents: 0.7 });
    expect(partsOf([edge(0, 1, { documents: 0 })], [0, 1])).toMatchObject({ documents: 0.7 });
    expect(partsOf([edge(0, 1, { documents: 3 })], [0, 1])).toMatchObject({ documents: 0.9 });
    expect(partsOf([edge(0, 1, { modality: 'discussed' })], [0, 1])).toMatchObject({ documents: 0.175 });
    expect(partsOf([edge(0, 1, { disputed: true })], [0, 1])).toMatchObject({ documents: 0.35 });
  });

  test('take the age of the latest known day that is not to come', () => {
    const recency = (holds: readonly number[], dayNow: number) =>
      partsOf([edge(0, 1, { holds })], [0, 1], dayNow);
    expect(recency([], 0)).toMatchObject({ recency: 0.5 });
    expect(recency([ALWAYS_BEFORE, STILL], 0)).toMatchObject({ recency: 0.5 });
    expect(recency([1_000, STILL], 1_000)).toMatchObject({ recency: 1 });
    expect(recency([0, STILL], TEN_YEARS)).toMatchObject({ recency: 0.75 });
    expect(recency([-9_000, 0, 9_000, STILL], TEN_YEARS)).toMatchObject({ recency: 0.75 });
    expect(recency([9_000, STILL], 0)).toMatchObject({ recency: 0.5 });
    expect(recency([0, STILL], 2 * TEN_YEARS)).toMatchObject({ recency: 0.625 });
  });

  test('take the degree of what is passed through, not of the ends', () => {
    const star = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((leaf) => edge(0, leaf));
    expect(partsOf(star, [1, 0, 2])).toMatchObject({ hubs: 0.5 });
    expect(partsOf(star, [0, 1])).toMatchObject({ hubs: 1 });
  });

  test('multiply into the score, each part to the power of its weight', () => {
    const topology = graph([edge(0, 1), edge(1, 2)]);
    const path = { nodes: [0, 1, 2], edges: [0, 1] };
    const { score, parts } = createPathWeights(topology, {}, 0).scoreOf(path);
    const product = parts.reduce((all, { value }) => all * value, 1);
    expect(score).toBeCloseTo(product, 4);
    expect(
      createPathWeights(topology, { length: 0, recency: 0, documents: 0, hubs: 0 }, 0).scoreOf(path).score,
    ).toBe(1);
    const only = createPathWeights(topology, { length: 3, recency: 0, documents: 0, hubs: 0 }, 0).scoreOf(
      path,
    );
    expect(only.score).toBe(0.512);
    expect(only.parts[0]).toEqual({ part: 'length', value: 0.8, weight: 3 });
  });

  test('are whole and never below zero, and the score says what the search has added up', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const topology = buildGraph(one.graph);
        const query = queryOf(topology, one, false);
        if (!query) return;
        const costs = [
          query.weights.hopCost,
          ...Array.from({ length: topology.edgeCount }, (_, place) => query.weights.edgeCost(place)),
          ...Array.from({ length: topology.nodeCount }, (_, node) => query.weights.nodeCost(node)),
        ];
        expect(costs.every((cost) => Number.isSafeInteger(cost) && cost >= 0)).toBe(true);
        for (const path of createPathSearch(topology).kShortest(query, 5, 'score').paths) {
          expect(path.cost).toBe(plainCost(query, path));
          const { score } = query.weights.scoreOf(path);
          expect(score).toBe(Number(Math.exp(-path.cost / 1_000_000).toPrecision(6)));
          expect(score).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300, seed: 20_165 },
    );
  });
});
