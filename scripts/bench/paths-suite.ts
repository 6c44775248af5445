import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

import type { Report } from './report.ts';

const FOLDER = path.join('build', 'scripts', 'bench', 'paths');

/** Runs a part of the suite from what was built: as it runs for users, and in a fresh process. */
async function runPart(name: string, args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [path.join(FOLDER, `${name}.js`), ...args], { stdio: 'inherit' });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`${name} ended with ${String(code)}`);
}

/** The path kernel beside graphology and igraph, then the route beside Neo4j. SETU_BENCH_EDGES=1e7 goes further. */
export async function runPathsSuite(report: Report): Promise<void> {
  report.note('paths: the kernel');
  const edges = process.env['SETU_BENCH_EDGES'];
  await runPart('kernel-process', edges === undefined ? [] : [edges]);
  report.note('paths: through HTTP');
  await runPart('http-process', []);
}
