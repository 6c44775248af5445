import { request } from 'node:http';

import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { problemSchema } from '../../server/contract/problem.ts';
import { consoleChildren, memoryMb } from '../helpers/console-children.ts';
import { startTestService } from './start-test-service.ts';
import type { TestService } from './start-test-service.ts';

const RUNAWAYS = [
  'MATCH (a), (b), (c), (d), (e), (f) WHERE a.id = b.id + c.id + d.id + e.id + f.id RETURN count(*) AS n',
  'MATCH p = (a)-[*]-(b) RETURN count(p) AS n',
  'UNWIND range(1, 1000000000) AS x RETURN sum(x) AS n',
  "RETURN reduce(t = 'x', i IN range(1, 40) | t + t) AS text",
  'UNWIND range(1, 50000000) AS x RETURN collect(toString(x)) AS list',
  'RETURN range(1, 2000000000) AS list',
  'MATCH (a), (b), (c), (d), (e) RETURN collect(a.id + b.id + c.id + d.id + e.id) AS list',
];
const AT_ONCE = 50;
const USERS = 10;
const LIMIT_MS = 1_000;
const MEMORY_MB = 512;
const ENDS = new Set([
  'deadline-exceeded',
  'out-of-memory',
  'engine-unavailable',
  'statement-invalid',
  'queue-full',
]);

interface Outcome {
  readonly status: number;
  readonly body: string;
  readonly retryAfter: string | undefined;
  readonly elapsedMs: number;
}

/** Asks from an address of its own: on loopback each counts as another user. */
function askFrom(
  service: TestService,
  localAddress: string,
  query: string,
  timeoutMs: number,
): Promise<Outcome> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const sent = request(
      `${service.url}/api/cypher`,
      { method: 'POST', headers, localAddress },
      (response) => {
        let body = '';
        response.on('data', (chunk) => (body += String(chunk)));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body,
            retryAfter: response.headers['retry-after'],
            elapsedMs: performance.now() - begun,
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(JSON.stringify({ query, timeoutMs }));
  });
}

describe.skipIf(process.platform !== 'linux').each(['embedded', 'neo4j'] as const)(
  'fifty runaways at once, %s',
  (engine) => {
    const isThere = engine === 'embedded' || inject('neo4j') !== null || inject('nothingMayBeSkipped');
    let service: TestService;
    beforeAll(async () => {
      if (!isThere) return;
      service = await startTestService({ engine, env: { SETU_CONSOLE_MEMORY_MB: String(MEMORY_MB) } });
    });
    afterAll(() => service?.stop());

    test.skipIf(!isThere)(
      'are each answered near the limit or told to come again, and leave nothing behind',
      async () => {
        const outcomes = await Promise.all(
          Array.from({ length: AT_ONCE }, (_, place) =>
            askFrom(
              service,
              `127.0.1.${1 + (place % USERS)}`,
              RUNAWAYS[place % RUNAWAYS.length] ?? '',
              LIMIT_MS,
            ),
          ),
        );
        const codes = new Map<string, number>();
        for (const { status, body, retryAfter, elapsedMs } of outcomes) {
          expect(elapsedMs, body.slice(0, 200)).toBeLessThan(LIMIT_MS + 3_000);
          // An engine may also be quick, or cut the answer.
          const code = status === 200 ? 'answered' : problemSchema.parse(JSON.parse(body)).code;
          codes.set(code, (codes.get(code) ?? 0) + 1);
          expect(status === 200 || ENDS.has(code), code).toBe(true);
          if (code === 'queue-full') expect([status, Number(retryAfter) > 0]).toEqual([429, true]);
        }
        // Four run, sixteen wait; the others hear at once.
        expect(codes.get('queue-full')).toBeGreaterThanOrEqual(AT_ONCE - 4 - 16);
        expect([...codes.values()].reduce((sum, n) => sum + n, 0)).toBe(AT_ONCE);
        const next = await askFrom(service, '127.0.1.99', 'RETURN 1 AS x', 10_000);
        expect([next.status, JSON.parse(next.body)]).toMatchObject([200, { rows: [[1]] }]);
        expect(consoleChildren().length).toBeLessThanOrEqual(4);
        for (const pid of consoleChildren()) expect(memoryMb(pid)).toBeLessThan(MEMORY_MB / 2);
        await service.stop();
        await expect.poll(consoleChildren, { timeout: 10_000 }).toEqual([]);
      },
      60_000,
    );
  },
);
