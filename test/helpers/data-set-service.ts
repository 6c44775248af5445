import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, inject, test } from 'vitest';

import { readConfig } from '../../server/config.ts';
import { startService } from '../../server/service.ts';
import type { RunningService } from '../../server/service.ts';
import { emptyDatabase, load } from './dataset-graph.ts';

/** A service over data sets that were loaded as `npm run ingest` does, on a day in 2026. */
export interface DataSetService {
  /** An answer of the API, whatever its status. */
  get(address: string): Promise<{ status: number; body: unknown }>;
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };

function envOf(engine: 'embedded' | 'neo4j', folder: string): Record<string, string> {
  if (engine === 'embedded') return { SETU_STORE: path.join(folder, 'store') };
  const neo4j = inject('neo4j');
  if (!neo4j) throw new Error('There is no Neo4j: set NEO4J_TEST_URI.');
  return { NEO4J_URI: neo4j.uri, NEO4J_USERNAME: neo4j.username, NEO4J_PASSWORD: neo4j.password };
}

async function start(
  engine: 'embedded' | 'neo4j',
  folder: string,
  paths: readonly string[],
): Promise<RunningService> {
  const config = readConfig({ PORT: '0', SETU_REVISION_POLL_MS: '60000', ...envOf(engine, folder) });
  await emptyDatabase(config.engine);
  const report = await load(config.engine, paths);
  if (report.problemCount > 0) throw new Error(`${paths.join(', ')} has problems`);
  return startService({
    config,
    logger: silent,
    clientFolder: folder,
    programVersion: '0.0.0-test',
    now: () => Date.UTC(2026, 0, 15) + performance.now(),
  });
}

/** Runs the tests on both engines over these data sets. Without a Neo4j its half is skipped, in CI failed. */
export function describeDataSets(
  name: string,
  paths: readonly string[],
  tests: (service: DataSetService) => void,
): void {
  for (const engine of ['embedded', 'neo4j'] as const) {
    describe(`${name}, ${engine}`, () => {
      if (engine === 'neo4j' && inject('neo4j') === null) {
        test.skipIf(!inject('nothingMayBeSkipped'))('a Neo4j server is there', () => {
          throw new Error('There is no Neo4j: set NEO4J_TEST_URI.');
        });
        return;
      }
      const folder = mkdtempSync(path.join(tmpdir(), 'setu-data-set-'));
      let service: RunningService | undefined;
      beforeAll(async () => {
        service = await start(engine, folder, paths);
      });
      afterAll(async () => {
        await service?.stop();
        rmSync(folder, { recursive: true, force: true });
      });
      tests({
        async get(address) {
          const response = await fetch(`${service?.url}/api${address}`);
          return { status: response.status, body: await response.json() };
        },
      });
    });
  }
}
