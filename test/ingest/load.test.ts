import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { copyDataSet, dumpGraph, emptyDatabase, load } from '../helpers/dataset-graph.ts';
import { forEachEngine } from './for-each-engine.ts';

const TIDAL = 'test/fixtures/datasets/tidal';
const TABLES = 'test/fixtures/datasets/tables';
const GOLDEN = 'test/ingest/output/tidal-and-tables.json';

/** The same entries in another order. */
function shuffleLines(file: string): void {
  const [header, ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
  writeFileSync(file, [header, ...rows.toReversed()].join('\n'));
}

describe('a load', () => {
  forEachEngine((config) => {
    it('makes the graph that is written down', async () => {
      const report = await load(config, [TIDAL, TABLES]);
      expect(report.problems).toEqual([]);
      const dump = await dumpGraph(config);
      if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(GOLDEN, `${JSON.stringify(dump, null, 2)}\n`);
      expect(dump).toEqual(JSON.parse(readFileSync(GOLDEN, 'utf8')));
    });

    it('reports as many entries and things as it read and wrote', async () => {
      const report = await load(config, [TIDAL]);
      const [tidal] = report.dataSets;
      expect(tidal).toMatchObject({ entries: 41, accepted: 41, rejected: 0, entities: 12, statements: 49 });
      expect(tidal?.loaded?.entities.created).toBe(12);
      expect(tidal?.loaded?.statements.created).toBe(49);
      const { nodes } = await dumpGraph(config);
      expect(nodes).toHaveLength(12 + 49 + 2 + 1);
      expect(report.changes).toBe(12 + 49 + 2 + (tidal?.loaded?.relationships.created ?? 0));
    });

    it('changes nothing the second time, whatever the order of the data sets', async () => {
      await load(config, [TIDAL, TABLES]);
      const before = await dumpGraph(config);
      expect((await load(config, [TIDAL, TABLES])).changes).toBe(0);
      expect((await load(config, [TABLES])).changes).toBe(0);
      expect(await dumpGraph(config)).toEqual(before);
    });

    it('makes the same graph whichever data set comes first', async () => {
      await load(config, [TIDAL]);
      await load(config, [TABLES]);
      const one = await dumpGraph(config);
      await emptyDatabase(config);
      await load(config, [TABLES]);
      await load(config, [TIDAL]);
      expect(await dumpGraph(config)).toEqual(one);
    });

    it.each([1, 7, 500])('makes the same graph in batches of %i rows', async (batchRows) => {
      await load(config, [TIDAL, TABLES], { batchRows });
      expect(await dumpGraph(config)).toEqual(JSON.parse(readFileSync(GOLDEN, 'utf8')));
    });

    it('does not mind the order of the rows', async () => {
      const copy = copyDataSet(TABLES);
      for (const name of ['organisations', 'statements', 'passages'])
        shuffleLines(join(copy.folder, `${name}.csv`));
      await load(config, [copy.folder, TIDAL]);
      expect(await dumpGraph(config)).toEqual(JSON.parse(readFileSync(GOLDEN, 'utf8')));
      copy.remove();
    });

    it('writes only what differs after a change, and takes it back', async () => {
      await load(config, [TIDAL, TABLES]);
      const before = await dumpGraph(config);
      const copy = copyDataSet(TIDAL);
      const file = join(copy.folder, 'organisations.yaml');
      writeFileSync(file, readFileSync(file, 'utf8').replace('count: 4', 'count: 5'));
      const changed = await load(config, [copy.folder]);
      expect(changed.changes).toBe(2);
      expect(changed.dataSets[0]?.loaded?.entities.updated).toBe(1);
      expect(changed.dataSets[0]?.loaded?.statements.updated).toBe(1);
      expect(changed.dataSets[0]?.revision).not.toBe((await load(null, [TIDAL])).dataSets[0]?.revision);
      expect((await load(config, [TIDAL])).changes).toBe(2);
      expect(await dumpGraph(config)).toEqual(before);
      copy.remove();
    });
  });
});
