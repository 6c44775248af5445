import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { formatProblem } from '../../scripts/ingest/problem.ts';
import { ingest } from '../../scripts/ingest/pipeline.ts';
import { catalogue } from '../helpers/engines.ts';

const INPUT = 'test/ingest/input';
const cases = readdirSync(INPUT).filter((name) => name !== 'base');
const root = mkdtempSync(join(tmpdir(), 'setu-bad-input-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The base data set with the files of the case laid over it. */
function prepare(name: string): string {
  const folder = join(root, name);
  cpSync(join(INPUT, 'base'), folder, { recursive: true });
  cpSync(join(INPUT, name), folder, { recursive: true });
  rmSync(join(folder, 'expected.txt'), { force: true });
  return folder;
}

describe('bad input', () => {
  it('is about a base that has nothing wrong with it', async () => {
    const report = await ingest({ ...options, paths: [join(INPUT, 'base')], workingFolder: process.cwd() });
    expect(report.problems.map(formatProblem)).toEqual([]);
  });

  it.each(cases)('%s: every problem is named with file, line and what to do', async (name) => {
    const folder = prepare(name);
    const report = await ingest({ ...options, paths: [folder], workingFolder: folder });
    const found = `${report.problems.map(formatProblem).join('\n')}\n`;
    const golden = join(INPUT, name, 'expected.txt');
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(golden, found);
    expect(found).toBe(readFileSync(golden, 'utf8'));
    expect(report.problemCount).toBeGreaterThan(0);
    for (const dataSet of report.dataSets) {
      expect(dataSet.accepted + dataSet.rejected).toBe(dataSet.entries);
      expect(dataSet.loaded).toBeNull();
    }
  });
});

const options = {
  library: 'test/fixtures/library',
  engine: null,
  catalogue,
  batchRows: 5_000,
} as const;
