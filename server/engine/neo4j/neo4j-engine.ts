import type { Driver } from 'neo4j-driver';

import { AppError } from '../../app-error.ts';
import type { Catalogue } from '../../cypher/catalogue.ts';
import type { Limits } from '../../settings.ts';
import { startChild } from '../children/start-child.ts';
import { createConsoleRunner } from '../console/console-runner.ts';
import type { Neo4jConfig } from '../engine-config.ts';
import type { EngineLogger } from '../engine-logger.ts';
import type { Engine } from '../engine.ts';
import { NEO4J_CALLABLES, NEO4J_CAPABILITIES } from './neo4j-capabilities.ts';
import type { Neo4jConsoleOpening } from './neo4j-console-opening.ts';
import { createNeo4jDriver } from './neo4j-driver.ts';
import { toAppError } from './neo4j-errors.ts';
import { readWithRetry } from './neo4j-read.ts';

export interface Neo4jEngineDeps {
  readonly config: Neo4jConfig;
  readonly limits: Limits;
  readonly catalogue: Catalogue;
  readonly logger: EngineLogger;
}

const POOL_SIZE = 50;

function createRead(
  driver: Driver,
  { database }: Neo4jConfig,
  { readTimeoutMs }: Limits,
  isClosed: () => boolean,
): Engine['read'] {
  return async ({ text }, params, options = {}) => {
    if (isClosed()) throw new AppError('engine-unavailable', 'The database is being closed.');
    const { timeoutMs = readTimeoutMs, maxRows = null } = options;
    return readWithRetry(driver, { text, params, database, timeoutMs, maxRows }, options.signal);
  };
}

async function verifyServer(
  driver: Driver,
  database: string | undefined,
  signal: AbortSignal | undefined,
): Promise<{ version: string }> {
  signal?.throwIfAborted();
  try {
    const info = await driver.getServerInfo(database === undefined ? {} : { database });
    return { version: info.agent?.replace(/^Neo4j\//u, '') ?? 'unknown' };
  } catch (error) {
    throw toAppError(error);
  }
}

/** Neo4j behind the port: the service's own statements by a driver in this process, typed ones in children. */
export function createNeo4jEngine({ config, limits, catalogue, logger }: Neo4jEngineDeps): Engine {
  const driver = createNeo4jDriver(config, POOL_SIZE);
  const opening: Neo4jConsoleOpening = {
    config,
    nodeIdsText: catalogue.get('console/node-ids', 'neo4j').text,
  };
  const console = createConsoleRunner({
    start: () => startChild('./neo4j-console-child', import.meta.url, 'delete'),
    limits,
    logger,
  });
  let isClosed = false;
  const read = createRead(driver, config, limits, () => isClosed);
  const runConsole: Engine['runConsole'] = (request, sink) =>
    console.run({ key: config.uri, value: opening }, request, sink);
  return {
    name: 'neo4j',
    capabilities: NEO4J_CAPABILITIES,
    callables: NEO4J_CALLABLES,
    verify: (signal) => verifyServer(driver, config.database, signal),
    read,
    runConsole,
    refresh: async () => undefined,
    pin: () => ({ state: '', read, runConsole, release: () => undefined }),
    async close() {
      isClosed = true;
      await Promise.all([driver.close(), console.close()]);
    },
  };
}
