/** `npm run bench [-- suite …]`: ratios, ours beside a named peer in one run. Suites: start, ingest, memory, paths. */
import process from 'node:process';

import { runIngestSuite } from './bench/ingest-suite.ts';
import { runMemorySuite } from './bench/memory-suite.ts';
import { runPathsSuite } from './bench/paths-suite.ts';
import { createReport } from './bench/report.ts';
import type { Report } from './bench/report.ts';
import { runStartSuite } from './bench/start-suite.ts';
import { build } from './build/build.ts';

const SUITES: Readonly<Record<string, (report: Report) => Promise<void>>> = {
  start: runStartSuite,
  ingest: runIngestSuite,
  memory: runMemorySuite,
  paths: runPathsSuite,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in SUITES));
if (unknown.length > 0) {
  console.error(`There is no suite ${unknown.join(', ')}. Suites: ${Object.keys(SUITES).join(', ')}.`);
  process.exit(2);
}
const report = createReport(console.log);
await build({ say: report.note });
for (const [name, run] of Object.entries(SUITES)) {
  if (asked.length === 0 || asked.includes(name)) await run(report);
}
