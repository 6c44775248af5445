import { z } from 'zod';

import { asOfParameterSchema as asOf, dateParameterSchema, idParameterSchema, list } from './parameters.ts';
import { ENTITY_LABELS, RELATIONSHIP_TYPES } from './vocabulary.ts';

/**
 * What each route takes in its query: typed, as it is after reading. In the address lists are comma-separated, flags
 * are `true`, `false` or stand alone. Unknown and repeated parameters are refused, values out of bounds never lowered.
 */

const entityTypeSchema = z.enum(ENTITY_LABELS);
const anyTypeSchema = z.enum([...ENTITY_LABELS, ...RELATIONSHIP_TYPES]);

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
