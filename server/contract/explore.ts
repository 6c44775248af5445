import { z } from 'zod';

import { edgeSchema, nodeSchema, statementSchema } from './graph.ts';
import { positionSchema, problemSchema } from './problem.ts';
import { wireValueSchema } from './values.ts';

export const searchResponseSchema = z.object({
  hits: z.array(
    z.object({
      id: z.string(),
      labels: z.array(z.string()),
      caption: z.string(),
      match: z.object({
        /** The name that matched, as it is written in the data. */
        text: z.string(),
        kind: z.enum(['exact', 'prefix', 'word', 'fuzzy']),
      }),
    }),
  ),
  total: z.int(),
  truncated: z.boolean(),
});
export type SearchResponse = z.infer<typeof searchResponseSchema>;

export const cypherRequestSchema = z.strictObject({
  query: z.string().min(1).max(100_000),
  params: z.record(z.string(), z.unknown()).optional(),
  maxRows: z.int().min(1).max(10_000).optional(),
  timeoutMs: z.int().min(100).max(30_000).optional(),
  /** `plan` = EXPLAIN, `profile` = PROFILE; true is `plan`. */
  explain: z.union([z.boolean(), z.enum(['plan', 'profile'])]).optional(),
});
export type CypherRequest = z.infer<typeof cypherRequestSchema>;

export interface PlanOperator {
  operator: string;
  details?: string | undefined;
  estimatedRows?: number | undefined;
  rows?: number | undefined;
  dbHits?: number | undefined;
  /** Milliseconds in this operator alone. */
  timeMs?: number | undefined;
  children: PlanOperator[];
}
const planSchema: z.ZodType<PlanOperator> = z.lazy(() =>
  z.object({
    operator: z.string(),
    details: z.string().optional(),
    estimatedRows: z.number().optional(),
    rows: z.number().optional(),
    dbHits: z.number().optional(),
    timeMs: z.number().optional(),
    children: z.array(planSchema),
  }),
);

/** What the planner, or we in its place, warn of: a product of two patterns, a label that nothing has. */
const notificationSchema = z.object({
  /** `cartesian-product`, `missing-label`, `missing-relationship-type`, `missing-property`, `deprecated`, …; else the engine's own. */
  code: z.string(),
  severity: z.enum(['warning', 'information']),
  title: z.string(),
  description: z.string(),
  position: positionSchema.optional(),
});
export type Notification = z.infer<typeof notificationSchema>;

export const cypherResponseSchema = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.array(wireValueSchema)),
  graph: z.object({ nodes: z.array(nodeSchema), edges: z.array(edgeSchema) }),
  plan: planSchema.optional(),
  notifications: z.array(notificationSchema),
  truncated: z.boolean(),
  /** What cut the answer: rows or bytes. */
  truncatedBy: z.enum(['rows', 'bytes']).optional(),
  engine: z.string(),
  elapsedMs: z.number(),
});
export type CypherResponse = z.infer<typeof cypherResponseSchema>;

/** One line of a console answer in `application/x-ndjson`: columns first, rows, then a summary, or a problem instead. */
export const cypherLineSchema = z.union([
  z.strictObject({ columns: z.array(z.string()) }),
  z.strictObject({ rows: z.array(z.array(wireValueSchema)) }),
  z.strictObject({ summary: cypherResponseSchema.omit({ columns: true, rows: true }) }),
  z.strictObject({ problem: problemSchema }),
]);
export type CypherLine = z.infer<typeof cypherLineSchema>;

export const PARAMETER_TYPES = ['string', 'integer', 'number', 'boolean', 'list'] as const;

const exampleParameterSchema = z.object({
  /** Without `$`. */
  name: z.string(),
  type: z.enum(PARAMETER_TYPES),
  label: z.string(),
  /** A value that gives rows on the shipped data. */
  example: z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()]))]),
  /** Present where the value is the id of an entity with one of these labels, to be picked by name. */
  entityLabels: z.array(z.string()).optional(),
  /** Present where the value is the code of a country of the data, to be chosen from a list. */
  isCountry: z.literal(true).optional(),
});
export type ExampleParameter = z.infer<typeof exampleParameterSchema>;

