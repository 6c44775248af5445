import { expect } from 'vitest';

import { FIXTURE } from '../fixture-graph.ts';
import type { Suite } from '../suite.ts';
import { failureOf } from './errors.ts';

const CODES_WITH_PLACE: readonly (readonly [string, readonly string[]])[] = [
  [
    'MATCH (n:Organisation)-[r:PARTY_TO]->(a:Agreement) WHERE n.country = $x RETURN n, r.passages, a.signed',
    [],
  ],
  ['MATCH (n:Organistion) RETURN n.id', ['missing-label Organistion']],
  ['MATCH (n:Entity:Nowhere) RETURN n.id', ['missing-label Nowhere']],
  ['MATCH (n) WHERE n:Nowhere RETURN n.id', ['missing-label Nowhere']],
  ['MATCH (a)-[:PARTY_OF]->(b) RETURN a.id', ['missing-relationship-type PARTY_OF']],
  ['MATCH (a)-[r:PARTY_TO|PARTY_OF*1..2]->(b) RETURN a.id', ['missing-relationship-type PARTY_OF']],
  ['MATCH (n:Entity) RETURN n.captoin', ['missing-property captoin']],
  ["MATCH (n:Entity {captoin: 'x'}) RETURN n.id", ['missing-property captoin']],
  ['MATCH ()-[r]->() WHERE r.pasages > 1 RETURN count(r)', ['missing-property pasages']],
  ['MATCH (a:Organisation), (b:Person) RETURN a.id, b.id', ['cartesian-product MATCH']],
  ['MATCH (a:Organisation), (b:Person), (a)-->(b) RETURN a.id', []],
  ['MATCH (a)-->(b), (b)-->(c), (a)-->(c) RETURN a.id', []],
  ['// 🚀 x\nMATCH (n:Nowhere)\nRETURN n.captoin', ['missing-label Nowhere', 'missing-property captoin']],
];

/** Names of functions, keys of a person's maps and texts that look like a pattern. */
const SILENT: readonly string[] = [
  "RETURN {captoin: 1, other: 2} AS map, '(n:Nowhere)' AS text",
  'MATCH (n:Entity) RETURN n {.id, whatever: 1} AS map',
  'MATCH (n:Entity) WHERE EXISTS { MATCH (n)-[:PARTY_TO]->(m:Agreement) } RETURN collect(n.id) AS ids',
  'MATCH (n:Entity) RETURN [(n)-[:PARTY_TO]->(m:Agreement) | m.signed] AS dates, 1 AS n',
  'MATCH p = shortestPath((a:Organisation {id: $x})-[*..3]-(b:Agreement)) RETURN length(p)',
  "MATCH (n:Entity) RETURN CASE WHEN n.country = 'IN' THEN 'x' ELSE n.caption END AS x",
];

export function warningCases({ capabilities, check, db }: Suite): void {
  const plan = (text: string) => db().ask(text, {}, { mode: 'plan' });
  check('warns of names that the database does not know, and of products, at their place', async () => {
    for (const [text, expected] of CODES_WITH_PLACE) {
      const { notifications } = await plan(text);
      const found = notifications.map(({ code, position }) => {
        const at = text.slice(position?.offset);
        return `${code} ${/^\(?\w+/u.exec(at)?.[0]}`;
      });
      expect(found, text).toEqual(expected);
      for (const one of notifications) {
        expect([one.severity, one.title, one.description], text).toEqual([
          one.code === 'cartesian-product' ? 'information' : 'warning',
          expect.stringMatching(/^[A-Z]/u),
          expect.stringMatching(/\.$/u),
        ]);
      }
    }
  });
  check('does not warn of what is in order', async () => {
    for (const text of SILENT) expect((await plan(text)).notifications, text).toEqual([]);
  });
  check('warns when the statement runs, too, the second time as the first', async () => {
    for (let round = 0; round < 2; round += 1) {
      const { rows, notifications } = await db().ask('MATCH (n:Nowhere) RETURN n.id AS id');
      expect([rows, notifications.map(({ code }) => code)]).toEqual([[], ['missing-label']]);
    }
  });
  check('warns of what goes out of use, where the engine says so', async () => {
    const { notifications } = await plan('MATCH (n:Person) RETURN id(n) AS x');
    expect(notifications.map(({ code }) => code)).toEqual(
      capabilities.reportsDeprecation ? ['deprecated'] : [],
    );
  });
  check('no longer warns of a label when there is one', async () => {
    // Some databases keep a label that once was.
    const label = `Newcomer${Date.now()}`;
    const text = `MATCH (n:${label}) RETURN n.id AS id`;
    expect((await db().ask(text)).notifications).toHaveLength(1);
    await db().replaceData([...FIXTURE, `CREATE (:${label} {id: 'new', caption: 'New'})`]);
    const { rows, notifications } = await db().ask(text);
    expect([rows, notifications]).toEqual([[['new']], []]);
    await db().replaceData(FIXTURE);
  });
}

/** Statements that no engine can plan, and where each is wrong. */
const WRONG: readonly (readonly [text: string, at: string])[] = [
  ['MATCH (n RETURN n', 'RETURN'],
  ["RETURN '🚀🚀' AS a, 1 +* AS b", '* AS'],
  ['MATCH (n)\r\nWHERE n.id == 1\r\nRETURN n', '= 1'],
  ['MATCH (n) RETURN missing', 'missing'],
  ['MATCH (n)\n  WITH n.id AS id\n  RETURN n', 'n'],
  ['RETURN foo(1) AS x', 'foo'],
  ['RETURN 1 AS x ORDER BY y', 'y'],
  ['MATCH (n) WITH n.id RETURN 1 AS x', ''],
  ['RETURN 1 AS x UNION RETURN 2 AS y', ''],
  ['CALL db.schema.nothing()', 'db'],
  ['MATCH (n) RETURN count(n', ''],
  ['MATCH (n) WHERE count(n) > 1 RETURN n', 'count'],
];

export function errorPlaceCases({ check, db }: Suite): void {
  check('places what it cannot plan, in the words of the engine', async () => {
    for (const [text, at] of WRONG) {
      const { code, message, details } = await failureOf(db().ask(text));
      expect(code, text).toMatch(/^statement-(?:invalid|unsupported)$/u);
      expect(message.length, text).toBeGreaterThan(10);
      const { offset = -1, line, column } = details.position ?? {};
      const before = text.slice(0, offset).split(/\r\n|\n/u);
      expect([line, column], text).toEqual([before.length, (before.at(-1) ?? '').length + 1]);
      expect(text.slice(offset).startsWith(at), `${text}: ${offset} ${message}`).toBe(true);
    }
  });
}
