import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { startTestService } from './start-test-service.ts';
import type { TestService } from './start-test-service.ts';

const QUERIES = ['japan', 'JAXA', '宇宙', 'polr', 'agency', 'eole', 'd'];

/** What may differ: the time it took, the age of the snapshot, the request, and what the engine is and has. */
const MAY_DIFFER = new Set([
  'elapsedMs',
  'ageSeconds',
  'requestId',
  'engine',
  'capabilities',
  'functions',
  'procedures',
]);

function comparable(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body, (key, value: unknown) => (MAY_DIFFER.has(key) ? undefined : value)));
}

describe.skipIf(inject('neo4j') === null && !inject('nothingMayBeSkipped'))('the two engines', () => {
  let services: TestService[] = [];
  beforeAll(async () => {
    services = [await startTestService({ engine: 'embedded' }), await startTestService({ engine: 'neo4j' })];
  });
  afterAll(() => Promise.all(services.map((service) => service.stop())));

  async function expectSame(address: string): Promise<void> {
    const [one, two] = await Promise.all(services.map((service) => service.json(address)));
    expect(comparable(two), address).toEqual(comparable(one));
  }

  test('hold the same graph under the same revision', async () => {
    await expectSame('/api/meta');
    await expectSame('/api/graph');
    await expectSame('/api/schema');
    await expectSame('/api/documents');
    await expectSame('/api/statements?limit=1000');
  });

  test('answer the same of every entity, relationship and statement', async () => {
    const graph = (await services[0]?.json('/api/graph')) as {
      nodes: { id: string }[];
      edges: { id: string }[];
    };
    for (const { id } of graph.nodes) {
      for (const rest of ['', '/neighbours', '/partners'])
        await expectSame(`/api/nodes/${encodeURIComponent(id)}${rest}`);
    }
    for (const { id } of graph.edges) await expectSame(`/api/edges/${encodeURIComponent(id)}`);
  });

  test('find the same, in the same order', async () => {
    for (const q of QUERIES) await expectSame(`/api/search?q=${encodeURIComponent(q)}`);
    const ids = ['org:isro', 'org:jaxa', 'org:dst', 'org:jsps', 'org:nipr', 'place:india'];
    for (const from of ids) {
      for (const to of ids) {
        for (const rest of [
          '',
          '&mode=all-shortest&hubs=Place',
          '&mode=k-shortest&k=25&modality=stated,planned&hubs=Place',
        ]) {
          await expectSame(`/api/paths?from=${from}&to=${to}${rest}`);
        }
      }
    }
  });

  test('export the same files', async () => {
    for (const query of ['format=json', 'format=gexf', 'format=graphml', 'format=csv&part=statements']) {
      const [one, two] = await Promise.all(
        services.map(async (service) => (await service.get(`/api/export?${query}`)).text()),
      );
      expect(two, query).toBe(one);
    }
  });
});
