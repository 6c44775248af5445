import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import type {
  CypherResponse,
  ExamplesResponse,
  SchemaResponse,
  SearchResponse,
} from '../../server/contract/explore.ts';
import type { GraphNode, GraphResponse, StatementList } from '../../server/contract/graph.ts';
import { readConfig } from '../../server/config.ts';
import type { EngineConfig } from '../../server/engine/engine-config.ts';
import { startService } from '../../server/service.ts';
import type { RunningService } from '../../server/service.ts';
import { dumpGraph, emptyDatabase, load } from '../helpers/dataset-graph.ts';
import { hopsByKernel, hopsByNeo4j, loadSnapshot } from '../helpers/load-snapshot.ts';

const SHIPPED = ['data/india-japan'];
const PAIRS = 100;
const LISTS = ['disputed', 'ended', 'undated', 'pending', 'ended&asOf=2018'];
const EXPORTS = ['json', 'gexf', 'graphml', 'csv', 'csv&part=edges', 'csv&part=statements'];
const MODES = ['any', 'shortest', 'all-shortest', 'k-shortest'];

const neo4j = inject('neo4j');
const folder = mkdtempSync(path.join(tmpdir(), 'setu-agree-'));
const silent = { debug() {}, info() {}, warn() {}, error() {} };

function start(env: Readonly<Record<string, string>>): Promise<RunningService> {
  return startService({
    config: readConfig({ PORT: '0', SETU_REVISION_POLL_MS: '60000', ...env }),
    logger: silent,
    clientFolder: folder,
    programVersion: '0.0.0-test',
    now: () => Date.UTC(2026, 0, 15),
  });
}

