import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createWalkMask } from '../../../../server/topology/edge-mask.ts';
import type { FoundPath, PathQuery } from '../../../../server/topology/found-path.ts';
import type { Rank } from '../../../../server/topology/path-key.ts';
import { createPathSearch } from '../../../../server/topology/path-search.ts';
import { createPathWeights } from '../../../../server/topology/path-weights.ts';
import { cases, listAllPaths, queryOf } from './plain-paths.ts';
import { buildGraph, graphs } from './topology-fixture.ts';
import type { PlainGraph } from './topology-fixture.ts';

const ks = fc.integer({ min: 1, max: 25 });
const isThrough = fc.boolean();
const RANKS: readonly Rank[] = ['length', 'score'];

describe('paths over random graphs', () => {
  test('the shortest paths are the best of those of the least length that plain search finds', () => {
    fc.assert(
      fc.property(cases, ks, isThrough, (one, k, through) => {
        const topology = buildGraph(one.graph);
        const query = queryOf(topology, one, through);
        if (!query) return;
        const all = listAllPaths(topology, query, 'length');
        const least = all.filter((path) => path.edges.length === all[0]?.edges.length);
        const answer = createPathSearch(topology).shortest(query, k);
        expect(answer.paths).toEqual(least.slice(0, k));
        expect(answer.hasMore).toBe(least.length > k);
        expect(answer.reach.outcome === 'found').toBe(all.length > 0);
        if (all[0]) expect(answer.reach.hops).toBe(all[0].edges.length);
      }),
      { numRuns: 1_500, seed: 20_160 },
    );
  });

  test.each(RANKS)('the k best by %s are the first k that plain search finds', (rank) => {
    fc.assert(
      fc.property(cases, ks, isThrough, (one, k, through) => {
        const topology = buildGraph(one.graph);
        const query = queryOf(topology, one, through);
        if (!query) return;
        const all = listAllPaths(topology, query, rank);
        const answer = createPathSearch(topology).kShortest(query, k, rank);
        expect(answer.paths).toEqual(all.slice(0, k));
        expect(answer.hasMore).toBe(all.length > k);
        expect(answer.reach.outcome === 'found').toBe(all.length > 0);
      }),
      { numRuns: 1_500, seed: 20_161 },
    );
  });

  test('one search after another on the same arrays gives what a fresh one gives', () => {
    fc.assert(
      fc.property(
        graphs(),
        fc.array(fc.tuple(cases, isThrough), { minLength: 2, maxLength: 6 }),
        (graph, list) => {
          const topology = buildGraph(graph);
          // Four searches and the marks are used up: wiping them must not be noticed.
          const kept = createPathSearch(topology, 64);
          for (const [one, through] of list) {
            const query = queryOf(topology, one, through);
            if (!query) continue;
            const fresh = createPathSearch(topology);
            expect(kept.shortest(query, 5)).toEqual(fresh.shortest(query, 5));
            for (const rank of RANKS)
              expect(kept.kShortest(query, 5, rank)).toEqual(fresh.kShortest(query, 5, rank));
          }
        },
      ),
      { numRuns: 300, seed: 20_162 },
    );
  });

  test('"none" is said only where no length would help, "too far" only where more hops might', () => {
    fc.assert(
      fc.property(cases, isThrough, (one, through) => {
        const topology = buildGraph(one.graph);
        const query = queryOf(topology, one, through);
        if (!query) return;
        const anyLength = listAllPaths(topology, { ...query, maxHops: 20 }, 'length');
        const search = createPathSearch(topology);
        for (const { reach } of [
          search.shortest(query, 1),
          ...RANKS.map((rank) => search.kShortest(query, 1, rank)),
        ]) {
          if (reach.outcome === 'none') expect(anyLength).toEqual([]);
          if (reach.outcome === 'too-far')
            expect(anyLength.every((path) => path.edges.length > query.maxHops)).toBe(true);
        }
      }),
      { numRuns: 1_000, seed: 20_163 },
    );
  });
});

function plainGraph(nodeCount: number, pairs: readonly (readonly [number, number])[]): PlainGraph {
  return {
    nodes: Array.from({ length: nodeCount }, () => ({ label: 'Organisation' })),
    edges: pairs.map(([source, target]) => ({
      source,
      target,
      type: 'A',
      modality: 'stated',
      documents: 1,
      holds: [],
    })),
  };
}

