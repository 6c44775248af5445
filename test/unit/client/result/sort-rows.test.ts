import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { sortRows } from '../../../../client/graph/answer/compare-values.ts';
import type { WireValue } from '../../../../server/contract/values.ts';
import { float, integer, temporal, wireNode, wireRelation } from './values.ts';

function sorted(values: readonly WireValue[], direction: 'ascending' | 'descending' = 'ascending') {
  const rows = values.map((value) => [value]);
  return sortRows(rows, { column: 0, direction }).map((place) => values[place] ?? null);
}

const anyValue: fc.Arbitrary<WireValue> = fc.letrec<{ value: WireValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<WireValue>(null, true, false, float('NaN'), float('-0'), temporal('date', '2016-11-11')),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n }).map((value) => integer(String(value))),
    fc.string(),
    fc.string().map((id) => wireNode(id, { caption: id })),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 3 }),
  ),
})).value;

describe('sorting rows by a column', () => {
  it('orders numbers as numbers, past 2^53 too', () => {
    const values = [
      integer('9007199254740993'),
      10,
      integer('9007199254740992'),
      9,
      -1.5,
      float('-Infinity'),
    ];
    expect(sorted(values)).toEqual([
      float('-Infinity'),
      -1.5,
      9,
      10,
      integer('9007199254740992'),
      integer('9007199254740993'),
    ]);
  });

  it('orders texts as a person does: 9 before 10, é beside e', () => {
    expect(sorted(['item 10', 'école', 'item 9', 'Zebra', 'east'])).toEqual([
      'east',
      'école',
      'item 9',
      'item 10',
      'Zebra',
    ]);
  });

  it('orders dates by time, times with an offset by their moment, durations by their length', () => {
    expect(sorted(['2016-11-11', '-0044-03-15', '+12016-01-01'].map((day) => temporal('date', day)))).toEqual(
      ['-0044-03-15', '2016-11-11', '+12016-01-01'].map((day) => temporal('date', day)),
    );
    const moments = [
      '2016-11-11T09:00:00+09:00[Asia/Tokyo]',
      '2016-11-11T00:00:00.000000001Z',
      '2016-11-11T05:29:59+05:30',
    ];
    expect(sorted(moments.map((moment) => temporal('datetime', moment)))).toEqual(
      [moments[2], moments[0], moments[1]].map((moment) => temporal('datetime', moment ?? '')),
    );
    expect(sorted(['P1M', 'PT1H', 'P29D', 'PT-5S'].map((length) => temporal('duration', length)))).toEqual(
      ['PT-5S', 'PT1H', 'P29D', 'P1M'].map((length) => temporal('duration', length)),
    );
  });

  it('puts missing values last, whichever way it sorts', () => {
    expect(sorted([null, 2, null, 1])).toEqual([1, 2, null, null]);
    expect(sorted([null, 2, null, 1], 'descending')).toEqual([2, 1, null, null]);
  });

  it('orders nodes by their names, relationships by their types, lists element by element', () => {
    const [jaxa, isro] = [wireNode('org:a', { caption: 'JAXA' }), wireNode('org:b', { caption: 'ISRO' })];
    expect(sorted([jaxa, isro])).toEqual([isro, jaxa]);
    const [signed, party] = [wireRelation('SIGNED', 'a', 'b'), wireRelation('PARTY_TO', 'a', 'b')];
    expect(sorted([signed, party])).toEqual([party, signed]);
    expect(sorted([[2], [1, 5], [1], []])).toEqual([[], [1], [1, 5], [2]]);
  });

  it('leaves equal rows as they came, in both directions', () => {
    const rows = [
      ['b', 1],
      ['a', 1],
      ['c', 1],
    ];
    expect(sortRows(rows, { column: 1, direction: 'ascending' })).toEqual([0, 1, 2]);
    expect(sortRows(rows, { column: 1, direction: 'descending' })).toEqual([0, 1, 2]);
    expect(sortRows(rows, null)).toEqual([0, 1, 2]);
  });

  it('is one order over all kinds of values: sorting what is sorted changes nothing, backwards is backwards', () => {
    fc.assert(
      fc.property(fc.array(anyValue, { maxLength: 12 }), (values) => {
        const once = sorted(values);
        expect(sorted(once)).toEqual(once);
        const present = once.filter((value) => value !== null);
        const distinct = present.filter(
          (value, place) => place === 0 || sorted([value, present[place - 1]!])[0] !== value,
        );
        expect(sorted(distinct.toReversed())).toEqual(distinct);
      }),
    );
  });
});
