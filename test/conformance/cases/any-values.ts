import { expect } from 'vitest';
import * as fc from 'fast-check';

import { AppError } from '../../../server/app-error.ts';
import type { WireValue } from '../../../server/engine/values.ts';
import type { Suite } from '../suite.ts';

/** Fixed, so that a failure is one of the change and not of the day. */
const SEED = 20_261_125;
const RUNS = 150;

const TEXT = fc.string({ unit: 'binary', maxLength: 20 });
/** With half characters among them. */
const UNITS = fc
  .array(fc.integer({ min: 0, max: 0xff_ff }), { maxLength: 6 })
  .map((units) => String.fromCharCode(...units));
const KEY = fc.oneof(
  TEXT,
  fc.constantFrom(
    '$type',
    'value',
    'entries',
    '_id',
    '_labels',
    'nodes',
    'edges',
    '__proto__',
    'constructor',
    '',
  ),
);
const NUMBER = fc.oneof(
  fc.double(),
  fc.maxSafeInteger(),
  fc.constantFrom(-0, 2 ** 53, 2 ** 53 + 2, -(2 ** 53), 1e300, 2 ** 63),
);
const TYPED = fc.oneof(
  fc
    .bigInt({ min: -(2n ** 65n), max: 2n ** 65n })
    .map((value) => ({ $type: 'integer', value: String(value) })),
  fc
    .constantFrom('NaN', 'Infinity', '-Infinity', '-0', '1e300', 'x', '')
    .map((value) => ({ $type: 'float', value })),
  fc.array(fc.tuple(KEY, TEXT), { maxLength: 3 }).map((entries) => ({ $type: 'map', entries })),
);

/** Whatever a JSON body can hold, and what a caller in the same process could. */
const ANY = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, true, false),
    NUMBER,
    TEXT,
    UNITS,
    TYPED,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(KEY, tie('value')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
})).value;

function wireNumber(value: number): WireValue {
  if (Number.isFinite(value) && !Object.is(value, -0)) return value;
  return { $type: 'float', value: Object.is(value, -0) ? '-0' : String(value) };
}

function wireInteger(value: bigint): WireValue {
  return Number.isSafeInteger(Number(value)) ? Number(value) : { $type: 'integer', value: String(value) };
}

function wireMap(entries: readonly (readonly [string, unknown])[]): WireValue {
  const all = Object.fromEntries(entries.map(([key, inner]) => [key, expectedWire(inner)]));
  return '$type' in all ? { $type: 'map', entries: Object.entries(all) } : all;
}

/** What must come back for what went in. */
function expectedWire(value: unknown): WireValue {
  if (typeof value === 'number') return wireNumber(value);
  if (typeof value !== 'object' || value === null) return value as WireValue;
  if (Array.isArray(value)) return value.map(expectedWire);
  const { $type: type, value: text, entries } = value as Record<string, unknown>;
  if (type === 'integer' && typeof text === 'string') return wireInteger(BigInt(text));
  if (type === 'float' && typeof text === 'string') return wireNumber(Number(text));
  const isMap = type === 'map' && Array.isArray(entries);
  const isPairs =
    isMap && entries.every((one) => Array.isArray(one) && one.length === 2 && typeof one[0] === 'string');
  return wireMap(isPairs ? (entries as [string, unknown][]) : Object.entries(value));
}

/** Maps have no order: the entries of one that is told as a list are compared sorted. */
function sortEntries(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sortEntries);
  const all = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, sortEntries(inner)]));
  if (all['$type'] === 'map' && Array.isArray(all['entries'])) {
    const keyOf = (entry: unknown): string => String((entry as [string, unknown])[0]);
    all['entries'] = all['entries'].toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  }
  return all;
}

