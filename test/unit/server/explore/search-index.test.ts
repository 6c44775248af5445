import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { foldText, splitWords } from '../../../../server/explore/fold-text.ts';
import { createSearchIndex } from '../../../../server/explore/search-index.ts';
import { typingDistance } from '../../../../server/explore/typing-distance.ts';

describe('folding a name', () => {
  test.each([
    ['Éole', 'eole'],
    ['ＪＡＸＡ', 'jaxa'],
    ['D.S.T.', 'dst'],
    ['J.S.P.S', 'jsps'],
    ['Tōkyō–Ōsaka', 'tokyo osaka'],
    ["O'Neil & Sons", 'oneil sons'],
    ['Łódź Straße Ærø', 'lodz strasse aero'],
    ['  ISRO  (India) ', 'isro india'],
    ['ガス', 'ガス'],
    ['ｶﾞｽ', 'ガス'],
    ['हिन्दी', 'हिन्दी'],
  ])('%s is compared as %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  test('keeps letters apart that only look alike in kana', () => {
    expect(foldText('ガス')).not.toBe(foldText('カス'));
  });

  test('done twice is done once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        const once = foldText(text);
        expect(foldText(once)).toBe(once);
      }),
      { numRuns: 2_000, seed: 7 },
    );
  });

  test('gives pairs of letters where words are not spaced', () => {
    expect(splitWords('宇宙 jaxa')).toEqual(['宇', '宇宙', '宙', 'jaxa']);
  });
});

/** The textbook definition, by recursion. */
function slowDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const same = a.at(-1) === b.at(-1) ? 0 : 1;
  const options = [
    slowDistance(a.slice(0, -1), b) + 1,
    slowDistance(a, b.slice(0, -1)) + 1,
    slowDistance(a.slice(0, -1), b.slice(0, -1)) + same,
  ];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)) {
    options.push(slowDistance(a.slice(0, -2), b.slice(0, -2)) + 1);
  }
  return Math.min(...options);
}

describe('typing errors', () => {
  test('are counted as the textbook counts them, up to the limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, limit) => {
        expect(typingDistance(a, b, limit)).toBe(Math.min(slowDistance(a, b), limit + 1));
      }),
      { numRuns: 1_500, seed: 8 },
    );
  });
});

describe('a search index', () => {
  const names = fc.uniqueArray(
    fc.record({
      id: fc.stringMatching(/^org:[a-z]{1,6}$/u),
      names: fc.array(
        fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', ' ', '宇', '宙'), minLength: 1, maxLength: 8 }),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
    }),
    { selector: ({ id }) => id, maxLength: 12 },
  );

  test('finds every entity by each of its names, as exact and before all that is not', () => {
    fc.assert(
      fc.property(names, (entities) => {
        const index = createSearchIndex(entities);
        for (const entity of entities) {
          for (const name of entity.names.filter((text) => foldText(text) !== '')) {
            const found = index.search(name);
            const place = found.findIndex(({ id }) => id === entity.id);
            expect(found[place]?.kind).toBe('exact');
            expect(found.slice(0, place).every(({ kind }) => kind === 'exact')).toBe(true);
          }
        }
      }),
      { numRuns: 300, seed: 9 },
    );
  });

  test('gives one order, whatever order the names came in', () => {
    fc.assert(
      fc.property(names, fc.constantFrom('a', 'ab', 'b c', '宇', '宙宇', 'é'), (entities, query) => {
        const forward = createSearchIndex(entities).search(query);
        const backward = createSearchIndex(
          entities.toReversed().map((one) => ({ ...one, names: one.names.toReversed() })),
        );
        expect(backward.search(query)).toEqual(forward);
        expect(new Set(forward.map(({ id }) => id)).size).toBe(forward.length);
      }),
      { numRuns: 500, seed: 10 },
    );
  });

  test('finds every name that begins with the query, or has all its words', () => {
    const entities = [
      { id: 'a', names: ['National Institute of Polar Research'] },
      { id: 'b', names: ['Polar Institute'] },
      { id: 'c', names: ['Institute for Laser Science'] },
    ];
    const index = createSearchIndex(entities);
    expect(index.search('polar inst').map(({ id, kind }) => [id, kind])).toEqual([
      ['b', 'prefix'],
      ['a', 'word'],
    ]);
    expect(index.search('instiutte').map(({ id, kind }) => [id, kind])).toEqual([
      ['b', 'fuzzy'],
      ['c', 'fuzzy'],
      ['a', 'fuzzy'],
    ]);
  });
});
