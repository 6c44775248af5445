import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openWriter } from '../../server/engine/open-writer.ts';
import type { EngineConfig } from '../../server/engine/engine-config.ts';
import type { IngestReport } from '../../scripts/ingest/ingest-report.ts';
import { ingest } from '../../scripts/ingest/pipeline.ts';
import { catalogue, statement } from './engines.ts';

/** Everything in a database, in an order that does not depend on the engine. */
export interface GraphDump {
  readonly nodes: readonly { readonly labels: readonly string[]; readonly properties: unknown }[];
  readonly edges: readonly {
    readonly type: string;
    readonly source: unknown;
    readonly target: unknown;
    readonly properties: unknown;
  }[];
}

/** Reads the whole database. */
export async function dumpGraph(config: EngineConfig): Promise<GraphDump> {
  const writer = await openWriter(config, catalogue);
  try {
    const nodes = await writer.read(
      statement('read', 'MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties'),
      {},
    );
    const edges = await writer.read(
      statement(
        'read',
        'MATCH (a)-[r]->(b) RETURN type(r) AS type, a.id AS source, b.id AS target, properties(r) AS properties',
      ),
      {},
    );
    return {
      nodes: sorted(
        nodes.map((row) => ({ labels: [...(row[0] as string[])].sort(), properties: sortKeys(row[1]) })),
      ),
      edges: sorted(
        edges.map((row) => ({
          type: String(row[0]),
          source: row[1],
          target: row[2],
          properties: sortKeys(row[3]),
        })),
      ),
    };
  } finally {
    await writer.close();
  }
}

/** Takes everything out of the database. */
export async function emptyDatabase(config: EngineConfig): Promise<void> {
  if (config.engine === 'embedded') {
    rmSync(config.store, { recursive: true, force: true });
    return;
  }
  const writer = await openWriter(config, catalogue);
  // In rounds: a database that another test filled may be too large for one transaction.
  const isLeft = async (pattern: string): Promise<boolean> =>
    (await writer.read(statement('read', `${pattern} LIMIT 1`), {})).length > 0;
  while (await isLeft('MATCH ()-[r]->() RETURN 1 AS one')) {
    const text = 'MATCH ()-[r]->() WITH r LIMIT 20000 DELETE r';
    await writer.write([{ statement: statement('write', text), params: {} }]);
  }
  while (await isLeft('MATCH (n) RETURN 1 AS one')) {
    const text = 'MATCH (n) WITH n LIMIT 20000 DELETE n';
    await writer.write([{ statement: statement('write', text), params: {} }]);
  }
  await writer.close();
}

/** Loads data sets as `npm run ingest` does. */
export function load(
  config: EngineConfig | null,
  paths: readonly string[],
  over: {
    readonly batchRows?: number;
    readonly library?: string | null;
    readonly open?: typeof openWriter;
  } = {},
): Promise<IngestReport> {
  return ingest({
    paths,
    workingFolder: process.cwd(),
    library: over.library ?? null,
    engine: config,
    catalogue,
    batchRows: over.batchRows ?? 5_000,
    ...(over.open === undefined ? {} : { open: over.open }),
  });
}

/** A copy of a data set that a test may change; removed by `remove`. */
export function copyDataSet(from: string): { readonly folder: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), 'setu-dataset-'));
  const folder = join(root, from.split('/').at(-1) ?? 'copy');
  cpSync(from, folder, { recursive: true });
  return { folder, remove: () => rmSync(root, { recursive: true, force: true }) };
}

function sorted<T>(rows: readonly T[]): T[] {
  return rows
    .map((row) => [JSON.stringify(row), row] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, row]) => row);
}

function sortKeys(value: unknown): unknown {
  return Object.fromEntries(Object.entries(value as object).sort(([a], [b]) => (a < b ? -1 : 1)));
}
