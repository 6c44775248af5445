import { expect, test } from 'vitest';

import { PROBLEMS, problemSchema } from '../../server/contract/problem.ts';
import type { ProblemCode } from '../../server/contract/problem.ts';
import { ROUTES } from '../../server/contract/routes.ts';
import { describeOnBothEngines } from './start-test-service.ts';

async function expectProblem(
  response: Response,
  code: ProblemCode,
  what: string,
): Promise<ReturnType<typeof problemSchema.parse>> {
  const text = await response.text();
  expect(response.headers.get('content-type'), `${what}: ${text}`).toMatch(/^application\/problem\+json/u);
  const problem = problemSchema.parse(JSON.parse(text));
  expect(problem.code, `${what}: ${text}`).toBe(code);
  expect(problem.status).toBe(PROBLEMS[code].status);
  expect(response.status).toBe(PROBLEMS[code].status);
  expect(problem.requestId).toBe(response.headers.get('x-request-id'));
  expect(text).not.toMatch(/node_modules|at .*\.ts:|Error:/u);
  return problem;
}

describeOnBothEngines('a problem', (service) => {
  const addressOf = (path: string): string => path.replace('{id}', 'nobody');

  test('has one shape on every route: an unknown parameter', async () => {
    for (const { path, method } of Object.values(ROUTES)) {
      const response = await fetch(`${service().url}${addressOf(path)}?nonsense=1`, {
        method: method.toUpperCase(),
      });
      const problem = await expectProblem(response, 'invalid-parameter', path);
      expect(problem.parameters?.map(({ name }) => name)).toContain('nonsense');
    }
  });

  test('has one shape on every route: a wrong method', async () => {
    for (const { path, method } of Object.values(ROUTES)) {
      for (const wrong of ['DELETE', 'PUT', 'PATCH', 'OPTIONS', method === 'get' ? 'POST' : 'GET']) {
        const response = await fetch(`${service().url}${addressOf(path)}`, { method: wrong });
        await expectProblem(response, 'method-not-allowed', `${wrong} ${path}`);
        expect(response.headers.get('allow')).toContain(method.toUpperCase());
      }
    }
  });

  test('has one shape on every route: an unknown id', async () => {
    for (const { path } of Object.values(ROUTES).filter((route) => route.path.includes('{id}'))) {
      for (const id of ['nobody', 'org:nobody', '~', 'a~b~c', 'x'.repeat(400), '%F0%9F%8C%8F']) {
        const query = path.endsWith('/shared') ? '?with=org:isro' : '';
        const response = await service().get(`${path.replace('{id}', id)}${query}`);
        await expectProblem(response, 'unknown-id', `${path} ${id}`);
      }
    }
  });

  test('names every parameter at fault in one answer', async () => {
    const response = await service().get(
      '/api/paths?from=&k=26&maxHops=0&types=FOO&asOf=2023-02-29&mode=best&x=1&k=2',
    );
    const problem = await expectProblem(response, 'invalid-parameter', 'paths');
    expect(problem.parameters?.map(({ name }) => name).sort()).toEqual(
      ['asOf', 'from', 'k', 'maxHops', 'mode', 'to', 'types', 'x'].sort(),
    );
  });

  test('answers what is out of bounds, and never lowers it', async () => {
    for (const address of [
      '/api/graph?limit=100001',
      '/api/graph?limit=0',
      '/api/graph?limit=1.5',
      '/api/graph?limit=1e3',
      '/api/graph?limit=',
      '/api/search?q=',
      '/api/search?q=%20',
      '/api/search',
      `/api/search?q=${'x'.repeat(201)}`,
      '/api/search?q=x&limit=101',
      '/api/nodes/org:isro/neighbours?limit=1001',
      '/api/nodes/org:isro/neighbours?offset=-1',
      '/api/statements?disputed=maybe',
      '/api/statements?limit=1001',
      '/api/export',
      '/api/export?format=pdf',
      '/api/graph?types=',
      '/api/graph?types=Person,,Place',
      '/api/graph?asOf=2016-13',
      '/api/graph?asOf=yesterday',
      '/api/graph?limit=5&limit=5',
      '/api/search?q=%FF',
      '/api/search?q=a%00b',
    ]) {
      await expectProblem(await service().get(address), 'invalid-parameter', address);
    }
  });

  test('tells contradictions apart', async () => {
    for (const address of [
      '/api/paths?from=org:isro&to=org:jaxa&types=UNDER&excludeTypes=COVERS,UNDER',
      '/api/paths?from=org:isro&to=org:jaxa&exclude=org:jaxa',
      '/api/export?format=json&part=edges',
    ]) {
      await expectProblem(await service().get(address), 'contradictory-parameters', address);
    }
  });

  test('is the answer at addresses that do not exist, or cannot be read', async () => {
    for (const address of [
      '/api',
      '/api/',
      '/api/nope',
      '/api/graph/',
      '/API/graph',
      '/api/nodes',
      '/api/nodes/a/b/c',
      '/nothing',
      '/..%2f..%2fetc/passwd',
    ]) {
      await expectProblem(await service().get(address), 'not-found', address);
    }
    await expectProblem(await service().get('/api/nodes/%E0%A4%A'), 'invalid-parameter', 'broken escape');
    await expectProblem(await service().get('/api/paths?from=org:nobody&to=org:isro'), 'unknown-id', 'paths');
  });

  test('is the answer to a body that is none', async () => {
    const post = (body: string, type = 'application/json', headers: Record<string, string> = {}) =>
      fetch(`${service().url}/api/cypher`, {
        method: 'POST',
        body,
        headers: { 'content-type': type, ...headers },
      });
    for (const body of ['{', '[]', '"text"', 'null', '1'])
      await expectProblem(await post(body), 'invalid-body', body);
    await expectProblem(
      await fetch(`${service().url}/api/cypher`, { method: 'POST' }),
      'invalid-body',
      'no body',
    );
    for (const body of [
      '{}',
      '{"query":1}',
      '{"query":""}',
      '{"query":"RETURN 1 AS x","rows":1}',
      '{"query":"RETURN 1 AS x","maxRows":10001}',
      '{"query":"RETURN 1 AS x","timeoutMs":30001}',
      '{"query":"RETURN 1 AS x","params":[]}',
    ]) {
      await expectProblem(await post(body), 'invalid-parameter', body);
    }
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'application/json; charset=utf-16',
      'application/jsonx',
      'application/vnd.x+json',
    ]) {
      await expectProblem(await post('{"query":"RETURN 1 AS x"}', type), 'unsupported-media-type', type);
    }
    await expectProblem(
      await post('{"query":"RETURN 1 AS x"}', 'application/json', { 'content-encoding': 'gzip' }),
      'unsupported-media-type',
      'gzip',
    );
    await expectProblem(
      await post(JSON.stringify({ query: 'x'.repeat(1_000_001) })),
      'payload-too-large',
      '1 MB',
    );
    await expectProblem(await post('['.repeat(900_000)), 'invalid-body', 'deep');
  });
});
