import { z } from 'zod';

import { COMPARATORS, DATE_MEANINGS, MODALITIES, TERM_BASES } from './vocabulary.ts';

const propertyValueSchema = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.union([z.string(), z.number(), z.boolean()])),
]);

/** A number a source gives of an entity. */
const figureSchema = z.object({
  statement: z.string(),
  figure: z.string(),
  value: z.number(),
  unit: z.string().optional(),
  period: z.string().optional(),
  asOf: z.string().optional(),
  as: z.string().optional(),
  comparator: z.enum(COMPARATORS),
  cumulative: z.boolean(),
  modality: z.enum(MODALITIES),
});
export type Figure = z.infer<typeof figureSchema>;

const propertiesSchema = z.record(z.string(), z.union([propertyValueSchema, z.array(figureSchema)]));

/** How an agreement stands at a date: computed, never stored. */
const standingSchema = z.object({
  code: z.enum(['in-force', 'term-ended', 'ended-unless-extended', 'no-end-stated', 'not-concluded']),
  /** The date it was computed for, ISO. */
  at: z.string(),
  /** The date falls within a partly known end (a year, a month): possibly the one, possibly the other. */
  uncertain: z.boolean().optional(),
  /** The end of the last stated term, EDTF. */
  until: z.string().optional(),
  /** The ids of the statements it rests on. */
  basis: z.array(z.string()),
  /** Up to when the source of that basis speaks, EDTF. */
  statesUpTo: z.string().optional(),
});
export type Standing = z.infer<typeof standingSchema>;

export const nodeSchema = z.object({
  id: z.string(),
  /** Sorted, `Entity` among them. */
  labels: z.array(z.string()),
  caption: z.string(),
  properties: propertiesSchema,
  /** Relationships to other entities, over the whole graph. */
  degree: z.int(),
  standing: standingSchema.optional(),
});
export type GraphNode = z.infer<typeof nodeSchema>;

export const edgeSchema = z.object({
  id: z.string(),
  type: z.string(),
  source: z.string(),
  target: z.string(),
  /** role, modality, statements (ids), passages (how many), disputed, dates and qualifiers. */
  properties: propertiesSchema,
  /** How many independent documents state it. */
  documents: z.int(),
});
export type GraphEdge = z.infer<typeof edgeSchema>;

export const subgraphSchema = z.object({ nodes: z.array(nodeSchema), edges: z.array(edgeSchema) });
export type Subgraph = z.infer<typeof subgraphSchema>;

export const graphResponseSchema = subgraphSchema.extend({
  total: z.object({ nodes: z.int(), edges: z.int() }),
  truncated: z.boolean(),
  revision: z.string(),
});
export type GraphResponse = z.infer<typeof graphResponseSchema>;

/** The place in a document where a statement is made. */
export const referenceSchema = z.object({
  document: z.string(),
  section: z.string().optional(),
  paragraph: z.int().optional(),
  /** UTF-16 offsets in the normalised text. */
  start: z.int(),
  end: z.int(),
  sha256: z.string(),
  /** One line in our own words. */
  paraphrase: z.string().optional(),
  /** The passage word for word, only where the library holds the document. */
  passage: z.string().optional(),
  /** not-in-library: nobody has the document here; changed: its digest differs from the one cited. */
  check: z.enum(['verified', 'changed', 'not-in-library']),
});
export type Reference = z.infer<typeof referenceSchema>;

export const statementSchema = z.object({
  id: z.string(),
  /** A relationship type, or ENTITY, NAME, KIND, DATE, TERM, FIGURE. */
  type: z.string(),
  subject: z.string(),
  subjectCaption: z.string(),
  object: z.string().optional(),
  objectCaption: z.string().optional(),
  role: z.string().optional(),
  value: z.union([z.string(), z.number()]).optional(),
  /** Qualifiers, each as the statement gives it. */
  what: z.enum(DATE_MEANINGS).optional(),
  date: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  as: z.string().optional(),
  asOf: z.string().optional(),
  period: z.string().optional(),
  office: z.string().optional(),
  ordinal: z.int().optional(),
  basis: z.enum(TERM_BASES).optional(),
  conditional: z.boolean().optional(),
  figure: z.string().optional(),
  unit: z.string().optional(),
  comparator: z.enum(COMPARATORS).optional(),
  cumulative: z.boolean().optional(),
  lang: z.string().optional(),
  nameKind: z.enum(['official', 'acronym', 'as-printed']).optional(),
  origin: z.enum(['source', 'curated']).optional(),
  modality: z.enum(MODALITIES),
  note: z.string().optional(),
  /** Ids of the statements it disagrees with. */
  conflictsWith: z.array(z.string()),
  /** The data set that states it: a statement belongs to exactly one. */
  dataSet: z.string(),
  references: z.array(referenceSchema),
});
export type Statement = z.infer<typeof statementSchema>;

export const nodeResponseSchema = z.object({
  node: nodeSchema,
  /** All statements about the entity itself: names, kinds, dates, terms, figures. */
  statements: z.array(statementSchema),
  references: z.array(referenceSchema),
});
export type NodeResponse = z.infer<typeof nodeResponseSchema>;

export const neighboursResponseSchema = subgraphSchema.extend({
  /** Relationships of the node by type, before limit and offset. */
  totals: z.array(z.object({ type: z.string(), direction: z.enum(['out', 'in']), count: z.int() })),
  total: z.int(),
  truncated: z.boolean(),
  revision: z.string(),
});
export type NeighboursResponse = z.infer<typeof neighboursResponseSchema>;

/** The relationships that run among given entities. */
export const edgesResponseSchema = z.object({
  edges: z.array(edgeSchema),
  /** Before the limit. */
  total: z.int(),
  truncated: z.boolean(),
  revision: z.string(),
});
export type EdgesResponse = z.infer<typeof edgesResponseSchema>;

export const edgeResponseSchema = z.object({
  edge: edgeSchema,
  source: nodeSchema,
  target: nodeSchema,
  statements: z.array(statementSchema),
  /** Groups of statement ids that cannot all be true. */
  conflicts: z.array(z.array(z.string())),
});
export type EdgeResponse = z.infer<typeof edgeResponseSchema>;

export const statementResponseSchema = z.object({ statement: statementSchema });
export type StatementResponse = z.infer<typeof statementResponseSchema>;
export const statementListSchema = z.object({
  statements: z.array(statementSchema),
  total: z.int(),
  truncated: z.boolean(),
});

export type StatementList = z.infer<typeof statementListSchema>;

const partnerSchema = z.object({
  node: nodeSchema,
  since: z.object({ date: z.string(), meaning: z.string(), via: z.string() }).nullable(),
  instruments: z.array(z.string()),
  joint: z.array(z.string()),
  lastActivity: z.string().nullable(),
  references: z.array(referenceSchema),
});
export type Partner = z.infer<typeof partnerSchema>;
export const partnersResponseSchema = z.object({
  partners: z.array(partnerSchema),
  total: z.int(),
  truncated: z.boolean(),
});
export type PartnersResponse = z.infer<typeof partnersResponseSchema>;
