import { z } from 'zod';

import {
  dataSetSchema,
  documentSchema,
  entitySchemas,
  fieldSchema,
  figureStatementSchema,
  passageSchema,
  relationStatementSchema,
} from './entry-schemas.ts';

/** A published schema: the name of its file, and its text. */
export interface PublishedSchema {
  readonly file: string;
  readonly text: string;
}

/**
 * The JSON Schemas of data/schema, made from the schemas that ingestion checks with: one for a whole file, whose
 * top-level keys are tables, and one for an entry of each table.
 */
export function publishedSchemas(): PublishedSchema[] {
  const entries: Readonly<Record<string, z.ZodType>> = {
    dataset: dataSetSchema,
    fields: fieldSchema,
    documents: documentSchema,
    passages: passageSchema,
    ...entitySchemas,
    statements: z.union([relationStatementSchema, figureStatementSchema]),
  };
  const tables = Object.entries(entries).map(([table, schema]) => [
    table,
    table === 'dataset' ? schema.optional() : z.array(schema).optional(),
  ]);
  const file = z.strictObject(Object.fromEntries(tables) as Record<string, z.ZodType>);
  return [
    toPublished('data-file', 'A file of a data set: tables by their names', file),
    ...Object.entries(entries).map(([table, schema]) => toPublished(table, `An entry of ${table}`, schema)),
  ];
}

function toPublished(name: string, title: string, schema: z.ZodType): PublishedSchema {
  const json = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' });
  return { file: `${name}.schema.json`, text: `${JSON.stringify({ title, ...json }, null, 2)}\n` };
}
