import { expect } from 'vitest';

import type { PlanNode } from '../../../server/engine/engine.ts';
import type { Suite } from '../suite.ts';

function operators(plan: PlanNode | null): string[] {
  return plan ? [plan.operator, ...plan.children.flatMap(operators)] : [];
}

export function consoleCases({ capabilities, check, db }: Suite): void {
  check('explains without running', async () => {
    const { columns, rows, plan } = await db().ask('EXPLAIN MATCH (n:Organisation) RETURN n.id AS id');
    expect([columns, rows]).toEqual([[], []]);
    expect(operators(plan).join(' ')).toMatch(/Scan/u);
  });
  check('explains where the caller asks for it', async () => {
    const { rows, plan } = await db().ask('MATCH (n:Organisation) RETURN n.id AS id', {}, { mode: 'plan' });
    expect([rows, operators(plan).length > 1]).toEqual([[], true]);
  });
  check('profiles with the rows of each operator, and answers', async () => {
    const { rows, plan } = await db().ask('PROFILE MATCH (n:Organisation) RETURN n.id AS id ORDER BY id');
    expect(rows).toEqual([['org:a'], ['org:b'], ['org:c']]);
    expect(plan?.rows).toBe(3);
  });
  const all = (plan: PlanNode | null): PlanNode[] => (plan ? [plan, ...plan.children.flatMap(all)] : []);
  const joined =
    'MATCH (n:Organisation)-[:PARTY_TO]->(a:Agreement) RETURN n.id AS id, count(a) AS n ORDER BY id';
  check('estimates the rows of each operator, or has no estimates at all', async () => {
    const { plan } = await db().ask(joined, {}, { mode: 'plan' });
    const found = all(plan).map((node) => typeof node.estimatedRows === 'number');
    expect(found.length).toBeGreaterThan(2);
    expect(new Set(found)).toEqual(new Set([capabilities.estimatesRows]));
    expect(all(plan).some(({ rows, dbHits, timeMs }) => rows ?? dbHits ?? timeMs)).toBe(false);
  });
  check('profiles a tree with the real rows of each operator, and its hits or its time', async () => {
    const { plan } = await db().ask(joined, {}, { mode: 'profile' });
    expect(all(plan).length).toBeGreaterThan(3);
    for (const { rows, dbHits, timeMs } of all(plan)) {
      expect([typeof rows, typeof dbHits, typeof timeMs]).toEqual([
        'number',
        capabilities.countsDbHits ? 'number' : 'undefined',
        capabilities.countsDbHits ? 'undefined' : 'number',
      ]);
    }
    expect(all(plan).some(({ details }) => details?.includes('PARTY_TO'))).toBe(true);
  });
  check('profiles an answer that its limit cuts, too', async () => {
    const { rows, plan, truncatedBy } = await db().ask(
      'UNWIND range(1, 3000) AS x RETURN x',
      {},
      { mode: 'profile', maxRows: 10 },
    );
    expect([rows.length, truncatedBy]).toEqual([10, 'rows']);
    expect(plan?.rows).toEqual(expect.any(Number));
  });
  check('gives no plan that nobody asked for', async () => {
    expect((await db().ask('RETURN 1 AS x')).plan).toBeNull();
  });
  check('reads past comments, odd spaces and a last semicolon', async () => {
    const text = '/* CREATE (n) */ MATCH\u00a0(n:Person)\u2003// DELETE n\r RETURN n.id AS id ;  ';
    expect((await db().ask(text)).rows).toEqual([['per:x']]);
  });
  check('keeps what looks like a comment inside a text', async () => {
    const { rows } = await db().ask(`RETURN '// no /* comment */' AS a, "it's; fine" AS b, 'a\\'b' AS c`);
    expect(rows).toEqual([['// no /* comment */', "it's; fine", "a'b"]]);
  });
  check('knows the labels, relationship types and property keys', async () => {
    const { rows } = await db().ask('CALL db.labels() YIELD label RETURN label');
    expect(rows.flat()).toEqual(expect.arrayContaining(['Entity', 'Organisation', 'Agreement']));
    const types = await db().ask('CALL db.relationshipTypes()');
    expect(types.rows.flat()).toEqual(expect.arrayContaining(['PARTY_TO', 'UNDER']));
    expect((await db().ask('CALL db.propertyKeys()')).rows.flat()).toContain('caption');
  });
  check('gives columns for an answer without rows', async () => {
    const answer = await db().ask('MATCH (n:Nowhere) RETURN n.id AS id, n.x AS x');
    expect([answer.columns, answer.rows]).toEqual([['id', 'x'], []]);
  });
  check('takes parameters in every place a value may stand', async () => {
    const text =
      'MATCH (n:Entity) WHERE n.id IN $ids AND n.n >= $least RETURN n.id AS id ORDER BY id SKIP $skip LIMIT $limit';
    const { rows } = await db().ask(text, { ids: ['org:a', 'org:b', 'org:c'], least: 2, skip: 1, limit: 5 });
    expect(rows).toEqual([['org:c']]);
  });
}
