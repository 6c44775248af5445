import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { GraphResponse } from '../../server/contract/graph.ts';
import type { MetaResponse } from '../../server/contract/explore.ts';
import { RELATIONSHIPS } from '../../server/contract/vocabulary.ts';
import type { RelationshipType } from '../../server/contract/vocabulary.ts';
import { loadCatalogue } from '../../server/cypher/catalogue.ts';
import { ingest } from '../../scripts/ingest/pipeline.ts';
import { ShippedGraph, startShippedService } from './shipped-service.ts';
import type { ShippedService } from './shipped-service.ts';

let service: ShippedService;
let graph: ShippedGraph;

beforeAll(async () => {
  service = await startShippedService();
  graph = new ShippedGraph(await service.json<GraphResponse>('/graph?limit=100000'));
});
afterAll(() => service?.stop());

/** Named in a source but related to nothing there: searchable, not connected. */
const UNCONNECTED = new Set(['org:mod-india', 'org:pmo-india', 'event:world-food-india-2017']);

describe('the shipped data set', () => {
  it('passes its own checks, and every reference resolves where the library is given', async () => {
    const library = process.env['SETU_LIBRARY'] ?? null;
    const report = await ingest({
      paths: ['data/india-japan'],
      workingFolder: process.cwd(),
      library,
      engine: null,
      catalogue: loadCatalogue(),
      batchRows: 5_000,
    });
    expect(report.problems).toEqual([]);
    const references = report.dataSets[0]?.references;
    expect(references?.passages).toBeGreaterThan(200);
    expect(library === null ? references?.notInLibrary : references?.verified).toBe(references?.passages);
  });

  it('is as large as the documents are rich', () => {
    expect(graph.nodes.size).toBeGreaterThan(300);
    expect(graph.edges.length).toBeGreaterThan(500);
  });

  it('keeps to the vocabulary: ends and roles of every relationship', () => {
    for (const edge of graph.edges) {
      const rule = RELATIONSHIPS[edge.type as RelationshipType];
      const labelOf = (id: string): string =>
        graph.nodes.get(id)?.labels.find((label) => label !== 'Entity') ?? 'none';
      expect(rule.from, edge.id).toContain(labelOf(edge.source));
      expect(rule.to, edge.id).toContain(labelOf(edge.target));
      if (rule.roleRequired) expect(rule.roles, edge.id).toContain(edge.properties['role']);
    }
  });

  it('has evidence under every relationship', () => {
    for (const edge of graph.edges) {
      expect(edge.properties['passages'], edge.id).toBeGreaterThan(0);
      expect(edge.documents, edge.id).toBeGreaterThan(0);
    }
  });

  it('leaves nothing unconnected but what the sources leave so', () => {
    const lonely = [...graph.nodes.values()].filter((node) => node.degree === 0).map((node) => node.id);
    expect(lonely.filter((id) => !UNCONNECTED.has(id))).toEqual([]);
  });

  it('names nothing twice within a type', () => {
    const seen = new Map<string, string>();
    for (const node of graph.nodes.values()) {
      const key = `${node.labels.join()} ${node.caption.toLowerCase()}`;
      expect(seen.get(key), `${node.id} and ${seen.get(key)} are both "${node.caption}"`).toBeUndefined();
      seen.set(key, node.id);
    }
  });

  it('has captions that fit a mark', () => {
    for (const node of graph.nodes.values())
      expect(node.caption.length, node.caption).toBeLessThanOrEqual(48);
  });

  it('gives every Japanese organisation its Japanese name', () => {
    const hasJapanese = (values: unknown): boolean =>
      Array.isArray(values) && values.some((value) => /[\p{Script=Han}\p{Script=Kana}]/u.test(String(value)));
    const without = graph
      .labelled('Organisation')
      .filter((node) => node.properties['country'] === 'JP' && node.properties['collective'] !== true)
      .filter(
        (node) =>
          !hasJapanese([node.properties['name'], ...((node.properties['aliases'] as string[]) ?? [])]),
      );
    expect(without.map((node) => node.id)).toEqual([]);
  });

  it('puts every agreement in a band of the bridge', async () => {
    const { dataSets } = await service.json<MetaResponse>('/meta');
    const bands = dataSets.flatMap((set) => set.fields.map((field) => field.id));
    for (const node of graph.labelled('Agreement'))
      expect(bands, node.id).toContain(node.properties['field']);
  });

  it('never draws as signed what was only discussed', () => {
    for (const node of graph.labelled('Agreement')) {
      if (node.properties['modality'] !== 'stated')
        expect(node.properties['signed'], node.id).toBeUndefined();
    }
  });

  it('says of each state once that it exists', () => {
    const states = graph.labelled('Place').filter((node) => node.properties['kind'] === 'state');
    expect(states.map((node) => node.id)).toEqual(expect.arrayContaining(['place:india', 'place:japan']));
    expect(graph.labelled('Organisation').filter((node) => node.caption.startsWith('Government of'))).toEqual(
      [],
    );
  });
});
