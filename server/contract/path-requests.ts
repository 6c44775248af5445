import { z } from 'zod';

import { asOfParameterSchema, idParameterSchema, list, periodParameterSchema } from './parameters.ts';
import { ENTITY_LABELS, HUB_LABELS, MODALITIES, RELATIONSHIP_TYPES } from './vocabulary.ts';

export const PATH_MODES = ['any', 'shortest', 'all-shortest', 'k-shortest'] as const;
export const PATH_RANKS = ['length', 'score'] as const;
/** What a path is scored by; each can be given a weight. */
export const SCORE_PARTS = ['length', 'relations', 'documents', 'recency', 'hubs'] as const;
export type ScorePart = (typeof SCORE_PARTS)[number];

const relationshipTypeSchema = z.enum(RELATIONSHIP_TYPES);
const documentIdsHelp = 'Ids of documents to do without: only what others state too is walked.';

/** What may be walked: the same for every search. */
const walkShape = {
  types: list(relationshipTypeSchema, 'Relationship types that may be walked; default: all.'),
  excludeTypes: list(relationshipTypeSchema, 'Relationship types that may not be walked.'),
  exclude: list(idParameterSchema, 'Ids of entities that paths may not pass through.'),
  asOf: periodParameterSchema
    .optional()
    .describe('Walks only what holds on that day, or at some time within that month, year or period.'),
  minDocuments: z
    .int()
    .min(1)
    .max(1_000)
    .optional()
    .describe('Independent documents each relationship needs.'),
  minPassages: z.int().min(1).max(1_000).optional().describe('Passages each relationship needs.'),
  withoutDocument: list(idParameterSchema, documentIdsHelp),
  modality: list(z.enum(MODALITIES), 'What may be walked; default: stated.'),
  hubs: list(
    z.enum(HUB_LABELS as [string, ...string[]]),
    'Labels that explain little and are left out of paths unless named here.',
  ),
  maxHops: z.int().min(1).max(12).optional().describe('Hops at most; default 8.'),
};

const END_PARAMETERS = ['to', 'toAny', 'toLabel', 'toKind', 'toCountry'] as const;

/** Asked of every request, also where another parameter is at fault: one answer names them all. */
const needsAnEnd = {
  path: ['to'],
  message: 'is missing; give it, or toAny, toLabel, toKind or toCountry',
  when: () => true,
};

export const pathsQuerySchema = z
  .strictObject({
    from: idParameterSchema.describe('Id of the entity where paths begin.'),
    to: idParameterSchema.optional().describe('Id of the entity where they end.'),
    toAny: list(idParameterSchema, 'Instead of `to`: they end at whichever of these is reached.'),
    toLabel: list(z.enum(ENTITY_LABELS), 'Instead of `to`: they end at any entity of these labels.'),
    toKind: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .describe('Instead of `to`: they end at any entity of this kind, as `university`.'),
    toCountry: z
      .string()
      .regex(/^[A-Z]{2}$/u, 'write a country by its two capital letters: JP')
      .optional()
      .describe('With toLabel or toKind, or alone: only entities of this country.'),
    through: z
      .array(idParameterSchema)
      .min(1)
      .max(3)
      .optional()
      .describe('Ids of up to three entities that each path must pass through, in any order.'),
    mode: z
      .enum(PATH_MODES)
      .optional()
      .describe('Default shortest, the best of that length; `any`: one of that length, found soonest.'),
    rank: z
      .enum(PATH_RANKS)
      .optional()
      .describe(
        'For k-shortest: shorter ones first (default), or the higher score first whatever the length.',
      ),
    k: z
      .int()
      .min(1)
      .max(25)
      .optional()
      .describe('Paths at most; default 1 for shortest, 25 for all-shortest, 5 for k-shortest.'),
    weights: list(
      z
        .string()
        .regex(
          /^(?:length|relations|documents|recency|hubs):\d{1,2}(?:\.\d{1,2})?$/u,
          'write length:2 or hubs:0.5',
        ),
      'Weights of the parts of the score, as `recency:2,hubs:0.5`; default 1 each, 0 leaves a part out.',
    ),
    ...walkShape,
    direction: z.enum(['any', 'out']).optional().describe('Default any: relationships are walked both ways.'),
    fields: z
      .enum(['full', 'ids'])
      .optional()
      .describe('`ids` gives ids instead of nodes and edges, no narrative.'),
  })
  .refine((query) => END_PARAMETERS.some((name) => query[name] !== undefined), needsAnEnd);
export type PathsQuery = z.infer<typeof pathsQuerySchema>;

export const betweenQuerySchema = z.strictObject({
  ids: z
    .array(idParameterSchema)
    .min(2)
    .max(8)
    .describe('Ids of two to eight entities that are to be connected with each other.'),
  ...walkShape,
  maxHops: walkShape.maxHops.describe(
    'Two of them count as connected when so many hops at most lead from one to the other; default 8.',
  ),
});
export type BetweenQuery = z.infer<typeof betweenQuerySchema>;

export const sharedQuerySchema = z.strictObject({
  with: idParameterSchema.describe('Id of the other entity.'),
  limit: z.int().min(1).max(500).optional().describe('Things of each group at most; default 50.'),
  asOf: asOfParameterSchema,
});
export type SharedQuery = z.infer<typeof sharedQuerySchema>;
