import { expect } from 'vitest';

import type { Suite } from '../suite.ts';

const ROUND_TRIPS: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['true', true],
  ['zero', 0],
  ['a negative number', -17],
  ['a fraction', 0.1],
  ['the largest safe whole number', Number.MAX_SAFE_INTEGER],
  ['an empty text', ''],
  ['a text in four scripts', 'DST विज्ञान 宇宙 🚀'],
  ['a text that looks like Cypher', "'}) DETACH DELETE n //"],
  ['a text with line ends and quotes', 'a\n"b"\t\'c\' \\ `d`'],
  ['an empty list', []],
  ['a list', [1, 2, 3]],
  ['a list with null', [1, null]],
  ['a nested map', { a: { b: [1, { c: 'd' }] } }],
  ['a map that looks like a node', { _id: 0, _labels: ['Entity'], id: 'org:a' }],
  ['a map that looks like a path', { nodes: [], edges: [] }],
];

/** Values go in as parameters and come back the same, to our own statements and to the console. */
export function valueCases({ check, db }: Suite): void {
  for (const [name, value] of ROUND_TRIPS) {
    check(`takes and gives ${name}`, async () => {
      expect(await db().read('RETURN $value AS value', { value })).toEqual([[value]]);
      expect((await db().ask('RETURN $value AS value', { value })).rows).toEqual([[value]]);
    });
  }
  check('keeps whole numbers past 2^53', async () => {
    expect(await db().read('RETURN 9007199254740993 AS value')).toEqual([[9007199254740993n]]);
    expect(await db().read('RETURN $value AS value', { value: -9007199254740993n })).toEqual([
      [-9007199254740993n],
    ]);
    const { rows } = await db().ask('RETURN 9007199254740993 AS value, 9007199254740991 AS safe');
    expect(rows).toEqual([[{ $type: 'integer', value: '9007199254740993' }, 9007199254740991]]);
  });
  check('gives infinite and undefined numbers as text', async () => {
    const { rows } = await db().ask('RETURN 1.0/0.0 AS infinite, 0.0/0.0 AS undefined');
    expect(rows).toEqual([
      [
        { $type: 'float', value: 'Infinity' },
        { $type: 'float', value: 'NaN' },
      ],
    ]);
  });
  check('gives a date as ISO text to our own statements', async () => {
    expect(await db().read("RETURN date('2016-11-11') AS day")).toEqual([['2016-11-11']]);
  });
  check('keeps the kind of a date', async () => {
    const { rows } = await db().ask("RETURN date('2016-11-11') AS day");
    expect(rows).toEqual([[{ $type: 'temporal', kind: 'date', value: '2016-11-11' }]]);
  });
  check('wraps a map that has a key $type', async () => {
    const { rows } = await db().ask('RETURN $map AS map', { map: { $type: 'node' } });
    expect(rows).toEqual([[{ $type: 'map', entries: [['$type', 'node']] }]]);
  });
  check('takes a whole number for LIMIT', async () => {
    expect(await db().read('UNWIND [1, 2, 3] AS x RETURN x ORDER BY x LIMIT $limit', { limit: 2 })).toEqual([
      [1],
      [2],
    ]);
  });
  check('stores and returns lists of texts', async () => {
    const rows = await db().read("MATCH (n:Entity {id: 'agr:ab'}) RETURN n.names AS names");
    expect(rows).toEqual([[['AB', 'अ', '日']]]);
  });
  check('finds nothing where a text tries to be Cypher', async () => {
    for (const id of [
      "x' OR 1=1 //",
      '"}) DETACH DELETE n //',
      '`',
      '\\u0027',
      '$id',
      '日本'.repeat(1_000),
    ]) {
      expect(await db().read('MATCH (n:Entity {id: $id}) RETURN n.id AS id', { id })).toEqual([]);
    }
  });
}
