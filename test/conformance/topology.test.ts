import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import type { TestEngine } from '../helpers/engines.ts';
import { openTestEngine } from '../helpers/engines.ts';
import { hopsByKernel, hopsByNeo4j, loadSnapshot } from '../helpers/load-snapshot.ts';

const NODES = 120;
const EDGES = 200;

/** The same on every machine: linear congruence after Numerical Recipes. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const random = createRandom(20_164);
const pick = <T>(items: readonly T[]): T => items[random(items.length)] as T;
const idOf = (node: number): string => `org:n${String(node).padStart(3, '0')}`;

/** A random graph with everything that a relationship may carry, loops and two of one pair too. */
const nodes = Array.from({ length: NODES }, (_, node) => ({
  id: idOf(node),
  caption: `Organisation ${node}`,
}));
const edges = Array.from({ length: EDGES }, (_, edge) => ({
  source: idOf(random(NODES)),
  target: idOf(random(NODES)),
  properties: {
    role: pick(['', 'host', 'member']) + (edge % 3 === 0 ? String(edge) : ''),
    modality: pick(['stated', 'planned', 'discussed']),
    disputed: pick([true, false]),
    documents: random(4),
    passages: random(6),
    documentIds: pick([[], ['doc:a'], ['doc:a', 'doc:b'], ['doc:b', 'doc:c']]),
    holds: pick([[], [17_000, 2_147_483_647], [-2_147_483_648, 16_000], [16_000, 16_365, 17_000, 17_100]]),
  },
}));

const WRITE = [
  'UNWIND $nodes AS row CREATE (n:Entity:Organisation) SET n = row',
  `UNWIND $edges AS row
   MATCH (a:Entity {id: row.source})
   MATCH (b:Entity {id: row.target})
   CREATE (a)-[r:COOPERATES_WITH]->(b)
   SET r = row.properties`,
];

// Without a Neo4j there is nothing to compare with: skipped, or failed where nothing may be skipped.
describe.skipIf(inject('neo4j') === null && !inject('nothingMayBeSkipped'))(
  'the snapshot of a random graph',
  () => {
    let engines: TestEngine[] = [];
    beforeAll(async () => {
      engines = [openTestEngine('embedded', null), openTestEngine('neo4j', inject('neo4j'))];
      for (const engine of engines) await engine.replaceData(WRITE, { nodes, edges });
    });
    afterAll(() => Promise.all(engines.map((engine) => engine.close())));

    test('is the same from both engines, column by column', async () => {
      const [embedded, neo4j] = [
        await loadSnapshot(engines[0]!.config),
        await loadSnapshot(engines[1]!.config),
      ];
      expect(embedded.edgeCount).toBe(EDGES);
      expect(embedded.evidence.length).toBeGreaterThan(20);
      expect(embedded.spans).toHaveLength(4);
      expect(neo4j).toEqual(embedded);
    });

    test('gives as many hops between any two as Neo4j’s own shortestPath', async () => {
      const { config } = engines[1]!;
      const topology = await loadSnapshot(config);
      const pairs = Array.from({ length: 400 }, () => [random(NODES), random(NODES)] as const).filter(
        ([from, to]) => from !== to,
      );
      const hops = hopsByKernel(topology, pairs);
      expect(hops).toEqual(await hopsByNeo4j(config, topology, pairs));
      expect(hops).toContain(null);
      expect(hops).toContain(5);
    });
  },
);
