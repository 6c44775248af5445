import { readFileSync } from 'node:fs';
import path from 'node:path';

import neo4j from 'neo4j-driver';
import type { Driver } from 'neo4j-driver';

interface NodeRow {
  readonly labels: string[];
  readonly properties: Record<string, unknown>;
}
interface RelationshipRow {
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly properties: Record<string, unknown>;
}

/** Everything in a database, ready in memory. */
export interface Dump {
  readonly nodes: readonly NodeRow[];
  readonly relationships: readonly RelationshipRow[];
}

const ROWS = 10_000;
/** The text of a statement of the bench. */
export const textOf = (name: string): string =>
  readFileSync(path.join('scripts', 'bench', 'cypher', `${name}.cypher`), 'utf8');

export function openDriver(uri: string): Driver {
  return neo4j.driver(uri, neo4j.auth.basic('', ''), { disableLosslessIntegers: true });
}

/** Runs a statement for all rows, 10,000 at a time. */
export async function runAll(driver: Driver, name: string, rows: readonly unknown[]): Promise<void> {
  const session = driver.session({ database: 'neo4j' });
  try {
    for (let at = 0; at < rows.length; at += ROWS) {
      await session.run(textOf(name), { rows: rows.slice(at, at + ROWS) });
    }
  } finally {
    await session.close();
  }
}

export async function wipe(driver: Driver): Promise<void> {
  const session = driver.session({ database: 'neo4j' });
  // In portions, relationships first: all at once is more than a transaction may hold.
  await session.run(textOf('wipe-relationships'));
  await session.run(textOf('wipe-nodes'));
  await session.close();
}

export async function dump(driver: Driver): Promise<Dump> {
  const session = driver.session({ database: 'neo4j' });
  try {
    const nodes = await session.run(textOf('dump-nodes'));
    const relationships = await session.run(textOf('dump-relationships'));
    return {
      nodes: nodes.records.map((record) => record.toObject() as NodeRow),
      relationships: relationships.records.map((record) => record.toObject() as RelationshipRow),
    };
  } finally {
    await session.close();
  }
}

/**
 * The peer of ingestion: the same nodes and relationships from rows that are ready in memory, 10,000 a statement,
 * CREATE without a look at what is there. No parsing, no checks, no references resolved, not repeatable.
 */
export async function runBareLoop(driver: Driver, rows: Dump): Promise<number> {
  const started = performance.now();
  await runAll(driver, 'create-nodes', rows.nodes);
  const isReference = (row: RelationshipRow): boolean => row.type === 'STATED_IN';
  await runAll(driver, 'create-references', rows.relationships.filter(isReference));
  await runAll(
    driver,
    'create-relationships',
    rows.relationships.filter((row) => !isReference(row)),
  );
  return performance.now() - started;
}
