import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Started {
  readonly url: string;
  readonly output: () => string;
  readonly errors: () => string;
  stop(): Promise<number | null>;
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'setu-start-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `npm start` with a relative store, as the default is. */
async function start(): Promise<Started> {
  const { NEO4J_URI: _uri, LOG_LEVEL: _level, ...env } = process.env;
  const child: ChildProcess = spawn(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'scripts/start.ts'], {
    env: { ...env, PORT: '0', SETU_STORE: path.relative(process.cwd(), path.join(folder, 'store')) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stderr?.on('data', (chunk) => (errors += String(chunk)));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      output += String(chunk);
      const match = /http:\S+/.exec(output);
      if (match) resolve(match[0]);
    });
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}: ${errors}`)));
  });
  return {
    url,
    output: () => output,
    errors: () => errors,
    stop: () =>
      new Promise((resolve) => {
        child.removeAllListeners('exit');
        child.once('exit', resolve);
        child.kill('SIGTERM');
      }),
  };
}

/** The first answer may come while the data is still being opened: 503, ask again. */
async function fetchWhenReady(address: string): Promise<Response> {
  const until = performance.now() + 30_000;
  for (;;) {
    const response = await fetch(address);
    if (response.status !== 503 || performance.now() > until) return response;
    await sleep(100);
  }
}

describe('npm start', () => {
  it('loads the shipped data into an empty store, prints one line and serves', async () => {
    const started = await start();
    const graph = (await (await fetchWhenReady(`${started.url}/api/graph`)).json()) as { nodes: unknown[] };
    const page = await fetch(started.url);
    expect(graph.nodes.length).toBeGreaterThan(300);
    expect(await page.text()).toContain('<title>Setu');
    expect(started.output().trim().split('\n')).toEqual([`Setu: ${started.url}`]);
    expect(started.errors()).toContain('Loaded data/india-japan');
    expect(await started.stop()).toBe(0);
  });

  it('loads nothing the second time', async () => {
    const started = await start();
    const ready = await fetchWhenReady(`${started.url}/api/ready`);
    expect(ready.status).toBe(200);
    expect(started.errors()).not.toContain('Loaded');
    expect(await started.stop()).toBe(0);
  });
});
