import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

import { startNeo4j } from '../neo4j-local.ts';
import { compare } from './compare.ts';
import type { Report } from './report.ts';
import { runIngest } from './run-ingest.ts';

const ROUNDS = 5;
const PATIENCE_MS = 30_000;

/** Milliseconds from starting the built service to its first answer with the graph. */
async function startService(store: string): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, ['build/server/main.js'], {
    env: { PATH: process.env['PATH'], PORT: '0', SETU_STORE: store, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (chunk) => {
        const match = /http:\S+/.exec(String(chunk));
        if (match) resolve(match[0]);
      });
      child.once('exit', (code) => reject(new Error(`the service ended with ${code}`)));
    });
    while (performance.now() - started < PATIENCE_MS) {
      const response = await fetch(`${url}/api/graph`);
      await response.arrayBuffer();
      if (response.ok) return performance.now() - started;
      await sleep(5);
    }
    throw new Error('the service never answered with the graph');
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }
}

/** Milliseconds from starting Neo4j to its first answer over Bolt. */
async function startDatabase(): Promise<number> {
  const started = performance.now();
  const server = await startNeo4j({});
  const elapsedMs = performance.now() - started;
  await server.stop();
  return elapsedMs;
}

/** From nothing to the first picture's data on the embedded engine, beside Neo4j's own start. */
export async function runStartSuite(report: Report): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'setu-bench-start-'));
  try {
    const store = path.join(folder, 'store');
    await runIngest('data/india-japan', { SETU_STORE: store });
    const comparison = await compare(() => startService(store), startDatabase, ROUNDS);
    report.add('start to the first /api/graph, embedded, beside Neo4j’s own start', comparison, { goal: 10 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
