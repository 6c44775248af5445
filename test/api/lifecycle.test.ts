import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { describe, expect, inject, test } from 'vitest';

import { problemSchema } from '../../server/contract/problem.ts';
import { emptyDatabase, loadSmallGraph } from './fixture/load-small-graph.ts';
import { startTestService } from './start-test-service.ts';

async function until(check: () => Promise<boolean>, timeoutMs: number): Promise<number> {
  const begun = performance.now();
  while (!(await check())) {
    if (performance.now() - begun > timeoutMs) throw new Error(`Nothing happened within ${timeoutMs} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return performance.now() - begun;
}

describe('readiness', () => {
  test('without data says what to run; with data the service is ready by itself', async () => {
    const service = await startTestService({ loads: false, env: { SETU_REVISION_POLL_MS: '200' } });
    try {
      expect((await service.get('/api/health')).status).toBe(200);
      const response = await service.get('/api/ready');
      expect(response.status).toBe(503);
      const problem = problemSchema.parse(await response.json());
      expect(problem.code).toBe('no-data');
      expect(problem.detail).toContain('no data, run npm run ingest');
      expect(problemSchema.parse(await service.json('/api/graph')).code).toBe('no-data');
      await loadSmallGraph(service.engine);
      await until(async () => (await service.get('/api/ready')).status === 200, 5_000);
      expect((await service.get('/api/graph')).status).toBe(200);
    } finally {
      await service.stop();
    }
  });

  test('a new load is in the answers by itself, or at once by reload', async () => {
    const service = await startTestService({ env: { SETU_REVISION_POLL_MS: '200' } });
    try {
      const first = (await service.json('/api/meta')) as { revision: string };
      const tag = (await service.get('/api/graph')).headers.get('etag') ?? '';
      await loadSmallGraph(service.engine, 'another');
      await until(
        async () => ((await service.json('/api/meta')) as { revision: string }).revision !== first.revision,
        5_000,
      );
      expect((await service.get('/api/graph', { 'if-none-match': tag })).status).toBe(200);
      await emptyDatabase(service.engine);
      const reload = await fetch(`${service.url}/api/reload`, { method: 'POST' });
      expect(problemSchema.parse(await reload.json()).code).toBe('no-data');
      await loadSmallGraph(service.engine, 'a third');
      const again = await fetch(`${service.url}/api/reload`, { method: 'POST' });
      expect(await again.json()).toMatchObject({ nodes: 22 });
    } finally {
      await service.stop();
    }
  });
});

/** A door to the database that can be shut. */
async function openDoor(
  uri: string,
): Promise<{ uri: string; shut(): void; open(): Promise<void>; close(): void }> {
  const { hostname, port } = new URL(uri);
  const sockets = new Set<Socket>();
  let server: Server | null = null;
  let ownPort = 0;
  const open = async (): Promise<void> => {
    server = createServer((inner) => {
      const outer = connect(Number(port), hostname);
      for (const socket of [inner, outer]) {
        sockets.add(socket);
        socket.on('error', () => {});
        socket.on('close', () => sockets.delete(socket));
      }
      inner.pipe(outer).pipe(inner);
    });
    server.listen(ownPort, '127.0.0.1');
    await once(server, 'listening');
    ownPort = (server.address() as AddressInfo).port;
  };
  const shut = (): void => {
    server?.close();
    for (const socket of sockets) socket.destroy();
  };
  await open();
  return { uri: `bolt://127.0.0.1:${ownPort}`, shut, open, close: shut };
}

describe.skipIf(inject('neo4j') === null && !inject('nothingMayBeSkipped'))(
  'a database that goes away',
  () => {
    test('makes the service not ready, not dead; it recovers when the database is back', async () => {
      const neo4j = inject('neo4j');
      if (!neo4j) throw new Error('There is no Neo4j: set NEO4J_TEST_URI.');
      const door = await openDoor(neo4j.uri);
      const env = { NEO4J_URI: door.uri, SETU_REVISION_POLL_MS: '500', SETU_CACHE_MB: '0' };
      const service = await startTestService({ engine: 'neo4j', env });
      try {
        expect((await service.get('/api/ready')).status).toBe(200);
        door.shut();
        const elapsedMs = await until(async () => (await service.get('/api/ready')).status === 503, 4_000);
        expect(elapsedMs).toBeLessThan(2_500);
        expect((await service.get('/api/health')).status).toBe(200);
        const away = await service.get('/api/graph');
        expect(problemSchema.parse(await away.json()).code).toBe('engine-unavailable');
        await door.open();
        await until(async () => (await service.get('/api/ready')).status === 200, 5_000);
        expect((await service.get('/api/graph')).status).toBe(200);
      } finally {
        await service.stop();
        door.close();
      }
    });
  },
);

interface Program {
  readonly child: ChildProcess;
  readonly url: string;
  readonly output: () => string;
}

async function startProgram(env: Record<string, string>): Promise<Program> {
  const main = path.join(import.meta.dirname, '..', '..', 'server', 'main.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (part) => (output += String(part)));
  child.stderr.on('data', (part) => (output += String(part)));
  const urlOf = (): string | undefined => /http:\/\/\S+/u.exec(output)?.[0];
  await until(() => Promise.resolve(urlOf() !== undefined || child.exitCode !== null), 20_000);
  return { child, url: urlOf() ?? '', output: () => output };
}

/** Processes that the program started, by what Linux says of them. */
function childrenOf(pid: number): string[] {
  const file = `/proc/${pid}/task/${pid}/children`;
  return existsSync(file)
    ? readFileSync(file, 'utf8')
        .trim()
        .split(' ')
        .filter((child) => child !== '')
    : [];
}

describe('the program', () => {
  test.each([
    [{ HOST: '0.0.0.0' }, 'set SETU_TOKEN too'],
    [{ PORT: '70000' }, 'PORT=70000'],
    [{ SETU_TOKEN: 'short' }, 'SETU_TOKEN'],
    [{ SETU_PATH_MAX_HOPS: '13' }, 'SETU_PATH_MAX_HOPS=13'],
    [{ NEO4J_URI: 'http://localhost' }, 'NEO4J_URI'],
    [{ SETU_ENGINE: 'sqlite' }, 'SETU_ENGINE'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL=loud'],
  ])('refuses to start with %j, in one sentence', async (env, sentence) => {
    const { child, output } = await startProgram(env as unknown as Record<string, string>);
    if (child.exitCode === null) await once(child, 'exit');
    expect(child.exitCode).toBe(1);
    expect(output()).toContain(sentence);
    expect(output().trim().split('\n')).toHaveLength(1);
  });

  test.each([
    ['what runs is answered', 2_000, 504, 'deadline-exceeded'],
    ['what runs too long is ended', 30_000, 503, 'shutting-down'],
  ])('stops cleanly: not ready first, %s, nothing stays behind', async (_, timeoutMs, status, code) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'setu-stop-'));
    mkdirSync(path.join(folder, 'library'));
    writeFileSync(path.join(folder, 'library', 'a.txt'), 'A text.');
    const store = path.join(folder, 'store');
    await loadSmallGraph({ engine: 'embedded', store });
    const { child, url, output } = await startProgram({ PORT: '0', SETU_STORE: store });
    try {
      await until(async () => (await fetch(`${url}/api/ready`)).status === 200, 10_000);
      const slow = fetch(`${url}/api/cypher`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          query:
            'MATCH (a), (b), (c), (d), (e), (f) WHERE a.id = b.id + c.id + d.id + e.id + f.id RETURN count(*) AS n',
          timeoutMs,
        }),
      });
      await new Promise((resolve) => setTimeout(resolve, 500));
      const begun = performance.now();
      const children = childrenOf(child.pid ?? 0);
      child.kill('SIGTERM');
      await until(async () => (await fetch(`${url}/api/ready`)).status === 503, 2_000);
      const answer = await slow;
      expect([answer.status, problemSchema.parse(await answer.json()).code]).toEqual([status, code]);
      await once(child, 'exit');
      expect(performance.now() - begun).toBeLessThan(10_000);
      expect(child.exitCode, output()).toBe(0);
      await expect(fetch(`${url}/api/health`)).rejects.toThrow();
      expect(children.length, 'there were children to end').toBeGreaterThan(0);
      expect(children.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
    } finally {
      child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
