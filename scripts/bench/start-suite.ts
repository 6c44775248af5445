import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { startNeo4j } from '../neo4j-local.ts';
import { compare } from './compare.ts';
import type { Report } from './report.ts';
import { runIngest } from './run-ingest.ts';
import { spawnService } from './spawn-service.ts';

const ROUNDS = 5;
const PATIENCE_MS = 30_000;

/** Milliseconds from starting the built service to its first answer with the graph. */
async function startService(store: string): Promise<number> {
  const started = performance.now();
  const service = await spawnService({ SETU_STORE: store });
  try {
    while (performance.now() - started < PATIENCE_MS) {
      const response = await fetch(`${service.url}/api/graph`);
      await response.arrayBuffer();
      if (response.ok) return performance.now() - started;
      await sleep(5);
    }
    throw new Error('the service never answered with the graph');
  } finally {
    await service.stop();
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
