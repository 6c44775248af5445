import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { loadIfStale } from '../../../../scripts/ingest/load-if-stale.ts';
import { copyDataSet, dumpGraph, load } from '../../../helpers/dataset-graph.ts';

let copy: ReturnType<typeof copyDataSet>;
let store = '';
beforeEach(() => {
  copy = copyDataSet('test/fixtures/datasets/tables');
  store = join(copy.folder, '..', 'store');
});
afterEach(() => copy.remove());

const run = () =>
  loadIfStale({ paths: [copy.folder], workingFolder: process.cwd(), store, batchRows: 5_000 });

function change(): void {
  const file = join(copy.folder, 'organisations.csv');
  writeFileSync(file, readFileSync(file, 'utf8').replace('Tidal Institute', 'Institute of Tides'));
}

describe('the shipped data', () => {
  it('is loaded into an empty store, then found to be current at once', async () => {
    expect((await run()).outcome).toBe('loaded');
    const started = performance.now();
    expect((await run()).outcome).toBe('current');
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('is loaded again when it has changed, and when the store was removed', async () => {
    await run();
    change();
    const second = await run();
    expect(second.outcome === 'loaded' && second.report.changes).toBeGreaterThan(0);
    rmSync(join(store, 'current'));
    expect((await run()).outcome).toBe('loaded');
    expect((await run()).outcome).toBe('current');
  });

  it('leaves a store alone that holds only other data', async () => {
    const config = { engine: 'embedded', store } as const;
    await load(config, ['test/fixtures/datasets/tidal']);
    const before = await dumpGraph(config);
    expect((await run()).outcome).toBe('kept');
    expect(await dumpGraph(config)).toEqual(before);
  });

  it('with a problem is not loaded, and the problem is told', async () => {
    writeFileSync(join(copy.folder, 'topics.csv'), 'id,caption,references\ntopic:t,T,nowhere\n');
    await expect(run()).rejects.toThrow(/topics\.csv:2: unknown passage "nowhere"/u);
  });
});
