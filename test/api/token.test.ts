import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { OPERATIONS } from '../../server/contract/operations.ts';
import { problemSchema } from '../../server/contract/problem.ts';
import { ROUTES } from '../../server/contract/routes.ts';
import type { RouteName } from '../../server/contract/routes.ts';
import { startTestService, TEST_DAY_MS } from './start-test-service.ts';
import type { TestService } from './start-test-service.ts';

const TOKEN = 'a-token-of-our-own-4711';

describe('with a token', () => {
  let service: TestService;
  let nowMs = TEST_DAY_MS;
  beforeAll(async () => {
    service = await startTestService({ env: { SETU_TOKEN: TOKEN }, now: () => nowMs });
  });
  afterAll(() => service.stop());

  const signIn = (token: string): Promise<Response> =>
    fetch(`${service.url}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ token }).toString(),
    });

  test('every address asks for it, but for those that say the service is alive', async () => {
    for (const name of Object.keys(ROUTES) as RouteName[]) {
      const { path, method } = ROUTES[name];
      const response = await fetch(`${service.url}${path.replace('{id}', 'org:isro')}`, {
        method: method.toUpperCase(),
      });
      if (OPERATIONS[name].isPublic) expect(response.status, path).toBe(200);
      else {
        expect(response.status, path).toBe(401);
        expect(problemSchema.parse(await response.json()).code).toBe('unauthorized');
        expect(response.headers.get('www-authenticate')).toBe('Bearer');
      }
    }
    expect((await service.get('/api/nope')).status).toBe(401);
    expect((await service.get('/assets/main.js')).status).toBe(401);
  });

  test('scripts send it as Bearer', async () => {
    expect((await service.get('/api/graph', { authorization: `Bearer ${TOKEN}` })).status).toBe(200);
    for (const wrong of [
      `Bearer ${TOKEN}x`,
      'Bearer',
      'Bearer ',
      `Basic ${TOKEN}`,
      TOKEN,
      `Bearer ${TOKEN.toUpperCase()}`,
    ]) {
      expect((await service.get('/api/graph', { authorization: wrong })).status, wrong).toBe(401);
    }
  });

  test('an address never carries it', async () => {
    expect((await service.get(`/api/graph?token=${TOKEN}`)).status).toBe(401);
    expect((await service.get(`/sign-in?token=${TOKEN}`)).headers.get('set-cookie')).toBeNull();
  });

  test('a person signs in and gets a cookie that pages of others cannot use', async () => {
    const page = await service.get('/', { accept: 'text/html' });
    expect([page.status, page.headers.get('location')]).toEqual([303, '/sign-in']);
    const form = await service.get('/sign-in');
    expect(await form.text()).toContain('<form method="post" action="/sign-in">');
    const answer = await signIn(TOKEN);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^setu-session=[\w.-]+; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200$/u);
    expect(cookie).not.toContain(TOKEN);
    const [session = ''] = cookie.split(';');
    expect((await service.get('/api/graph', { cookie: `a=b; ${session}` })).status).toBe(200);
    expect((await service.get('/api/graph', { cookie: session.slice(0, -1) })).status).toBe(401);
    expect(
      (await service.get('/api/graph', { cookie: session.replace(/=\d+/u, '=9999999999') })).status,
    ).toBe(401);
    nowMs += 13 * 3_600_000;
    expect((await service.get('/api/graph', { cookie: session })).status).toBe(401);
    nowMs = TEST_DAY_MS;
  });

  test('a wrong one gets no cookie', async () => {
    for (const wrong of ['', 'x', `${TOKEN} `]) {
      const answer = await signIn(wrong);
      expect(answer.status).toBe(401);
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
  });

  test('the log never shows it, nor what people look for', async () => {
    const authorization = `Bearer ${TOKEN}`;
    await service.get('/api/search?q=canary-search', { authorization });
    await service.get('/api/nodes/canary-id', { authorization });
    await service.cypher(
      { query: "RETURN 'canary-query' AS x", params: { p: 'canary-param' } },
      { authorization },
    );
    await service.cypher({ query: 'canary-broken' }, { authorization });
    await service.get('/canary-path', { authorization });
    const visible = JSON.stringify(service.log.filter(({ level }) => level !== 'debug'));
    expect(visible).toContain('/api/search');
    expect(visible).not.toContain('canary');
    expect(visible).not.toContain(TOKEN);
  });
});
