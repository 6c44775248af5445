import { mkdirSync, writeFileSync } from 'node:fs';
import { request as openRequest } from 'node:http';
import { connect } from 'node:net';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { problemSchema } from '../../server/contract/problem.ts';
import { describeOnBothEngines, startTestService } from './start-test-service.ts';
import type { TestService } from './start-test-service.ts';

const TOKEN = 'a-token-of-our-own-4712';

/** Sends bytes as they are, without a client that would tidy them, and gives what came back until the other end closes. */
function sendRaw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.on('data', (part) => (answer += part.toString('latin1')));
    socket.on('error', () => resolve(answer));
    socket.on('close', () => resolve(answer));
    socket.setTimeout(3_000, () => socket.destroy());
    socket.write(text.replace('HOST', new URL(url).host));
  });
}

const ask = (url: string, line: string, headers = ''): Promise<string> =>
  sendRaw(url, `${line} HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\nContent-Length: 0\r\n${headers}\r\n`);
const statusOf = (answer: string): number => Number(answer.slice(9, 12));

describe('addresses written by hand', () => {
  let open: TestService;
  let guarded: TestService;
  beforeAll(async () => {
    open = await startTestService();
    guarded = await startTestService({ env: { SETU_TOKEN: TOKEN } });
    for (const { folder } of [open, guarded]) {
      mkdirSync(path.join(folder, 'client', 'assets'), { recursive: true });
      writeFileSync(path.join(folder, 'client', 'index.html'), '<title>Setu</title>');
      writeFileSync(path.join(folder, 'client', '.secret'), 'canary-file');
      writeFileSync(path.join(folder, 'secret.txt'), 'canary-file');
    }
  });
  afterAll(() => Promise.all([open.stop(), guarded.stop()]));

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/..%5csecret.txt',
    '/%c0%ae%c0%ae/secret.txt',
    '//../secret.txt',
    '/.secret',
    '/%2esecret',
    '/assets/%00',
    '/%zz',
    '/api/../secret.txt',
    '/api/documents/..%2f..%2fsecret.txt',
  ])('give no file outside the explorer: %s', async (address) => {
    const answer = await ask(open.url, `GET ${address}`);
    expect([400, 404]).toContain(statusOf(answer));
    expect(answer).toContain('application/problem+json');
    expect(answer).not.toContain('canary-file');
  });

  const WAYS_ROUND = [
    'GET //api/graph',
    'GET /API/GRAPH',
    'GET /%61pi/graph',
    'GET /sign-in/../api/graph',
    'GET /api/health/../graph',
    'GET /api/health/%2e%2e/graph',
    'GET /sign-in;/api/graph',
    'GET /api/graph?/sign-in',
    'GET /api/graph?/api/health',
    'GET http://127.0.0.1/api/graph',
    'GET /index.html',
    'HEAD /api/graph',
    'OPTIONS /api/graph',
    'POST /api/reload',
    'PROPFIND /api/graph',
    'GET /api/export?format=json',
  ];
  test.each(WAYS_ROUND)('find no way round the token: %s', async (line) => {
    for (const headers of [
      '',
      'Cookie: setu-session=\r\n',
      'Cookie: setu-session=9999999999.a.\r\n',
      'Cookie: setu-session=__proto__\r\n',
      'Authorization: Bearer undefined\r\n',
      `Authorization: Basic ${Buffer.from(`:${TOKEN}`).toString('base64')}\r\n`,
      'X-Original-URL: /sign-in\r\n',
      'X-Forwarded-For: 127.0.0.1\r\nX-HTTP-Method-Override: GET\r\n',
    ]) {
      expect([400, 401, 404], `${line} ${headers}`).toContain(
        statusOf(await ask(guarded.url, line, headers)),
      );
    }
  });

  test.each(['TRACE', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'QUERY'])(
    '%s does nothing anywhere, HEAD has no body',
    async (method) => {
      for (const address of ['/api/graph', '/api/cypher', '/api/reload', '/api/nodes/org:isro']) {
        const answer = await ask(open.url, `${method} ${address}`, 'X-Echo: canary-echo\r\n');
        expect(statusOf(answer)).toBe(405);
        expect(answer).toMatch(/^Allow: (?:GET, HEAD|POST)\r$/mu);
        expect(answer).not.toContain('canary-echo');
      }
      const head = await ask(open.url, 'HEAD /api/graph');
      expect([statusOf(head), head.split('\r\n\r\n')[1]]).toEqual([200, '']);
    },
  );
});

