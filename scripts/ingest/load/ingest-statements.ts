import { ENTITY_LABELS, RELATIONSHIP_TYPES } from '../../../server/contract/vocabulary.ts';
import type { Catalogue } from '../../../server/cypher/catalogue.ts';
import type { CatalogueStatement } from '../../../server/engine/catalogue-statement.ts';
import type { EngineName } from '../../../server/engine/engine.ts';

/** The statements of cypher/ingest for one engine. */
export interface IngestStatements {
  get(name: string): CatalogueStatement;
  /** @param label one of the closed vocabulary */
  createEntities(label: string): CatalogueStatement;
  /** @param type one of the closed vocabulary */
  createRelationships(type: string): CatalogueStatement;
}

/**
 * Labels and relationship types cannot be parameters on both engines, so two files of cypher/ingest hold a stand-in
 * (ENTITY_LABEL, RELATIONSHIP_TYPE), and one statement is made of it for each word of the closed vocabulary. Nothing
 * else ever gets into the text of a statement.
 */
export function createIngestStatements(catalogue: Catalogue, engine: EngineName): IngestStatements {
  const get = (name: string): CatalogueStatement => catalogue.get(`ingest/${name}`, engine);
  const entities = expand(get('create-entities'), 'ENTITY_LABEL', ENTITY_LABELS);
  const relationships = expand(get('create-relationships'), 'RELATIONSHIP_TYPE', RELATIONSHIP_TYPES);
  return {
    get,
    createEntities: (label) => pick(entities, label),
    createRelationships: (type) => pick(relationships, type),
  };
}

function expand(
  template: CatalogueStatement,
  standIn: string,
  words: readonly string[],
): ReadonlyMap<string, CatalogueStatement> {
  return new Map(
    words.map((word) => [
      word,
      { ...template, name: `${template.name}/${word}`, text: template.text.replaceAll(standIn, word) },
    ]),
  );
}

function pick(statements: ReadonlyMap<string, CatalogueStatement>, word: string): CatalogueStatement {
  const statement = statements.get(word);
  if (!statement) throw new Error(`${word} is not of the vocabulary.`);
  return statement;
}
