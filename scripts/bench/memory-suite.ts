import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { generateDataSet } from './generate-data-set.ts';
import type { Report } from './report.ts';
import { runIngest } from './run-ingest.ts';

const SIZE = { organisations: 50_000, agreements: 200_000, statements: 1_000_000 };
const GOAL_MB = 400;

/** The memory of the ingest process, not of the engine, at a million statements of tables. */
export async function runMemorySuite(report: Report): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'setu-bench-memory-'));
  try {
    const tables = path.join(folder, 'tables');
    await generateDataSet(tables, SIZE);
    const { peakMb, elapsedMs } = await runIngest(tables, { SETU_STORE: path.join(folder, 'store') });
    const seconds = Math.round(elapsedMs / 1_000);
    report.figure(
      'ingest process at 1,000,000 statements from CSV, embedded',
      peakMb === null ? 'not told by this system' : `${Math.round(peakMb)} MB at its peak, ${seconds} s`,
      peakMb === null ? null : peakMb <= GOAL_MB,
      `at most ${GOAL_MB} MB`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
