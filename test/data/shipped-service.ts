import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

import { readConfig } from '../../server/config.ts';
import type { GraphEdge, GraphNode, GraphResponse } from '../../server/contract/graph.ts';
import { startService } from '../../server/service.ts';
import { loadIfStale } from '../../scripts/ingest/load-if-stale.ts';

export interface ShippedService {
  json<T>(address: string): Promise<T>;
  stop(): Promise<void>;
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** The service over the shipped data set, as a newcomer's `npm start` has it, on a day in 2026. */
export async function startShippedService(): Promise<ShippedService> {
  const folder = mkdtempSync(path.join(tmpdir(), 'setu-shipped-'));
  const store = path.join(folder, 'store');
  await loadIfStale({ paths: ['data/india-japan'], workingFolder: process.cwd(), store, batchRows: 5_000 });
  const service = await startService({
    config: readConfig({ PORT: '0', SETU_STORE: store }),
    logger: silent,
    clientFolder: folder,
    programVersion: '0.0.0-test',
    now: () => Date.UTC(2026, 0, 15),
  });
  return {
    async json<T>(address: string): Promise<T> {
      const response = await fetch(`${service.url}/api${address}`);
      if (!response.ok) throw new Error(`${address}: ${response.status} ${await response.text()}`);
      return (await response.json()) as T;
    },
    async stop() {
      await service.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The whole graph, and questions that tests put to it. */
export class ShippedGraph {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly edges: readonly GraphEdge[];

  constructor(response: GraphResponse) {
    if (response.truncated) throw new Error('The shipped graph does not fit into one answer.');
    this.nodes = new Map(response.nodes.map((node) => [node.id, node]));
    this.edges = response.edges;
  }

  labelled(label: string): GraphNode[] {
    return [...this.nodes.values()].filter((node) => node.labels.includes(label));
  }

  /** Ids of the parties of an agreement, sorted. */
  parties(agreement: string): string[] {
    return this.sources('PARTY_TO', agreement);
  }

  sources(type: string, target: string): string[] {
    return this.edges
      .filter((edge) => edge.type === type && edge.target === target)
      .map((edge) => edge.source)
      .sort();
  }

  targets(type: string, source: string): string[] {
    return this.edges
      .filter((edge) => edge.type === type && edge.source === source)
      .map((edge) => edge.target)
      .sort();
  }
}