/** The same, whatever the machine: linear congruence after Numerical Recipes. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

// Without a Neo4j there is nothing to compare with: skipped, or failed where nothing may be skipped.
describe.skipIf(neo4j === null && !inject('nothingMayBeSkipped'))('the shipped data on both engines', () => {
  let services: readonly RunningService[] = [];
  let configs: readonly EngineConfig[] = [];
  let nodes: readonly GraphNode[] = [];

  beforeAll(async () => {
    if (neo4j === null) throw new Error('There is no Neo4j: set NEO4J_TEST_URI.');
    const store = path.join(folder, 'store');
    configs = [
      { engine: 'embedded', store },
      { engine: 'neo4j', ...neo4j },
    ];
    for (const config of configs) {
      await emptyDatabase(config);
      expect((await load(config, SHIPPED)).problemCount).toBe(0);
    }
    const { uri, username, password } = neo4j;
    services = [
      await start({ SETU_STORE: store }),
      await start({ NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password }),
    ];
    nodes = ((await same('/graph')) as GraphResponse).nodes;
  });
  afterAll(async () => {
    await Promise.all(services.map((service) => service.stop()));
    rmSync(folder, { recursive: true, force: true });
  });

  /** Asks both; but for the time they took, the answers are the same to the letter. */
  async function sameText(address: string): Promise<string> {
    const answers = await Promise.all(
      services.map(async (service) => {
        const response = await fetch(`${service.url}/api${address}`);
        const text = (await response.text()).replace(/,"elapsedMs":[\d.e-]+/u, '');
        return { status: response.status, type: response.headers.get('content-type'), text };
      }),
    );
    expect(answers[0]?.status, address).toBe(200);
    expect(answers[1], address).toEqual(answers[0]);
    return answers[0]?.text ?? '';
  }
  async function same(address: string): Promise<unknown> {
    return JSON.parse(await sameText(address));
  }

  it('is the same, node by node and relationship by relationship', async () => {
    const [one, other] = [
      await dumpGraph(configs[0] as EngineConfig),
      await dumpGraph(configs[1] as EngineConfig),
    ];
    expect(one.nodes.length).toBeGreaterThan(nodes.length);
    expect(other).toEqual(one);
  });

  it('gives one snapshot, column by column', async () => {
    const [one, other] = [
      await loadSnapshot(configs[0] as EngineConfig),
      await loadSnapshot(configs[1] as EngineConfig),
    ];
    expect(one.documentIds.length).toBeGreaterThan(1);
    expect(other).toEqual(one);
  });

  it('is walked in as many hops as Neo4j’s own shortestPath', async () => {
    const config = configs[1] as EngineConfig;
    const topology = await loadSnapshot(config);
    const random = createRandom(8);
    const pairs = Array.from(
      { length: 3 * PAIRS },
      () => [random(topology.nodeCount), random(topology.nodeCount)] as const,
    ).filter(([from, to]) => from !== to);
    expect(hopsByKernel(topology, pairs)).toEqual(await hopsByNeo4j(config, topology, pairs));
  });

  it('is loaded: the second time there is nothing to change', async () => {
    for (const config of configs) expect((await load(config, SHIPPED)).changes).toBe(0);
  });

  it('is one graph under one revision', async () => {
    const graph = (await same('/graph')) as GraphResponse;
    expect(graph.truncated).toBe(false);
    expect(graph.edges.length).toBe(graph.total.edges);
    for (const query of ['asOf=2018', 'types=Agreement,Organisation,PARTY_TO', 'limit=25'])
      await same(`/graph?${query}`);
    // What a statement may call differs; what is in the graph does not.
    const [one, other] = (await Promise.all(
      services.map(async (service) => (await fetch(`${service.url}/api/schema`)).json()),
    )) as SchemaResponse[];
    for (const part of ['labels', 'relationshipTypes', 'patterns'] as const) {
      expect(other?.[part], part).toEqual(one?.[part]);
    }
    await same('/documents');
  });

  it('answers every example with its own values, alike and with rows', async () => {
    const { examples } = (await same('/examples')) as ExamplesResponse;
    expect(examples.length).toBeGreaterThanOrEqual(20);
    expect(examples.filter(({ template }) => template !== undefined).length).toBeGreaterThanOrEqual(8);
    for (const { name, query, params } of examples) {
      const body = JSON.stringify({
        query,
        params: Object.fromEntries(params.map((one) => [one.name, one.example])),
      });
      const [one, other] = await Promise.all(
        services.map(async (service) => {
          const headers = { 'content-type': 'application/json' };
          const response = await fetch(`${service.url}/api/cypher`, { method: 'POST', headers, body });
          expect(response.status, name).toBe(200);
          return (await response.json()) as CypherResponse;
        }),
      );
      expect(one?.rows.length, name).toBeGreaterThan(0);
      expect(one?.truncated, name).toBe(false);
      for (const part of ['columns', 'rows', 'graph', 'notifications'] as const) {
        expect(other?.[part], `${name}: ${part}`).toEqual(one?.[part]);
      }
    }
  });

  it('offers as example values only entities that exist, of a kind that the parameter takes', async () => {
    const { examples } = (await same('/examples')) as ExamplesResponse;
    for (const { name, params } of examples) {
      for (const { entityLabels, example } of params.filter((one) => one.entityLabels !== undefined)) {
        const entity = nodes.find(({ id }) => id === example);
        expect(
          entity?.labels.some((label) => entityLabels?.includes(label)),
          name,
        ).toBe(true);
      }
    }
  });

  it('offers as example countries only those of the data', async () => {
    const { examples } = (await same('/examples')) as ExamplesResponse;
    const countries = new Set(nodes.map(({ properties }) => properties['country']));
    for (const { example } of examples.flatMap(({ params }) => params.filter((one) => one.isCountry)))
      expect(countries).toContain(example);
  });

  it('is searched alike, and each caption leads to what it names, first', async () => {
    for (const { id, caption } of nodes) {
      const { hits } = (await same(`/search?q=${encodeURIComponent(caption)}`)) as SearchResponse;
      const namesakes = hits.filter(({ match }) => match.kind === 'exact');
      expect(
        namesakes.map((hit) => hit.id),
        caption,
      ).toContain(id);
      expect(hits[0]?.match.kind, caption).toBe('exact');
    }
  });

  it('is walked alike: a hundred pairs, in every mode', async () => {
    const random = createRandom(7);
    let found = 0;
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const [from, to] = [nodes[random(nodes.length)], nodes[random(nodes.length)]];
      const ends = `from=${encodeURIComponent(from?.id ?? '')}&to=${encodeURIComponent(to?.id ?? '')}`;
      const text = await sameText(`/paths?${ends}&mode=${MODES[pair % MODES.length]}`);
      if (!text.startsWith('{"paths":[]')) found += 1;
    }
    expect(found).toBeGreaterThan(PAIRS / 4);
  });

  it.each(LISTS)('lists the same statements: %s', async (query) => {
    const { statements, total } = (await same(`/statements?limit=1000&${query}`)) as StatementList;
    expect(statements).toHaveLength(total);
    expect(total).toBeGreaterThan(0);
  });

  it('counts as ended the terms of agreements only', async () => {
    const { statements } = (await same('/statements?ended')) as StatementList;
    expect(statements.map(({ type }) => type).filter((type) => type !== 'TERM' && type !== 'DATE')).toEqual(
      [],
    );
    expect([...new Set(statements.map(({ subject }) => subject))]).toEqual([
      'agr:dbt-aist-mou-2007',
      'agr:dgh-jogmec-mou-2007',
      'agr:india-japan-roadmap-forestry-2018',
      'agr:isro-jaxa-ia-akatsuki-2017',
      'agr:isro-jaxa-ia-lunar-2017',
    ]);
  });

  it.each(EXPORTS)('is exported alike: %s', async (query) => {
    expect((await sameText(`/export?format=${query}`)).length).toBeGreaterThan(10_000);
  });
});
