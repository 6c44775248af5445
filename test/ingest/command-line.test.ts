import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { formatProgress } from '../../scripts/ingest/progress-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'setu-command-line-'));
const store = join(folder, 'store');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'scripts/ingest.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, SETU_STORE: store, NEO4J_URI: '', SETU_LIBRARY: '', ...env },
  });
}

const TABLES = 'test/fixtures/datasets/tables';

describe('npm run ingest', () => {
  it('loads, reports once, and ends with 0; the second time with 0 changes', () => {
    const first = run([TABLES]);
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toContain('tables: 11 entries read, 11 accepted, 0 rejected');
    expect(first.stdout).toMatch(/26 changes in .*store/u);
    expect(run([TABLES]).stdout).toMatch(/\n0 changes in /u);
  });

  it('a dry run touches no database and resolves every reference against the library', () => {
    const untouched = join(folder, 'untouched');
    const { status, stdout } = run([TABLES, '--dry-run'], {
      SETU_LIBRARY: 'test/fixtures/library',
      SETU_STORE: untouched,
    });
    expect(status).toBe(0);
    expect(stdout).toContain('3 passages: 3 verified, 0 not in library (0 documents)');
    expect(run([untouched, '--dry-run']).stdout).toContain('does not exist');
  });

  it('takes single tables of a folder as its data set', () => {
    const tables = ['documents', 'passages', 'organisations'].map((name) => join(TABLES, `${name}.csv`));
    const { status, stdout } = run([...tables, '--dry-run']);
    expect(status).toBe(0);
    expect(stdout).toContain('tables: 6 entries read');
  });

  it('prints the report as JSON', () => {
    const report = JSON.parse(run([TABLES, '--dry-run', '--json']).stdout) as Record<string, unknown>;
    expect(report).toMatchObject({
      isDryRun: true,
      target: null,
      problemCount: 0,
      dataSets: [{ id: 'tables', entries: 11 }],
    });
  });

  it('ends with 1 and says where for problems in the data', () => {
    const { status, stdout } = run(['test/ingest/input/unknown-type', '--dry-run']);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^test\/ingest\/input\/unknown-type\/s\.yaml:2: unknown type/u);
    expect(stdout).toMatch(/nothing was loaded/u);
  });

  it.each([
    [['nowhere'], 1, 'nowhere:1: does not exist'],
    [['README.md'], 1, 'README.md:1: is no .yaml'],
    [['--sideways'], 2, 'npm run ingest -- [PATH…]'],
    [['--engine', 'sqlite'], 1, 'The engine is neo4j or embedded'],
    [['--engine', 'neo4j'], 1, 'needs NEO4J_URI'],
    [['--help'], 0, '--dry-run'],
  ])('%j ends with %i and says %s', (args, status, text) => {
    const result = run(args);
    expect(result.status).toBe(status);
    expect(result.stdout + result.stderr).toContain(text);
  });

  it('ends with 1 where the library cannot be read, or the database is away', () => {
    expect(run([TABLES, '--dry-run'], { SETU_LIBRARY: join(folder, 'none') })).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('SETU_LIBRARY') as string,
    });
  });

  it('shows how far it is on a terminal only', () => {
    expect(formatProgress({ step: 'reading', done: 7, total: null })).toBe('reading 7');
    expect(formatProgress({ step: 'loading', done: 5, total: 10 })).toBe(
      'loading [############............] 5 of 10',
    );
  });
});
