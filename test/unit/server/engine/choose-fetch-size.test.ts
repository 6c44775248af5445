import { expect, it } from 'vitest';

import { chooseFetchSize } from '../../../../server/engine/neo4j/choose-fetch-size.ts';

it.each([
  ['a statement nobody knows', null, 5_000, 25],
  ['rows that come at once', 0, 5_000, 1_000],
  ['rows of a hundredth of a millisecond', 0.01, 5_000, 1_000],
  ['rows of half a millisecond', 0.5, 5_000, 200],
  ['rows of ten seconds', 10_000, 5_000, 25],
  ['an answer of at most three rows', 0.01, 3, 4],
])('asks for %s as many as come soon', (_, msPerRow, maxRows, expected) => {
  expect(chooseFetchSize(msPerRow, maxRows)).toBe(expected);
});
