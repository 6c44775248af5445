import { z } from 'zod';

import { PATH_MODES } from './explore.ts';
import { ENTITY_LABELS, HUB_LABELS, MODALITIES, RELATIONSHIP_TYPES } from './vocabulary.ts';

/**
 * What each route takes in its query: typed, as it is after reading. In the address lists are comma-separated, flags
 * are `true`, `false` or stand alone. Unknown and repeated parameters are refused, values out of bounds never lowered.
 */

/** A year, month or day that exists; a partial date stands for its whole period. */
const dateParameterSchema = z
  .string()
  .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u, 'write a day, month or year: 2016-11-11, 2016-11 or 2016')
  .refine(isCalendarDate, 'names a day that no calendar has');

function isCalendarDate(text: string): boolean {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

const idParameterSchema = z.string().min(1).max(500);

const entityTypeSchema = z.enum(ENTITY_LABELS);
const relationshipTypeSchema = z.enum(RELATIONSHIP_TYPES);
const anyTypeSchema = z.enum([...ENTITY_LABELS, ...RELATIONSHIP_TYPES]);

function list<T extends z.ZodType>(item: T, help: string) {
  return z.array(item).min(1).max(100).optional().describe(help);
}
const asOf = dateParameterSchema
  .optional()
  .describe(
    'Keeps relationships that hold on that day (or within that month or year) and computes standings at its end; default: all relationships, standings of today.',
  );
const offset = z.int().min(0).max(10_000_000).optional().describe('How many to skip; default 0.');

export const noQuerySchema = z.strictObject({});

export const graphQuerySchema = z.strictObject({
  types: list(
    anyTypeSchema,
    'Entity labels, relationship types or both; default: every entity but Document and every relationship.',
  ),
  limit: z
    .int()
    .min(1)
    .max(100_000)
    .optional()
    .describe('Nodes; default 5,000. The best connected come first.'),
  asOf,
});
export type GraphQuery = z.infer<typeof graphQuerySchema>;

export const searchQuerySchema = z.strictObject({
  q: z
    .string()
    .min(1)
    .max(200)
    .refine((text) => text.trim() !== '', 'is empty')
    .describe('What to look for.'),
  types: list(entityTypeSchema, 'Entity labels; default: all.'),
  limit: z.int().min(1).max(100).optional().describe('Hits; default 20.'),
});
export type SearchQuery = z.infer<typeof searchQuerySchema>;

export const nodeQuerySchema = z.strictObject({ asOf });
export type NodeQuery = z.infer<typeof nodeQuerySchema>;

export const neighboursQuerySchema = z.strictObject({
  types: list(anyTypeSchema, 'Relationship types, labels of the neighbours or both; default: all.'),
  direction: z.enum(['any', 'out', 'in']).optional().describe('Default any.'),
  limit: z.int().min(1).max(1_000).optional().describe('Neighbours; default 200.'),
  offset,
  asOf,
});
export type NeighboursQuery = z.infer<typeof neighboursQuerySchema>;

export const edgesQuerySchema = z.strictObject({
  among: z
    .array(idParameterSchema)
    .min(1)
    .max(200)
    .describe('Ids of entities, at most 200: every relationship that begins and ends at one of them.'),
  limit: z.int().min(1).max(10_000).optional().describe('Relationships; default 5,000.'),
  asOf,
});
export type EdgesQuery = z.infer<typeof edgesQuerySchema>;

const PARTNER_ORDERS = ['since', 'name', 'instruments', 'joint', 'last-activity'] as const;
export const partnersQuerySchema = z.strictObject({
  sort: z.enum(PARTNER_ORDERS).optional().describe('Default since: the longest partnership first.'),
  limit: z.int().min(1).max(500).optional().describe('Partners; default 100.'),
  offset,
  asOf,
});
export type PartnersQuery = z.infer<typeof partnersQuerySchema>;

const flag = (help: string) => z.boolean().optional().describe(help);
export const statementsQuerySchema = z.strictObject({
  disputed: flag('Sources disagree.'),
  ended: flag('Terms that have ended, of agreements that no later stated term carries on.'),
  undated: flag('Relations of which no date is stated.'),
  pending: flag('Planned, proposed, hoped for or discussed only.'),
  limit: z.int().min(1).max(1_000).optional().describe('Statements; default 100.'),
  offset,
  asOf: dateParameterSchema.optional().describe('The day for `ended`; default: today.'),
});
export type StatementsQuery = z.infer<typeof statementsQuerySchema>;

export const pathsQuerySchema = z.strictObject({
  from: idParameterSchema.describe('Id of the entity where paths begin.'),
  to: idParameterSchema.describe('Id of the entity where they end.'),
  mode: z.enum(PATH_MODES).optional().describe('Default shortest.'),
  k: z
    .int()
    .min(1)
    .max(25)
    .optional()
    .describe('Paths at most; default 1 for shortest, 25 for all-shortest, 5 for k-shortest.'),
  maxHops: z.int().min(1).max(12).optional().describe('Hops at most; default 8.'),
  types: list(relationshipTypeSchema, 'Relationship types that may be walked; default: all.'),
  excludeTypes: list(relationshipTypeSchema, 'Relationship types that may not be walked.'),
  exclude: list(idParameterSchema, 'Ids of entities that paths may not pass through.'),
  asOf: dateParameterSchema
    .optional()
    .describe('Walks only what holds on that day, or within that month or year.'),
  minDocuments: z
    .int()
    .min(1)
    .max(1_000)
    .optional()
    .describe('Independent documents each relationship needs.'),
  modality: list(z.enum(MODALITIES), 'What may be walked; default: stated.'),
  hubs: list(
    z.enum(HUB_LABELS as [string, ...string[]]),
    'Labels that explain little and are left out of paths unless named here.',
  ),
  direction: z.enum(['any', 'out']).optional().describe('Default any: relationships are walked both ways.'),
  fields: z
    .enum(['full', 'ids'])
    .optional()
    .describe('`ids` gives ids instead of nodes and edges, no narrative.'),
});
export type PathsQuery = z.infer<typeof pathsQuerySchema>;

export const documentQuerySchema = z.strictObject({
  limit: z.int().min(1).max(1_000).optional().describe('Statements; default 100.'),
  offset,
});
export type DocumentQuery = z.infer<typeof documentQuerySchema>;

export const EXPORT_FORMATS = ['json', 'gexf', 'graphml', 'csv'] as const;
export const EXPORT_PARTS = ['nodes', 'edges', 'statements'] as const;
export const exportQuerySchema = z.strictObject({
  format: z.enum(EXPORT_FORMATS),
  part: z.enum(EXPORT_PARTS).optional().describe('For csv: which table; default nodes.'),
});
export type ExportQuery = z.infer<typeof exportQuerySchema>;
