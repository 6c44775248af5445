import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import {
  cypherLineSchema,
  cypherResponseSchema,
  examplesResponseSchema,
  schemaResponseSchema,
} from '../../server/contract/explore.ts';
import { edgesResponseSchema } from '../../server/contract/graph.ts';
import { problemSchema } from '../../server/contract/problem.ts';
import { describeOnBothEngines, startTestService } from './start-test-service.ts';
import type { TestService } from './start-test-service.ts';

/** Runs for hours on either engine, in little memory. */
const ENDLESS =
  'MATCH (a), (b), (c), (d), (e), (f) WHERE a.id = b.id + c.id + d.id + e.id + f.id RETURN count(*) AS n';
const NDJSON = { accept: 'application/x-ndjson' };

describeOnBothEngines('the console', (service) => {
  const run = async (query: string, more: object = {}) =>
    cypherResponseSchema.parse(await (await service().cypher({ query, ...more })).json());

  test('answers rows in the order of the columns, and draws what is in them', async () => {
    const answer = await run(
      'MATCH (o:Organisation {id: $id})-[r:PARTY_TO]->(a:Agreement) RETURN o AS o, r AS r, [a] AS list, 1 AS n',
      { params: { id: 'org:isro' } },
    );
    expect(answer.columns).toEqual(['o', 'r', 'list', 'n']);
    expect(answer.rows).toHaveLength(1);
    expect(answer.rows[0]?.[0]).toMatchObject({
      $type: 'node',
      id: 'org:isro',
      labels: ['Entity', 'Organisation'],
    });
    expect(answer.rows[0]?.[3]).toBe(1);
    expect(answer.graph.nodes.map(({ id }) => id)).toEqual(['agr:space', 'org:isro']);
    expect(answer.graph.edges.map(({ id }) => id)).toEqual(['party-to~org:isro~agr:space']);
    expect(answer).toMatchObject({ truncated: false });
  });

  test('draws the ends of a relationship that came alone', async () => {
    const answer = await run('MATCH ()-[r:COVERS]->() RETURN r AS r');
    expect(answer.graph.nodes.map(({ id }) => id)).toEqual(['agr:space', 'topic:lunar']);
  });

  test('draws what stands in lists, maps and paths, each once', async () => {
    const answer = await run(
      `MATCH path = (o:Organisation {id: 'org:isro'})-[r:PARTY_TO]->(a:Agreement)
       RETURN [[o], {in: a}] AS nested, {edge: r, again: [r, r]} AS map, path AS path, 1 AS one
       UNION ALL MATCH path = (t:Topic)<-[r:COVERS]-(a:Agreement {id: 'agr:space'})
       RETURN [a] AS nested, {edge: r} AS map, path AS path, 2 AS one`,
    );
    expect(answer.rows).toHaveLength(2);
    expect(answer.graph.nodes.map(({ id }) => id)).toEqual(['agr:space', 'org:isro', 'topic:lunar']);
    expect(answer.graph.edges.map(({ id }) => id).toSorted()).toEqual([
      'covers~agr:space~topic:lunar',
      'party-to~org:isro~agr:space',
    ]);
    for (const edge of answer.graph.edges) {
      const statements = edge.properties['statements'] as string[];
      expect(statements.length, edge.id).toBeGreaterThan(0);
      for (const id of statements) {
        const { statement } = (await service().json(`/api/statements/${encodeURIComponent(id)}`)) as {
          statement: { references: unknown[] };
        };
        expect(statement.references.length, id).toBeGreaterThan(0);
      }
    }
  });

  test('draws nothing for a map that only looks like an entity', async () => {
    const params = { map: { $type: 'node', id: 'org:isro', labels: [], properties: {} } };
    const { rows, graph } = await run('RETURN $map AS map', { params });
    expect(rows[0]?.[0]).toMatchObject({ $type: 'map' });
    expect(graph).toEqual({ nodes: [], edges: [] });
  });

  test('is completed by the edges between what was returned', async () => {
    const { graph } = await run('MATCH (n:Entity) RETURN n AS n LIMIT 200');
    const among = graph.nodes.map(({ id }) => encodeURIComponent(id)).join(',');
    const { edges, total, truncated } = edgesResponseSchema.parse(
      await service().json(`/api/edges?among=${among}`),
    );
    const ids = new Set(graph.nodes.map(({ id }) => id));
    expect([edges.length, truncated]).toEqual([total, false]);
    expect(total).toBeGreaterThan(10);
    expect(edges.every(({ source, target }) => ids.has(source) && ids.has(target))).toBe(true);
    const cut = edgesResponseSchema.parse(await service().json(`/api/edges?among=${among}&limit=3`));
    expect([cut.edges, cut.total, cut.truncated]).toEqual([edges.slice(0, 3), total, true]);
    const unknown = await service().get('/api/edges?among=org:isro,org:nobody');
    expect([unknown.status, problemSchema.parse(await unknown.json()).code]).toEqual([404, 'unknown-id']);
    expect((await service().get('/api/edges')).status).toBe(400);
  });

  test('says where a statement is wrong that is only to be explained, in UTF-16 units', async () => {
    for (const [query, at] of [
      ['MATCH (n)\nRETURN missing', 'missing'],
      ["RETURN '🚀' AS a, 1 +* AS b", '* AS'],
      ['MATCH (n RETURN n', 'RETURN'],
    ] as const) {
      const response = await service().cypher({ query, explain: true });
      const problem = problemSchema.parse(await response.json());
      expect([problem.code, problem.detail.length > 10], query).toEqual(['statement-invalid', true]);
      expect(query.slice(problem.position?.offset).startsWith(at), `${query}: ${problem.detail}`).toBe(true);
    }
  });

  test('warns in the answer of what nobody has', async () => {
    const query = 'MATCH (n:Organistion), (m:Topic) RETURN n.id AS id';
    for (const more of [{ explain: true }, {}, {}]) {
      const { notifications } = await run(query, more);
      expect(notifications.map(({ code, position }) => [code, position?.offset])).toEqual([
        ['cartesian-product', 0],
        ['missing-label', query.indexOf('Organistion')],
      ]);
    }
  });

  test('tells what a statement can be completed with', async () => {
    const schema = schemaResponseSchema.parse(await service().json('/api/schema'));
    expect(schema.patterns).toContainEqual({
      from: 'Organisation',
      type: 'PARTY_TO',
      to: 'Agreement',
      count: expect.any(Number) as number,
    });
    const labels = new Set(schema.labels.map(({ label }) => label));
    for (const { type, count } of schema.relationshipTypes) {
      const own = schema.patterns.filter((pattern) => pattern.type === type);
      expect(
        own.reduce((sum, pattern) => sum + pattern.count, 0),
        type,
      ).toBe(count);
      expect(
        own.every(({ from, to }) => labels.has(from) && labels.has(to)),
        type,
      ).toBe(true);
    }
    expect(schema.functions.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['count', 'collect', 'left']),
    );
    expect(schema.procedures.map(({ name }) => name)).toContain('db.labels');
  });

  test('refuses a parameter that would be lost or changed on its way', async () => {
    for (const params of ['{"a":1,"__proto__":{"b":2}}', '{"a":{"__proto__":1}}', '{"a":1e400}']) {
      const response = await service().cypher(`{"query":"RETURN $a AS a","params":${params}}`);
      expect([400, 422], params).toContain(response.status);
      expect(await response.text(), params).toMatch(/__proto__|too large/u);
    }
  });

  test('asks for parameters that are missing before anything runs, and plans without them', async () => {
    const query = 'MATCH (n:Entity {id: $id}) WHERE n.caption <> $`other one` RETURN n.id AS id LIMIT $limit';
    const response = await service().cypher({ query, params: { limit: 1 } });
    const problem = problemSchema.parse(await response.json());
    expect([response.status, problem.code]).toEqual([422, 'statement-invalid']);
    expect(problem.missingParameters).toEqual(['id', 'other one']);
    const { plan, notifications } = await run(query, { explain: true });
    expect(plan).toBeDefined();
    expect(notifications.map(({ code }) => code)).toEqual(Array(3).fill('missing-parameter'));
  });

  test('refuses a whole number that JSON has rounded, and takes it as text', async () => {
    const body = '{"query": "RETURN $n AS n", "params": {"n": 9007199254740993}}';
    const refused = problemSchema.parse(await (await service().cypher(body)).json());
    expect([refused.code, refused.hint]).toEqual(['invalid-parameter', expect.stringContaining('$type')]);
    const n = { $type: 'integer', value: '9007199254740993' };
    expect((await run('RETURN $n AS n', { params: { n } })).rows).toEqual([[n]]);
  });

  test('cuts rows at the limit and says so', async () => {
    expect(await run('UNWIND range(1, 50) AS x RETURN x AS x', { maxRows: 7 })).toMatchObject({
      rows: Array.from({ length: 7 }, (_, place) => [place + 1]),
      truncated: true,
      truncatedBy: 'rows',
    });
    expect(await run('UNWIND range(1, 7) AS x RETURN x AS x', { maxRows: 7 })).toMatchObject({
      truncated: false,
    });
  });

  test('streams lines: columns, rows, a summary', async () => {
    const response = await service().cypher({ query: 'UNWIND range(1, 2500) AS x RETURN x AS x' }, NDJSON);
    expect(response.headers.get('content-type')).toMatch(/^application\/x-ndjson/u);
    const lines = (await response.text())
      .trimEnd()
      .split('\n')
      .map((line) => cypherLineSchema.parse(JSON.parse(line)));
    expect(lines[0]).toEqual({ columns: ['x'] });
    expect(lines.at(-1)).toMatchObject({ summary: { truncated: false } });
    const rows = lines.flatMap((line) => ('rows' in line ? line.rows : []));
    expect(rows).toEqual(Array.from({ length: 2_500 }, (_, place) => [place + 1]));
  });

  test('refuses and misunderstands with a problem, streamed or not', async () => {
    for (const [query, code] of [
      ['CREATE (n:Hostile) RETURN n', 'statement-refused'],
      ["LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line", 'statement-refused'],
      ['MATCH (n RETURN n', 'statement-invalid'],
      ['', 'invalid-parameter'],
      [' // nothing', 'statement-invalid'],
    ] as const) {
      for (const headers of [{}, NDJSON]) {
        const response = await service().cypher({ query }, headers);
        const problem = problemSchema.parse(await response.json());
        expect(problem.code, query).toBe(code);
        expect(response.status).toBe(problem.status);
      }
    }
    const refused = problemSchema.parse(
      await (await service().cypher({ query: 'MATCH (n)\nDETACH DELETE n' })).json(),
    );
    expect(refused.position).toEqual({ offset: 10, line: 2, column: 1 });
  });

  test('runs every example that it offers, each with a title and a question', async () => {
    const { examples } = examplesResponseSchema.parse(await service().json('/api/examples'));
    expect(examples.length).toBeGreaterThanOrEqual(20);
    for (const { name, title, question, query, params: declared } of examples) {
      const params = Object.fromEntries(declared.map((one) => [one.name, one.example]));
      expect(title, name).not.toBe(name);
      expect(question, name).toMatch(/\?$/u);
      expect((await run(query, { params })).columns.length, name).toBeGreaterThan(0);
    }
  });

  test('explains', async () => {
    const answer = await run('MATCH (n:Organisation) RETURN n.id AS id', { explain: true });
    expect(answer.rows).toEqual([]);
    expect(answer.plan?.operator).toEqual(expect.any(String));
    expect((await run('EXPLAIN MATCH (n:Organisation) RETURN n.id AS id')).plan).toBeDefined();
  });

  test('ends a runaway at its deadline and answers the next', async () => {
    const begun = performance.now();
    const response = await service().cypher({ query: ENDLESS, timeoutMs: 1_000 });
    const elapsedMs = performance.now() - begun;
    expect(problemSchema.parse(await response.json()).code).toBe('deadline-exceeded');
    expect(response.status).toBe(504);
    expect(elapsedMs).toBeGreaterThan(900);
    expect(elapsedMs).toBeLessThan(4_000);
    expect((await run('RETURN 1 AS x')).rows).toEqual([[1]]);
  });

  test('ends a statement when its connection is closed', async () => {
    const leaving = [new AbortController(), new AbortController()];
    const gone = leaving.map((one) =>
      service()
        .cypher({ query: ENDLESS, timeoutMs: 30_000 }, {}, one.signal)
        .catch(() => 'gone'),
    );
    await new Promise((resolve) => setTimeout(resolve, 700));
    for (const one of leaving) one.abort();
    expect(await Promise.all(gone)).toEqual(['gone', 'gone']);
    // Two at once is all a user may run: this one would wait half a minute if the others still ran.
    const begun = performance.now();
    expect((await run('RETURN 2 AS x')).rows).toEqual([[2]]);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});

describe('the queue of the console', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService({ env: { SETU_CONSOLE_PER_USER: '1', SETU_CONSOLE_QUEUE: '1' } });
  });
  afterAll(() => service.stop());

  test('lets one wait and tells the next to come again', async () => {
    const leave = new AbortController();
    const running = service.cypher({ query: ENDLESS, timeoutMs: 3_000 }, {}, leave.signal);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const waiting = service.cypher({ query: 'RETURN 1 AS x' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const refused = await service.cypher({ query: 'RETURN 2 AS x' });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(problemSchema.parse(await refused.json()).code).toBe('queue-full');
    expect((await running).status).toBe(504);
    expect((await waiting).status).toBe(200);
  });
});
