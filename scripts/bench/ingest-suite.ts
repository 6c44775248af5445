import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { startNeo4j } from '../neo4j-local.ts';
import { dump, openDriver, runBareLoop, wipe } from './bare-loop.ts';
import { compare } from './compare.ts';
import { generateDataSet } from './generate-data-set.ts';
import type { Report } from './report.ts';
import { runIngest } from './run-ingest.ts';

const SIZE = { organisations: 4_000, agreements: 10_000, statements: 30_000 };
const ROUNDS = 3;

/** `npm run ingest` into an empty, warm Neo4j, beside a bare loop that writes the same; then into the embedded engine. */
export async function runIngestSuite(report: Report): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'setu-bench-ingest-'));
  const server = await startNeo4j({ say: report.note });
  const driver = openDriver(server.uri);
  try {
    const tables = path.join(folder, 'tables');
    await generateDataSet(tables, SIZE);
    const onNeo4j = { NEO4J_URI: server.uri };
    // The first load warms the server and gives the peer its rows.
    await runIngest(tables, onNeo4j);
    const rows = await dump(driver);
    const count = rows.nodes.length + rows.relationships.length;
    report.note(`ingest: ${rows.nodes.length} nodes and ${rows.relationships.length} relationships`);
    await wipe(driver);
    await runBareLoop(driver, rows);
    const ours = async (): Promise<number> => {
      await wipe(driver);
      return (await runIngest(tables, onNeo4j)).elapsedMs;
    };
    const peer = async (): Promise<number> => {
      await wipe(driver);
      return runBareLoop(driver, rows);
    };
    report.add('ingest into Neo4j beside a bare 10,000-row loop', await compare(ours, peer, ROUNDS), {
      goal: 0.9,
      perSecond: count,
      unit: 'rows',
    });
    let store = 0;
    const embedded = async (): Promise<number> => {
      store += 1;
      return (await runIngest(tables, { SETU_STORE: path.join(folder, `store-${store}`) })).elapsedMs;
    };
    report.add('ingest, embedded beside Neo4j', await compare(embedded, ours, ROUNDS), {
      goal: null,
      perSecond: count,
      unit: 'rows',
    });
  } finally {
    await driver.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