/** Statements to begin with, from cypher/examples/. */
export const examplesResponseSchema = z.object({
  examples: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      question: z.string(),
      /** A sentence with names of parameters in braces, for people who write no Cypher. */
      template: z.string().optional(),
      query: z.string(),
      params: z.array(exampleParameterSchema),
    }),
  ),
});
export type ExamplesResponse = z.infer<typeof examplesResponseSchema>;

/** A function or procedure that a console statement may call. */
const callableSchema = z.object({ name: z.string(), signature: z.string(), description: z.string() });
export type Callable = z.infer<typeof callableSchema>;

export const schemaResponseSchema = z.object({
  labels: z.array(
    z.object({
      label: z.string(),
      count: z.int(),
      properties: z.array(z.object({ name: z.string(), type: z.string(), count: z.int() })),
    }),
  ),
  relationshipTypes: z.array(
    z.object({
      type: z.string(),
      count: z.int(),
      properties: z.array(z.object({ name: z.string(), type: z.string(), count: z.int() })),
    }),
  ),
  /** From which labels to which a type goes; the label that all entities share is left out. */
  patterns: z.array(z.object({ from: z.string(), type: z.string(), to: z.string(), count: z.int() })),
  functions: z.array(callableSchema),
  procedures: z.array(callableSchema),
});
export type SchemaResponse = z.infer<typeof schemaResponseSchema>;

export const metaResponseSchema = z.object({
  name: z.literal('setu'),
  version: z.string(),
  engine: z.object({ name: z.enum(['neo4j', 'embedded']), version: z.string() }),
  /** Content hash of the statements, equal on both engines. */
  revision: z.string(),
  dataSets: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      revision: z.string(),
      shores: z.array(z.string()),
      fields: z.array(z.object({ id: z.string(), caption: z.string() })),
      statesUpTo: z.string().nullable(),
    }),
  ),
  counts: z.object({
    entities: z.int(),
    relationships: z.int(),
    statements: z.int(),
    documents: z.int(),
    byLabel: z.record(z.string(), z.int()),
  }),
  snapshot: z.object({ revision: z.string(), ageSeconds: z.number() }),
  limits: z.array(
    z.object({
      name: z.string(),
      value: z.number(),
      default: z.number(),
      maximum: z.number(),
      help: z.string(),
    }),
  ),
  capabilities: z.record(z.string(), z.boolean()),
  library: z.object({ configured: z.boolean(), documents: z.int() }),
});
export type MetaResponse = z.infer<typeof metaResponseSchema>;

export const healthResponseSchema = z.object({ status: z.literal('ok') });
export const readyResponseSchema = z.object({
  status: z.literal('ready'),
  engine: z.string(),
  revision: z.string(),
});

const documentSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string().optional(),
  agency: z.string().optional(),
  published: z.string().optional(),
  statesUpTo: z.string().optional(),
  language: z.string().optional(),
  url: z.string().optional(),
  kind: z.string().optional(),
  sha256: z.string().optional(),
  /** Number of statements that cite it. */
  statements: z.int(),
  inLibrary: z.boolean(),
});
export type DocumentSummary = z.infer<typeof documentSummarySchema>;
export const documentsResponseSchema = z.object({ documents: z.array(documentSummarySchema) });
export const documentResponseSchema = z.object({
  document: documentSummarySchema,
  /** The normalised text, where the library has the document. */
  text: z.string().optional(),
  statements: z.array(statementSchema),
  total: z.int(),
  truncated: z.boolean(),
});
export type DocumentsResponse = z.infer<typeof documentsResponseSchema>;
export type DocumentResponse = z.infer<typeof documentResponseSchema>;
export const reloadResponseSchema = z.object({ revision: z.string(), nodes: z.int(), edges: z.int() });
export type ReloadResponse = z.infer<typeof reloadResponseSchema>;
export type ReadyResponse = z.infer<typeof readyResponseSchema>;
export type HealthResponse = z.infer<typeof healthResponseSchema>;
