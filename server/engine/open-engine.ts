import type { Catalogue } from '../cypher/catalogue.ts';
import type { Limits } from '../settings.ts';
import { createEmbeddedEngine } from './embedded/embedded-engine.ts';
import type { EngineConfig } from './engine-config.ts';
import type { EngineLogger } from './engine-logger.ts';
import type { Engine } from './engine.ts';
import { createNeo4jEngine } from './neo4j/neo4j-engine.ts';

/**
 * The engine of the configuration; nothing is reached or started before the first call. With `open-writer.ts` the only
 * file that knows both adapters.
 */
export function openEngine(
  config: EngineConfig,
  limits: Limits,
  catalogue: Catalogue,
  logger: EngineLogger,
): Engine {
  return config.engine === 'neo4j'
    ? createNeo4jEngine({ config, limits, catalogue, logger })
    : createEmbeddedEngine({ folder: config.store, limits, logger });
}
