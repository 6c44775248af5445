import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { copyDataSet, dumpGraph, emptyDatabase, load } from '../helpers/dataset-graph.ts';
import type { GraphDump } from '../helpers/dataset-graph.ts';
import { forEachEngine } from './for-each-engine.ts';

const TIDAL = 'test/fixtures/datasets/tidal';
const TABLES = 'test/fixtures/datasets/tables';

const copies: { remove(): void }[] = [];
/** The tidal data set without the planned memorandum, the schools, and one of the two dates of signature. */
let smaller = '';
/** The tables without anything: a data set that was given up. */
let given = '';

beforeAll(() => {
  const copy = copyDataSet(TIDAL);
  smaller = copy.folder;
  edit('statements.yaml', /^.*(?:currents|coastal-schools).*\n/gmu);
  edit('agreements.yaml', /^ {2}- id: agr:vti-kwl-mou-currents[^]*$/mu);
  edit('agreements.yaml', /^.*2011-03-15.*\n/gmu);
  edit('organisations.yaml', /^ {2}- id: org:coastal-schools[^]*?(?=^people)/mu);
  rmSync(join(smaller, 'more.ndjson'));
  const empty = copyDataSet(TABLES);
  given = empty.folder;
  for (const name of ['organisations', 'agreements', 'people', 'statements', 'passages', 'documents']) {
    rmSync(join(given, `${name}.csv`));
  }
  writeFileSync(join(given, 'dataset.yaml'), 'dataset: { id: tables, title: Given up }\n');
  copies.push(copy, empty);
});

afterAll(() => {
  for (const copy of copies) copy.remove();
});

function edit(name: string, pattern: RegExp): void {
  const file = join(smaller, name);
  const text = readFileSync(file, 'utf8');
  const next = text.replace(pattern, '');
  if (next === text) throw new Error(`${name} has nothing like ${String(pattern)}`);
  writeFileSync(file, next);
}

function idsOf(dump: GraphDump): string[] {
  return dump.nodes.map((node) => (node.properties as { id: string }).id);
}

describe('what left a data set', () => {
  forEachEngine((config) => {
    it('leaves the graph: as if it had never been there', async () => {
      await load(config, [smaller]);
      const never = await dumpGraph(config);
      await emptyDatabase(config);
      await load(config, [TIDAL]);
      const report = await load(config, [smaller]);
      const counts = report.dataSets[0]?.loaded;
      expect(counts?.entities.deleted).toBe(3);
      expect(counts?.relationships.deleted).toBe(4);
      expect(counts?.statements.deleted).toBeGreaterThan(7);
      expect(await dumpGraph(config)).toEqual(never);
      expect((await load(config, [smaller])).changes).toBe(0);
    });

    it.each([1, 3])('leaves it in batches of %i too', async (batchRows) => {
      await load(config, [smaller]);
      const never = await dumpGraph(config);
      await load(config, [TIDAL], { batchRows });
      await load(config, [smaller], { batchRows });
      expect(await dumpGraph(config)).toEqual(never);
    });

    it('stays where another data set states it, as that one states it', async () => {
      await load(config, [TIDAL]);
      const alone = await dumpGraph(config);
      await load(config, [TABLES]);
      expect(idsOf(await dumpGraph(config))).toContain('org:lighthouse-observatory');
      await load(config, [given]);
      const after = await dumpGraph(config);
      expect(idsOf(after)).not.toContain('org:lighthouse-observatory');
      expect(idsOf(after)).toContain('org:vti');
      const withoutHeader = after.nodes.filter((node) => (node.properties as { id: string }).id !== 'tables');
      expect(withoutHeader).toEqual(alone.nodes);
      expect(after.edges).toEqual(alone.edges);
    });
  });
});
