import { AppError } from '../../app-error.ts';
import type { Catalogue } from '../../cypher/catalogue.ts';
import type { Limits } from '../../settings.ts';
import { startChild } from '../children/start-child.ts';
import { createConsoleRunner } from '../console/console-runner.ts';
import type { Neo4jConfig } from '../engine-config.ts';
import type { EngineLogger } from '../engine-logger.ts';
import type { Engine } from '../engine.ts';
import { NEO4J_CAPABILITIES } from './neo4j-capabilities.ts';
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
  const read: Engine['read'] = (statement, params, options = {}) => {
    if (isClosed) {
      return Promise.reject(new AppError('engine-unavailable', 'The database is being closed.'));
    }
    return readWithRetry(
      driver,
      {
        text: statement.text,
        params,
        database: config.database,
        timeoutMs: options.timeoutMs ?? limits.readTimeoutMs,
        maxRows: options.maxRows ?? null,
      },
      options.signal,
    );
  };
  const runConsole: Engine['runConsole'] = (request, sink) =>
    console.run({ key: config.uri, value: opening }, request, sink);
  return {
    name: 'neo4j',
    capabilities: NEO4J_CAPABILITIES,
    async verify(signal) {
      signal?.throwIfAborted();
      try {
        const info = await driver.getServerInfo(
          config.database === undefined ? {} : { database: config.database },
        );
        return { version: info.agent?.replace(/^Neo4j\//u, '') ?? 'unknown' };
      } catch (error) {
        throw toAppError(error);
      }
    },
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
