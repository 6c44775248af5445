import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import type { EngineConfig } from '../../server/engine/engine-config.ts';
import { dumpGraph, emptyDatabase, load } from '../helpers/dataset-graph.ts';
import { forEachEngine } from './for-each-engine.ts';

const TIDAL = 'test/fixtures/datasets/tidal';
const TABLES = 'test/fixtures/datasets/tables';
const MOMENTS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

function environment(config: EngineConfig): NodeJS.ProcessEnv {
  // Small batches make many transactions, so that a kill falls between two of them.
  const base = { ...process.env, SETU_INGEST_BATCH_ROWS: '2' };
  if (config.engine === 'embedded') return { ...base, SETU_STORE: config.store, NEO4J_URI: '' };
  return { ...base, NEO4J_URI: config.uri, NEO4J_USERNAME: config.username, NEO4J_PASSWORD: config.password };
}

/** Starts `npm run ingest` as a process of its own; resolves when it has its input read and begins to load. */
function startIngest(config: EngineConfig): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'scripts/ingest.ts', TIDAL, TABLES], {
    env: environment(config),
    stdio: 'ignore',
  });
}

async function runToEnd(config: EngineConfig): Promise<number> {
  const started = performance.now();
  const child = startIngest(config);
  const [code] = (await once(child, 'exit')) as [number | null];
  expect(code).toBe(0);
  return performance.now() - started;
}

/** False where the load had ended before. */
async function killAfter(config: EngineConfig, delayMs: number): Promise<boolean> {
  const child = startIngest(config);
  const hasEnded = await Promise.race([
    once(child, 'exit').then(() => true),
    sleep(delayMs).then(() => false),
  ]);
  if (hasEnded) return false;
  child.kill('SIGKILL');
  await once(child, 'exit');
  return true;
}

describe('a load that is killed (kill -9)', () => {
  forEachEngine((config) => {
    it('is completed by the next one at any of ten moments', { timeout: 240_000 }, async () => {
      let elapsedMs = await runToEnd(config);
      const undisturbed = await dumpGraph(config);
      for (const moment of MOMENTS) {
        await emptyDatabase(config);
        // The first third of the time goes into starting Node. Where the load ended first, the machine got faster.
        while (!(await killAfter(config, elapsedMs * (0.3 + 0.65 * moment)))) {
          elapsedMs *= 0.85;
          await emptyDatabase(config);
        }
        await load(config, [TIDAL, TABLES]);
        expect(await dumpGraph(config)).toEqual(undisturbed);
      }
    });
  });
});
