import {
  cpSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  closeSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeEach, describe, expect, it } from 'vitest';

import type { IngestReport } from '../../scripts/ingest/ingest-report.ts';
import { formatReport } from '../../scripts/ingest/ingest-report.ts';
import { formatProblem } from '../../scripts/ingest/problem.ts';
import { dumpGraph, load } from '../helpers/dataset-graph.ts';

const root = mkdtempSync(join(tmpdir(), 'setu-hostile-'));
const folder = join(root, 'base');
afterAll(() => rmSync(root, { recursive: true, force: true }));
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  cpSync('test/ingest/input/base', folder, { recursive: true });
});

const GIGABYTE = 1_000_000_000;
const MEGABYTE = 1_000_000;

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

/** A file that starts with a text and goes on with zeros without a line end; it takes no room on the disk. */
function writeEndless(name: string, start: string): void {
  const handle = openSync(join(folder, name), 'w');
  writeSync(handle, start);
  ftruncateSync(handle, GIGABYTE);
  closeSync(handle);
}

async function check(): Promise<{
  report: IngestReport;
  lines: string[];
  elapsedMs: number;
  grownMb: number;
}> {
  const before = process.memoryUsage().rss;
  const started = performance.now();
  const report = await load(null, [folder]);
  return {
    report,
    lines: report.problems.map(formatProblem).map((line) => line.replace(`${folder}/`, '')),
    elapsedMs: performance.now() - started,
    grownMb: (process.memoryUsage().rss - before) / MEGABYTE,
  };
}

describe('hostile input', () => {
  it.each([
    ['more.ndjson', '{"label":"Topic","id":"topic:t","refs":["p1"]}\n{"label":"', 2],
    ['organisations.csv', 'id,caption,references\norg:c,C,p1\norg:d,"', 3],
    ['topics.csv', 'id,caption,references\n', 2],
  ])(
    'a line of 1 GB in %s is refused where it starts, quickly and in little memory',
    async (name, start, line) => {
      writeEndless(name, start);
      const { lines, elapsedMs, grownMb } = await check();
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(new RegExp(`^${name}:${line}: .*longer than 1000000 bytes`, 'u'));
      expect(elapsedMs).toBeLessThan(2_000 + 3_000);
      expect(grownMb).toBeLessThan(150);
    },
  );

  it('a YAML file of 1 GB is refused by its size', async () => {
    writeEndless('more.yaml', 'topics:\n');
    const { lines } = await check();
    expect(lines).toEqual([
      'more.yaml:1: is 1000000000 bytes, more than 10000000; split the file, or write CSV or NDJSON, which are streamed',
    ]);
  });

  it('aliases that would multiply are refused, not followed', async () => {
    const levels = Array.from({ length: 9 }, (_, at) => `  - &a${at + 1} [${`*a${at}, `.repeat(9)}*a${at}]`);
    write('more.yaml', `topics:\n  - &a0 x\n${levels.join('\n')}\n`);
    const { lines, elapsedMs } = await check();
    expect(lines).toContain('more.yaml:3: *a0 is an alias; write the value out');
    expect(elapsedMs).toBeLessThan(2_000);
  });

  it.each([
    ['brackets in YAML', 'more.yaml', `topics: ${'['.repeat(100_000)}`],
    ['maps in YAML', 'more.yaml', `topics: ${'{a: '.repeat(50_000)}`],
    [
      'blocks in YAML',
      'more.yaml',
      Array.from({ length: 2_000 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
    ],
    ['lists in YAML', 'more.yaml', `topics:\n ${'- '.repeat(100_000)}x`],
    ['brackets in JSON', 'more.json', `{"topics":${'['.repeat(100_000)}`],
    ['brackets in NDJSON', 'more.ndjson', `{"label":"Topic","id":${'['.repeat(100_000)}`],
  ])('100,000 levels of %s end in a problem, not in a crash', async (_what, name, text) => {
    write(name, text);
    const { lines, elapsedMs } = await check();
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line.startsWith(`${name}:`)).toBe(true);
    expect(elapsedMs).toBeLessThan(5_000);
  });

  it('keys that reach for the prototype stay plain, and are refused', async () => {
    write('more.json', '{"topics":[{"id":"topic:t","refs":["p1"],"__proto__":{"caption":"polluted"}}]}');
    const { lines } = await check();
    expect(lines).toEqual(['more.json:1: unknown key "__proto__"; remove or correct']);
    expect(({} as { caption?: unknown }).caption).toBeUndefined();
  });

  it('many problems are counted, and the first hundred are printed', async () => {
    write(
      'statements.csv',
      `type,subject,object,references\n${'PARTY_TO,org:nobody,agr:x,p1\n'.repeat(3_000)}`,
    );
    const { report } = await check();
    expect(report.problemCount).toBe(3_000);
    const text = formatReport(report);
    expect(text.split('\n').filter((line) => line.includes('unknown subject'))).toHaveLength(100);
    expect(text).toContain('… and 2900 more problems');
  });

  it('cells are data: formulas, quotation marks, line ends and markup arrive as they are', async () => {
    const hostile = [
      '=cmd|calc',
      '@SUM(1)',
      '+1',
      '-1',
      '"; DROP',
      "' OR 1=1 //",
      '<img src=x onerror=1>',
      '{{x}}',
      '$ids',
      '`n`',
      '\\u0000',
      'a, b',
      'naïve ☃ 🌊',
      '\u202Eevil',
    ];
    const rows = hostile.map((text, at) => `topic:t${at},"${text.replaceAll('"', '""')}",p1`);
    write('topics.csv', `\uFEFFid,caption,references\r\n${rows.join('\r\n')}\r\n`);
    const config = { engine: 'embedded', store: join(root, 'cells') } as const;
    const report = await load(config, [folder]);
    expect(report.problems).toEqual([]);
    const { nodes } = await dumpGraph(config);
    const captions = nodes
      .filter((node) => node.labels.includes('Topic'))
      .map((node) => (node.properties as { caption: string }).caption);
    expect(captions.sort()).toEqual([...hostile].sort());
  });

  it('a cell over several lines keeps the line numbers after it right', async () => {
    write('topics.csv', 'id,caption,references\ntopic:t,"one\ntwo",p1\n\ntopic:Wrong,x,p1\n');
    const { lines } = await check();
    expect(lines).toEqual([
      expect.stringMatching(/^topics\.csv:2: caption .* holds a control character/u),
      expect.stringMatching(/^topics\.csv:5: id "topic:Wrong" is not an id/u),
    ]);
  });

  it('nothing that has a problem reaches the database', async () => {
    const config = { engine: 'embedded', store: join(root, 'nothing') } as const;
    await load(config, ['test/fixtures/datasets/tables']);
    const before = await dumpGraph(config);
    write('topics.csv', 'id,caption,references\ntopic:t,T,nowhere\n');
    const report = await load(config, [folder]);
    expect(report.problemCount).toBe(1);
    expect(await dumpGraph(config)).toEqual(before);
  });
});