describeOnBothEngines('a hostile client', (service) => {
  test('that sends odd bodies and headers gets 4xx; the next is answered', async () => {
    const body = '{"query":"RETURN 1 AS x"}';
    const deep = `{"query":"RETURN 1 AS x","params":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`;
    const post = (headers: string, text: string): Promise<string> =>
      sendRaw(
        service().url,
        `POST /api/cypher HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n${headers}\r\n\r\n${text}`,
      );
    const json = 'Content-Type: application/json\r\n';
    const cases: [string, string, number][] = [
      [`${json}Content-Length: 5\r\nContent-Length: 25`, body, 400],
      [
        `${json}Content-Length: 25\r\nTransfer-Encoding: chunked`,
        '0\r\n\r\nGET /api/meta HTTP/1.1\r\n\r\n',
        400,
      ],
      [`${json}Content-Length: -1`, '', 400],
      [`${json}Content-Length: 1000001`, '', 413],
      [
        `${json}Transfer-Encoding: chunked`,
        `${'186a0\r\n'.concat('x'.repeat(100_000), '\r\n').repeat(12)}0\r\n\r\n`,
        413,
      ],
      [`${json}Content-Encoding: gzip\r\nContent-Length: 25`, body, 415],
      ['Content-Type: text/plain\r\nContent-Length: 25', body, 415],
      [`${json}Content-Length: ${deep.length}`, deep, 400],
      [`${json}X-Long: ${'a'.repeat(17_000)}\r\nContent-Length: 25`, body, 431],
      [`${json}Expect: magic\r\nContent-Length: 25`, body, 417],
    ];
    for (const [headers, text, status] of cases) {
      expect(statusOf(await post(headers, text)), headers.slice(0, 80)).toBe(status);
    }
    expect(statusOf(await post(`${json}Content-Length: 25`, body))).toBe(200);
  });

  test('that keeps going away in the middle of answers leaves nothing behind', async () => {
    const { hostname, port } = new URL(service().url);
    const leave = (index: number): Promise<void> =>
      new Promise((resolve) => {
        const isExport = index % 3 === 0;
        const outgoing = openRequest({
          hostname,
          port,
          method: isExport ? 'GET' : 'POST',
          path: isExport ? '/api/export?format=json' : '/api/cypher',
          headers: { 'content-type': 'application/json', accept: 'application/x-ndjson' },
        });
        outgoing.on('response', (response) => {
          response.once('data', () => response.destroy());
          response.on('error', () => resolve());
          response.on('close', () => resolve());
        });
        outgoing.on('error', () => resolve());
        outgoing.end(
          isExport ? undefined : '{"query":"UNWIND range(1, 9000) AS x RETURN x AS x","maxRows":9000}',
        );
      });
    for (let index = 0; index < 18; index += 1) await leave(index);
    const [first, second] = await Promise.all([1, 2].map(() => service().cypher({ query: 'RETURN 1 AS x' })));
    expect([first?.status, second?.status]).toEqual([200, 200]);
    expect(service().log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('finds every id that is listed, whatever is written in it', async () => {
    for (const id of [
      'a/b?c#d',
      '../..',
      '%2f',
      '"<script>',
      "' OR 1=1",
      '\\',
      'org:isro\r\nX: y',
      '日本',
      '__proto__',
    ]) {
      for (const kind of ['nodes', 'edges', 'statements', 'documents']) {
        const response = await service().get(`/api/${kind}/${encodeURIComponent(id)}`);
        expect(response.status, `${kind} ${id}`).toBe(404);
        expect(problemSchema.parse(await response.json()).code).toBe('unknown-id');
      }
    }
  });
});
