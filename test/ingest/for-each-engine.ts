import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeEach, describe, inject } from 'vitest';

import type { EngineConfig } from '../../server/engine/engine-config.ts';
import { emptyDatabase } from '../helpers/dataset-graph.ts';

/**
 * Runs the same tests on both engines, each with an empty database. Without a Neo4j its tests are skipped, or fail
 * where nothing may be skipped.
 */
export function forEachEngine(define: (config: EngineConfig) => void): void {
  const neo4j = inject('neo4j');
  const folder = mkdtempSync(join(tmpdir(), 'setu-ingest-test-'));
  const embedded: EngineConfig = { engine: 'embedded', store: join(folder, 'store') };
  const missing = {
    engine: 'neo4j',
    uri: 'bolt://no-neo4j-was-given:7687',
    username: '',
    password: '',
  } as const;
  const other: EngineConfig = neo4j === null ? missing : { engine: 'neo4j', ...neo4j };
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  for (const config of [embedded, other]) {
    const isSkipped = config === missing && !inject('nothingMayBeSkipped');
    describe.skipIf(isSkipped)(`on ${config.engine}`, () => {
      beforeEach(() => emptyDatabase(config));
      define(config);
    });
  }
}
