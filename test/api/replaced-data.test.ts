import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { CypherResponse } from '../../server/contract/explore.ts';
import type { GraphResponse } from '../../server/contract/graph.ts';
import type { EngineConfig } from '../../server/engine/engine-config.ts';
import { openWriter } from '../../server/engine/open-writer.ts';
import { catalogue, statement } from '../helpers/engines.ts';
import { startTestService } from './start-test-service.ts';
import type { TestService } from './start-test-service.ts';

const VERSIONS = ['v1', 'v2', 'v3'];
const WRITES = [
  'MATCH (n) DETACH DELETE n',
  `UNWIND range(1, 3000) AS i CREATE (:Entity:Organisation {id: 'org:' + toString(i), caption: $version, version: $version})`,
  `CREATE (:DataSet {id: 'd', title: $version, revision: $version})`,
];

/** Every entity says its version twice: as its caption, which the snapshot holds, and as a property, which it does not. */
async function loadVersion(config: EngineConfig, version: string): Promise<void> {
  const writer = await openWriter(config, catalogue);
  try {
    await writer.prepareSchema();
    for (const text of WRITES) {
      await writer.write([{ statement: statement('write', text), params: { version } }]);
    }
    await writer.publish(true);
  } finally {
    await writer.close();
  }
}

/** All versions that stand in one answer. */
type Ask = (service: TestService) => Promise<Set<unknown>>;

const askGraph: Ask = async (service) => {
  const { nodes } = (await service.json('/api/graph?limit=50')) as GraphResponse;
  return new Set(nodes.flatMap(({ caption, properties }) => [caption, properties['version']]));
};

const askConsole: Ask = async (service) => {
  const query = 'MATCH (n:Organisation) RETURN n AS n, n.version AS version LIMIT 20';
  const { rows, graph } = (await (await service.cypher({ query })).json()) as CypherResponse;
  return new Set([...rows.map((row) => row[1]), ...graph.nodes.map(({ caption }) => caption)]);
};

const askExport: Ask = async (service) => {
  const { nodes } = (await service.json('/api/export?format=json')) as GraphResponse;
  return new Set(nodes.flatMap(({ caption, properties }) => [caption, properties['version']]));
};

describe('while the data is replaced again and again', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService({
      loads: false,
      env: { SETU_REVISION_POLL_MS: '100', SETU_CACHE_MB: '0' },
    });
    await loadVersion(service.engine, 'v0');
    await fetch(`${service.url}/api/reload`, { method: 'POST' });
  });
  afterAll(() => service.stop());

  test('every answer is of one revision: graph, console and export', async () => {
    const done = new AbortController();
    const mixed: string[] = [];
    const seen = new Set<unknown>();
    const askers = [askGraph, askConsole, askExport].map(async (ask) => {
      while (!done.signal.aborted) {
        const versions = await ask(service);
        if (versions.size !== 1) mixed.push(`${ask.name}: ${[...versions].join(' and ')}`);
        for (const version of versions) seen.add(version);
      }
    });
    for (const version of VERSIONS) {
      await loadVersion(service.engine, version);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    await expect.poll(() => seen.has('v3'), { timeout: 10_000 }).toBe(true);
    done.abort();
    await Promise.all(askers);
    expect(mixed).toEqual([]);
    expect(service.log.filter(({ level }) => level === 'error')).toEqual([]);
  }, 60_000);
});
