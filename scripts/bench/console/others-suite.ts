import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { startNeo4j } from '../../neo4j-local.ts';
import { compare, percentile } from '../compare.ts';
import type { Report } from '../report.ts';
import { runIngest } from '../run-ingest.ts';
import { spawnService } from '../spawn-service.ts';
import { startRunaways } from './runaways.ts';

const ROUNDS = 7;
const CALLS = 300;
const WARM_UP_CALLS = 2_000;
const AT_ONCE = 4;
/** What others do meanwhile: look at an institution, search, ask for a path. */
const ADDRESSES = [
  '/api/nodes/org:isro/neighbours',
  '/api/search?q=jap',
  '/api/paths?from=org:isro&to=org:jaxa&fields=ids',
];

async function readAll(url: string, calls: number): Promise<number[]> {
  const times: number[] = [];
  for (let call = 0; call < calls; call += 1) {
    const started = performance.now();
    const response = await fetch(`${url}${ADDRESSES[call % ADDRESSES.length]}`);
    await response.arrayBuffer();
    times.push(performance.now() - started);
    if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  }
  return times;
}

const p95 = async (url: string): Promise<number> => percentile(await readAll(url, CALLS), 0.95);

async function p95BesideRunaways(url: string): Promise<number> {
  const runaways = await startRunaways(url, AT_ONCE);
  try {
    return await p95(url);
  } finally {
    await runaways.stop();
  }
}

async function measure(
  report: Report,
  name: string,
  env: Readonly<Record<string, string>>,
  goal: number | null,
): Promise<void> {
  await runIngest('data/india-japan', env);
  const limits = { SETU_CONSOLE_AT_ONCE: String(AT_ONCE), SETU_CONSOLE_PER_USER: String(AT_ONCE) };
  const service = await spawnService({ ...env, ...limits });
  try {
    await readAll(service.url, WARM_UP_CALLS);
    const comparison = await compare(
      () => p95BesideRunaways(service.url),
      () => p95(service.url),
      ROUNDS,
    );
    report.add(`p95 of others while ${AT_ONCE} statements run away, beside idle, ${name}`, comparison, {
      goal,
    });
  } finally {
    await service.stop();
  }
}

/** Whether reading goes on as when nothing else happens, while statements take all the processor they can get. */
export async function runOthersSuite(report: Report): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'setu-bench-'));
  try {
    await measure(report, 'embedded', { SETU_STORE: path.join(folder, 'store') }, 0.8);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const server = await startNeo4j({ say: report.note });
  try {
    // The database computes in a process of its own, which is not ours to hold back.
    await measure(report, 'Neo4j', { NEO4J_URI: server.uri }, null);
  } finally {
    await server.stop();
  }
}
