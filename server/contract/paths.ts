import { z } from 'zod';

import { edgeSchema, nodeSchema, referenceSchema } from './graph.ts';
import { SCORE_PARTS } from './path-requests.ts';

/** A source as CSL-JSON, the form that reference managers read. */
const cslItemSchema = z.object({
  id: z.string(),
  type: z.enum(['report', 'article-newspaper', 'webpage', 'document']),
  title: z.string(),
  publisher: z.string().optional(),
  URL: z.string().optional(),
  language: z.string().optional(),
  issued: z.object({ 'date-parts': z.array(z.array(z.int())) }).optional(),
});
export type CslItem = z.infer<typeof cslItemSchema>;

/** A passage that is cited; several hops that rest on it share its number. */
const citationSchema = z.object({
  /** The first statement that it is cited for. */
  statement: z.string(),
  /** All of them, in the order of the text. */
  statements: z.array(z.string()),
  reference: referenceSchema,
  /** The other references of these statements, which say what stands around it. */
  also: z.array(referenceSchema),
  /** How a curator settled what the sources leave open. */
  note: z.string().optional(),
  /** Caption of the document of the reference. */
  title: z.string(),
});

/** What a text is made of, whatever it tells. */
const toldShape = {
  /** Markdown; the numbers in square brackets are places in `citations`, counted from 1. */
  narrative: z.string().optional(),
  /** The same without marks, its citations written out below it. */
  plainText: z.string().optional(),
  citations: z.array(citationSchema).optional(),
  /** Each citation as one line for a reader without the explorer, its number first: what `plainText` ends with. */
  sources: z.array(z.string()).optional(),
};

/** What a path rests on. */
const supportSchema = z.object({
  /** Place in `edges` of the relationship that rests on the fewest independent documents, then passages. */
  weakestHop: z.int(),
  /** Of that relationship. */
  documents: z.int(),
  passages: z.int(),
  /** Documents without which a relationship of this path has no source left. */
  soleDocuments: z.array(z.string()),
  sentence: z.string(),
});

/** Did its relationships ever hold on one day? */
const timeSchema = z.object({
  code: z.enum(['together', 'never-together']),
  /** When never: says so. */
  sentence: z.string().optional(),
});

const pathSchema = z.object({
  /** Hops. */
  length: z.int(),
  nodes: z.array(z.union([nodeSchema, z.string()])),
  edges: z.array(z.union([edgeSchema, z.string()])),
  ...toldShape,
  /** Above 0 and at most 1: the product of its parts, each to the power of its weight. */
  score: z.number(),
  scoreParts: z.array(z.object({ part: z.enum(SCORE_PARTS), value: z.number(), weight: z.number() })),
  support: supportSchema.optional(),
  time: timeSchema.optional(),
});
export type FoundPathOnWire = z.infer<typeof pathSchema>;

const reasonSchema = z.object({
  code: z.string(),
  message: z.string(),
  /** What would have led there, in words, and that path. */
  nearestMiss: z.string().optional(),
  nearestMissPath: z.object({ nodes: z.array(z.string()), edges: z.array(z.string()) }).optional(),
  /** What to ask instead: parameters of the request with the values that lead there; null = left out. */
  nearestMissChange: z.record(z.string(), z.union([z.null(), z.int(), z.array(z.string())])).optional(),
});

/** What happens to the answer when one document is taken away. */
const withoutDocumentSchema = z.object({
  document: z.string(),
  title: z.string(),
  survives: z.boolean(),
  /** The best path that is left, by captions. */
  path: z.object({ length: z.int(), nodes: z.array(z.string()), captions: z.array(z.string()) }).optional(),
});

const answeredShape = {
  truncated: z.boolean(),
  /** What cut the answer: the number of paths asked for, or the time. */
  truncatedBy: z.enum(['k', 'time']).optional(),
  revision: z.string(),
  elapsedMs: z.number(),
};

export const pathsResponseSchema = z.object({
  paths: z.array(pathSchema),
  reason: reasonSchema.optional(),
  /** What was searched: with the defaults that nobody asked for. */
  searched: z.object({ maxHops: z.int(), leftOut: z.array(z.string()) }),
  /** One sentence, then each document that a path rests on. */
  robustness: z.object({ sentence: z.string(), withoutDocument: z.array(withoutDocumentSchema) }).optional(),
  /** The documents cited, as CSL-JSON. */
  bibliography: z.array(cslItemSchema).optional(),
  ...answeredShape,
});
export type PathsResponse = z.infer<typeof pathsResponseSchema>;

/** The small graph that connects three or more entities. */
export const betweenResponseSchema = z.object({
  nodes: z.array(nodeSchema),
  edges: z.array(edgeSchema),
  /** Asked for and connected with each other by `edges`; ids. */
  connected: z.array(z.string()),
  unconnected: z.array(z.string()),
  reason: reasonSchema.optional(),
  ...toldShape,
  bibliography: z.array(cslItemSchema).optional(),
  ...answeredShape,
});
export type BetweenResponse = z.infer<typeof betweenResponseSchema>;

export const SHARED_KINDS = [
  'agreements',
  'joint-bodies',
  'programmes',
  'facilities',
  'missions',
  'events',
  'people',
  'partners',
  'direct',
] as const;

/** Why two entities are connected: what they have in common, in groups. */
export const sharedResponseSchema = z.object({
  from: nodeSchema,
  to: nodeSchema,
  groups: z.array(
    z.object({
      kind: z.enum(SHARED_KINDS),
      title: z.string(),
      /** All of them; `things` may be fewer. */
      count: z.int(),
      /** Each with the relationships that lead to it from both; `node` is missing where they are related directly. */
      things: z.array(z.object({ node: nodeSchema.optional(), edges: z.array(edgeSchema) })),
    }),
  ),
  truncated: z.boolean(),
  revision: z.string(),
});
export type SharedResponse = z.infer<typeof sharedResponseSchema>;