export function anyValueCases({ check, db, capabilities }: Suite): void {
  check(
    'gives any value back as it was given, or refuses it by name',
    async () => {
      let answered = 0;
      await fc.assert(
        fc.asyncProperty(ANY, async (value) => {
          const outcome = await db()
            .ask('RETURN $value AS value, [$value] AS list, {inner: $value} AS map', { value })
            .catch((error: unknown) => error);
          if (outcome instanceof AppError) {
            expect(outcome.code).toBe('invalid-parameter');
            return;
          }
          if (outcome instanceof Error) throw outcome;
          const expected = sortEntries(expectedWire(value));
          const [row] = (outcome as { rows: WireValue[][] }).rows;
          expect(sortEntries(row)).toEqual([expected, [expected], { inner: expected }]);
          answered += 1;
        }),
        { seed: SEED, numRuns: RUNS },
      );
      expect(answered).toBeGreaterThan(RUNS / 3);
    },
    120_000,
  );
  check('refuses what would come back as something else', async () => {
    for (const value of [2 ** 53, -(2 ** 53), 1e300, '\ud800', { a: ['x\udfff'] }, { ['\ud800']: 1 }]) {
      const error = (await db()
        .ask('RETURN $value AS value', { value })
        .catch((one: unknown) => one)) as AppError;
      expect(error.code, JSON.stringify(value)).toBe('invalid-parameter');
    }
  });
  check('takes whole numbers of 64 bits and odd floats in the form in which it gives them', async () => {
    const given = [
      { $type: 'integer', value: '9007199254740993' },
      { $type: 'integer', value: '-9223372036854775808' },
      { $type: 'float', value: 'NaN' },
      { $type: 'float', value: '-Infinity' },
    ];
    for (const value of given) {
      expect((await db().ask('RETURN $value AS value', { value })).rows).toEqual([[value]]);
    }
    const { rows } = await db().ask('RETURN $value + 1 AS value', {
      value: { $type: 'integer', value: '9007199254740992' },
    });
    expect(rows).toEqual([[{ $type: 'integer', value: '9007199254740993' }]]);
  });
  check('divides by a whole float as by a float, or says that it cannot', async () => {
    const two = { $type: 'float', value: '2' };
    const cases = [
      ['7 / $x', two],
      ['7 / $x[0]', [two]],
      ['7 / $x.inner', { inner: two }],
    ] as const;
    for (const [text, x] of cases) {
      const outcome = await db()
        .ask(`RETURN ${text} AS x`, { x })
        .then(
          ({ rows }) => rows,
          (error: AppError) => error.code,
        );
      expect([[[3.5]], 'invalid-parameter'], text).toContainEqual(outcome);
    }
    expect((await db().ask('RETURN 7 / $x AS x', { x: 2 })).rows).toEqual([[3]]);
    expect((await db().ask('RETURN 7 / $x AS x', { x: 2.5 })).rows).toEqual([[2.8]]);
    expect((await db().ask('UNWIND $x AS x RETURN x ORDER BY x LIMIT $n', { x: [3, 1], n: 1 })).rows).toEqual(
      [[1]],
    );
  });
  check('divides a parameter as the type says that it was given', async () => {
    const divide = async (x: unknown) => db().ask('RETURN $x / 4', { x });
    const float = await divide({ $type: 'float', value: '2.0' });
    expect([float.columns, float.rows]).toEqual([['$x / 4'], [[0.5]]]);
    expect((await divide(2)).rows).toEqual([[0]]);
    expect((await divide({ $type: 'float', value: '1e300' })).rows).toEqual([[2.5e299]]);
    const profiled = await db().ask(
      'RETURN $x / 4 AS y',
      { x: { $type: 'float', value: '2' } },
      { mode: 'profile' },
    );
    expect(profiled.rows).toEqual([[0.5]]);
  });
  check('keeps a negative zero that is written, and in a parameter or says that it cannot', async () => {
    expect((await db().ask('RETURN -0.0 AS x')).rows).toEqual([[{ $type: 'float', value: '-0' }]]);
    const outcome = await db()
      .ask('RETURN $x AS x', { x: -0 })
      .then(
        ({ rows }) => rows,
        (error: AppError) => error.code,
      );
    expect([[[{ $type: 'float', value: '-0' }]], 'invalid-parameter']).toContainEqual(outcome);
  });
  check('gives moments, days, times and spans in ISO form', async () => {
    const cells: readonly (readonly [string, string, string])[] = [
      ["date('2016-11-11')", 'date', '2016-11-11'],
      ["time('10:00:00+05:30')", 'time', '10:00:00+05:30'],
      ["localtime('10:00:00.123456789')", 'localtime', '10:00:00.123456789'],
      ["datetime('2016-11-11T10:00:00+09:00')", 'datetime', '2016-11-11T10:00:00+09:00'],
      ["localdatetime('2016-11-11T10:00:00.5')", 'localdatetime', '2016-11-11T10:00:00.500'],
      ["duration('P1Y2M3DT4H5M6.7S')", 'duration', 'P1Y2M3DT4H5M6.7S'],
    ];
    const text = `RETURN ${cells.map(([expression], place) => `${expression} AS c${place}`).join(', ')}`;
    const { rows } = await db().ask(text);
    for (const [place, [expression, kind, iso]] of cells.entries()) {
      const cell = rows[0]?.[place] as WireValue | { $type: string; kind: string; value: string };
      const plain = typeof cell === 'object' && cell !== null && 'value' in cell ? cell.value : cell;
      expect(isoForm(String(plain)), expression).toBe(isoForm(iso));
      if (capabilities.keepsTemporalTypes)
        expect(cell, expression).toMatchObject({ $type: 'temporal', kind });
    }
  });
  if (capabilities.supportsCypher5Syntax) {
    check('gives points with their system of coordinates', async () => {
      const { rows } = await db().ask(
        'RETURN point({x: 1, y: 2.5}) AS flat, point({longitude: 139.7, latitude: 35.7, height: 40}) AS place',
      );
      expect(rows).toEqual([
        [
          { $type: 'point', srid: 7203, x: 1, y: 2.5 },
          { $type: 'point', srid: 4979, x: 139.7, y: 35.7, z: 40 },
        ],
      ]);
    });
  }
}

/** `PT6.7S` and `PT6.700000000S`, `P1Y2M` and `P14M` are the same span; `10:00:00.500` and `10:00:00.5` the same time. */
function isoForm(text: string): string {
  const short = text.replace(/(\.\d*?)0+(?=\D|$)/u, '$1').replace(/\.(?=\D|$)/u, '');
  return short.replace(
    /^P(\d+)Y(\d+)M/u,
    (_, years: string, months: string) => `P${Number(years) * 12 + Number(months)}M`,
  );
}
