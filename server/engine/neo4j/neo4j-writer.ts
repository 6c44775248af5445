import neo4j from 'neo4j-driver';
import type { Session } from 'neo4j-driver';

import type { Catalogue } from '../../cypher/catalogue.ts';
import type { Neo4jConfig } from '../engine-config.ts';
import type { GraphWriter } from '../graph-writer.ts';
import { createNeo4jDriver } from './neo4j-driver.ts';
import { toAppError } from './neo4j-errors.ts';
import { toNeo4jParams } from './neo4j-params.ts';
import { toPlainValue } from './neo4j-plain-values.ts';

/** The address without credentials that somebody may have written into it. */
function targetOf(config: Neo4jConfig): string {
  const address = config.uri.replace(/\/\/[^@/]*@/u, '//');
  return config.database === undefined ? address : `${address}/${config.database}`;
}

/**
 * Starts a load into Neo4j. One session, so that each transaction sees the one before it on a cluster too; the driver
 * repeats a transaction after a transient fault.
 * @throws AppError `engine-unavailable`
 */
export async function openNeo4jWriter(config: Neo4jConfig, catalogue: Catalogue): Promise<GraphWriter> {
  const driver = createNeo4jDriver(config, 4);
  const session: Session = driver.session({
    defaultAccessMode: neo4j.session.WRITE,
    ...(config.database === undefined ? {} : { database: config.database }),
  });
  const attempt = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw toAppError(error);
    }
  };
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await session.close().catch(() => undefined);
    await driver.close();
  };
  await attempt(() =>
    driver.getServerInfo(config.database === undefined ? {} : { database: config.database }),
  ).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return {
    engine: 'neo4j',
    target: targetOf(config),
    prepareSchema: () =>
      attempt(async () => {
        for (const statement of catalogue.list('neo4j', 'schema')) await session.run(statement.text);
      }),
    read: (statement, params) =>
      attempt(async () => {
        const found = await session.executeRead((tx) => tx.run(statement.text, toNeo4jParams(params)));
        return found.records.map((record) => record.keys.map((key) => toPlainValue(record.get(key))));
      }),
    write: (calls) =>
      attempt(() =>
        session.executeWrite(async (tx) => {
          for (const { statement, params } of calls) await tx.run(statement.text, toNeo4jParams(params));
        }),
      ),
    publish: close,
    close,
  };
}
