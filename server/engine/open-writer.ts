import type { Catalogue } from '../cypher/catalogue.ts';
import { openEmbeddedWriter } from './embedded/embedded-writer.ts';
import type { EngineConfig } from './engine-config.ts';
import type { GraphWriter } from './graph-writer.ts';
import { openNeo4jWriter } from './neo4j/neo4j-writer.ts';

/**
 * Starts a load into the database of the configuration. For scripts only; the service never imports this file.
 * @throws AppError `engine-unavailable` when it is away or another load runs
 */
export function openWriter(config: EngineConfig, catalogue: Catalogue): Promise<GraphWriter> {
  return config.engine === 'neo4j'
    ? openNeo4jWriter(config, catalogue)
    : openEmbeddedWriter(config.store, catalogue);
}
