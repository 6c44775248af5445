import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { EngineConfig } from '../../server/engine/engine-config.ts';
import { openWriter } from '../../server/engine/open-writer.ts';
import { copyDataSet, dumpGraph, emptyDatabase, load } from '../helpers/dataset-graph.ts';
import { forEachEngine } from './for-each-engine.ts';

const TIDAL = 'test/fixtures/datasets/tidal';
const TABLES = 'test/fixtures/datasets/tables';
const copy = copyDataSet(TIDAL);

beforeAll(() => rmSync(join(copy.folder, 'things.json')));
beforeAll(() => rmSync(join(copy.folder, 'statements.yaml')));
afterAll(() => copy.remove());

const INTERRUPTED = 'interrupted by the test';

/** Opens the database for a load that stops for good before its n-th transaction. */
function openUntil(last: number): typeof openWriter {
  return async (config, catalogue) => {
    const writer = await openWriter(config, catalogue);
    let done = 0;
    return {
      ...writer,
      write(calls) {
        done += 1;
        return done > last ? Promise.reject(new Error(INTERRUPTED)) : writer.write(calls);
      },
    };
  };
}

/** Interrupts a load before its first transaction, its second, and so on until it gets through. */
async function interruptEverywhere(
  config: EngineConfig,
  paths: readonly string[],
  before: () => Promise<unknown>,
  after: () => Promise<void>,
): Promise<number> {
  for (let transactions = 0; ; transactions += 1) {
    await before();
    const isThrough = await load(config, paths, { batchRows: 12, open: openUntil(transactions) }).then(
      () => true,
      (error: unknown) => {
        if ((error as Error).message === INTERRUPTED) return false;
        throw error;
      },
    );
    if (isThrough) return transactions;
    await load(config, paths, { batchRows: 12 });
    await after();
  }
}

describe('a load that ends before any of its transactions', () => {
  forEachEngine((config) => {
    it('is completed by the next one on an empty database', { timeout: 180_000 }, async () => {
      await load(config, [TIDAL, TABLES]);
      const undisturbed = await dumpGraph(config);
      const transactions = await interruptEverywhere(
        config,
        [TIDAL, TABLES],
        () => emptyDatabase(config),
        async () => expect(await dumpGraph(config)).toEqual(undisturbed),
      );
      expect(transactions).toBeGreaterThan(6);
    });

    it('is completed by the next one where much leaves the data set', { timeout: 180_000 }, async () => {
      await load(config, [TABLES, copy.folder]);
      const undisturbed = await dumpGraph(config);
      const transactions = await interruptEverywhere(
        config,
        [copy.folder],
        () => load(config, [TIDAL]),
        async () => expect(await dumpGraph(config)).toEqual(undisturbed),
      );
      expect(transactions).toBeGreaterThan(3);
    });
  });
});
