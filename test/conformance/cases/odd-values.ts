import { expect } from 'vitest';

import type { Suite } from '../suite.ts';
import { failureOf } from './errors.ts';

const TYPED = new Set(['statement-invalid', 'statement-unsupported', 'out-of-memory', 'engine-unavailable']);

/** Expressions whose values a function or the way to the client cannot take. */
const ODD: readonly string[] = [
  "left('é', 99999999999)",
  '[1, 2][9223372036854775807]',
  "duration('P99999999999999999999Y')",
  'toInteger(1e300)',
  '-9223372036854775808 / -1',
  'date({year: 9223372036854775807})',
  'datetime({epochSeconds: 9223372036854775807})',
  "substring('日本', 1, 9223372036854775807)",
  "'a' =~ '('",
  "'\\ud800'",
];

/** Maps that look like what the embedded engine makes of nodes, relationships and paths. */
const LOOK_ALIKES: readonly unknown[] = [
  { _id: 0, _labels: ['Entity'] },
  { _id: -1, _labels: [] },
  { _id: 0.5, _labels: [null] },
  { _id: 0.1e-300, _labels: {} },
  { _id: 0, _type: 'X', _source: -1, _target: -1 },
  { _id: -5, _type: null, _source: 0.5, _target: 'x' },
  { nodes: [null], edges: [] },
  { nodes: [1, 'x'], edges: [{ _id: -1 }] },
  { nodes: [{ _id: -1, _labels: [] }], edges: [] },
];

/** Whatever a value is, the answer is the value or a typed complaint about the statement. */
export function oddValueCases({ check, db }: Suite): void {
  check('answers odd values, or says that the statement is at fault', async () => {
    for (const expression of ODD) {
      const code = await db()
        .ask(`RETURN ${expression} AS x`)
        .then(
          () => 'answered',
          (error: unknown) => (error as { code: string }).code,
        );
      expect(code === 'answered' || TYPED.has(code), `${expression}: ${code}`).toBe(true);
    }
  });
  check('takes a map that looks like a node, relationship or path for a map', async () => {
    for (const map of LOOK_ALIKES) {
      expect((await db().ask('RETURN $map AS map', { map })).rows, JSON.stringify(map)).toEqual([[map]]);
    }
  });
  check('refuses answers that nest too deep, at any depth, and answers the next', async () => {
    for (const levels of [300, 3_000, 5_000, 20_000]) {
      const error = await failureOf(
        db().ask(
          `RETURN reduce(map = {a: 1}, x IN range(1, ${levels}) | {a: map}) AS x`,
          {},
          { timeoutMs: 5_000 },
        ),
      );
      expect([...TYPED, 'deadline-exceeded'], `${levels}: ${error.message}`).toContain(error.code);
      expect((await db().ask('RETURN 1 AS x')).rows).toEqual([[1]]);
    }
    const deep = await db().ask('RETURN reduce(map = {a: 1}, x IN range(1, 90) | {a: map}) AS x');
    expect(JSON.stringify(deep.rows)).toContain(`${'{"a":'.repeat(91)}1`);
  });
  check('refuses at once what no planner ends in time', async () => {
    const nest = (open: string, close: string, levels: number): string =>
      `RETURN ${open.repeat(levels)}true${close.repeat(levels)} AS x`;
    for (const text of [
      nest('(', ')', 65),
      nest('[', ']', 200),
      nest('{a: ', '}', 65),
      nest('CASE WHEN true THEN ', ' END', 65),
      nest('NOT ', '', 65),
      nest('EXISTS { MATCH (n) WHERE ', '}', 9),
      `${'CALL () { '.repeat(9)}RETURN 1 AS x${' } RETURN x'.repeat(9)}`,
      `RETURN ${'1 + '.repeat(2_500)}1 AS x`,
    ]) {
      expect((await failureOf(db().ask(text))).code, text.slice(0, 60)).toBe('statement-refused');
    }
  });
  check('reads what nests as people nest', async () => {
    const text = `RETURN ${'('.repeat(20)}1${')'.repeat(20)} + ${'CASE WHEN true THEN '.repeat(10)}1${' END'.repeat(10)} AS x`;
    expect((await db().ask(text)).rows).toEqual([[2]]);
    const ids = Array.from({ length: 1_000 }, (_, place) => `'id:${place}'`).join(', ');
    expect((await db().ask(`MATCH (n) WHERE n.id IN [${ids}] RETURN count(*) AS n`)).rows).toEqual([[0]]);
  });
}