describe('a path search', () => {
  const line = buildGraph(
    plainGraph(6, [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 5],
    ]),
  );
  const query: PathQuery = {
    from: 0,
    ends: [5],
    mask: createWalkMask(line, {}),
    weights: createPathWeights(line, {}, 0),
    maxHops: 5,
    walk: 'any',
    shouldStop: () => false,
  };
  const back = { ...query, from: 5, ends: [0] };

  test('walks against the direction of edges unless told otherwise', () => {
    const search = createPathSearch(line);
    expect(search.shortest(back, 5).paths[0]?.nodes).toEqual([5, 4, 3, 2, 1, 0]);
    expect(search.shortest({ ...back, walk: 'out' }, 5).paths).toEqual([]);
  });

  test('stops at the limit of hops', () => {
    const search = createPathSearch(line);
    expect(search.shortest({ ...query, maxHops: 4 }, 1).reach.outcome).toBe('too-far');
    expect(search.shortest(query, 1).reach).toMatchObject({ outcome: 'found', hops: 5 });
  });

  test('ends at the first end it reaches', () => {
    const answer = createPathSearch(line).kShortest({ ...query, ends: [5, 3] }, 9, 'length');
    expect(answer.paths.map((path) => path.nodes)).toEqual([[0, 1, 2, 3]]);
  });

  // Three layers of 30 between two ends: 27,000 shortest paths, and searches that ask whether to stop.
  const layer = (first: number): number[] => Array.from({ length: 30 }, (_, place) => first + place);
  const between = (ones: readonly number[], others: readonly number[]) =>
    ones.flatMap((one) => others.map((other) => [one, other] as const));
  const layers = [[0], layer(1), layer(31), layer(61), [91]];
  const wide = buildGraph(
    plainGraph(
      92,
      layers.slice(1).flatMap((ones, place) => between(layers[place]!, ones)),
    ),
  );
  const wideQuery = {
    ...query,
    ends: [91],
    mask: createWalkMask(wide, {}),
    weights: createPathWeights(wide, {}, 0),
    maxHops: 6,
  };
  test('knows at once that no simple path passes what hangs on one node', () => {
    const hanging = buildGraph(
      plainGraph(94, [
        ...layers.slice(1).flatMap((ones, place) => between(layers[place]!, ones)),
        [60, 92],
        [92, 93],
        [93, 60],
      ]),
    );
    const mask = createWalkMask(hanging, {});
    const weights = createPathWeights(hanging, {}, 0);
    let asked = 0;
    const answer = createPathSearch(hanging).kShortest(
      {
        ...query,
        ends: [91],
        through: [92],
        mask,
        weights,
        maxHops: 12,
        shouldStop: () => (asked += 1) > 3,
      },
      5,
      'score',
    );
    expect(answer.reach.outcome).toBe('none');
    expect(answer.paths).toEqual([]);
  });

  const searches: readonly [
    string,
    (asked: PathQuery) => { reach: { outcome: string }; paths: readonly FoundPath[] },
  ][] = [
    ['shortest', (asked) => createPathSearch(wide).shortest(asked, 25)],
    [
      'kShortest by length',
      (asked) => createPathSearch(wide).kShortest({ ...asked, from: 1, ends: [2] }, 60, 'length'),
    ],
    ['kShortest by score', (asked) => createPathSearch(wide).kShortest(asked, 60, 'score')],
    [
      'kShortest through two',
      (asked) => createPathSearch(wide).kShortest({ ...asked, through: [7, 40] }, 25, 'score'),
    ],
  ];

  test.each(searches)(
    '%s, told to stop at any moment, gives a beginning of the right answer',
    (_, search) => {
      let asked = 0;
      const whole = search({ ...wideQuery, shouldStop: () => ((asked += 1), false) });
      expect(whole.reach.outcome).toBe('found');
      const moments = Array.from({ length: 20 }, (_moment, place) => Math.ceil(((place + 1) * asked) / 20));
      for (const moment of new Set(moments)) {
        let count = 0;
        const answer = search({ ...wideQuery, shouldStop: () => (count += 1) >= moment });
        expect(answer.reach.outcome).toBe('stopped');
        expect(answer.paths).toEqual(whole.paths.slice(0, answer.paths.length));
      }
    },
  );
});
