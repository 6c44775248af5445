import type { z } from 'zod';

import {
  cypherRequestSchema,
  cypherResponseSchema,
  documentResponseSchema,
  documentsResponseSchema,
  examplesResponseSchema,
  healthResponseSchema,
  metaResponseSchema,
  readyResponseSchema,
  reloadResponseSchema,
  schemaResponseSchema,
  searchResponseSchema,
} from './explore.ts';
import {
  edgeResponseSchema,
  edgesResponseSchema,
  graphResponseSchema,
  neighboursResponseSchema,
  nodeResponseSchema,
  partnersResponseSchema,
  statementListSchema,
  statementResponseSchema,
} from './graph.ts';
import { betweenQuerySchema, pathsQuerySchema, sharedQuerySchema } from './path-requests.ts';
import { betweenResponseSchema, pathsResponseSchema, sharedResponseSchema } from './paths.ts';
import type { ProblemCode } from './problem.ts';
import {
  documentQuerySchema,
  edgesQuerySchema,
  exportQuerySchema,
  graphQuerySchema,
  neighboursQuerySchema,
  nodeQuerySchema,
  noQuerySchema,
  partnersQuerySchema,
  searchQuerySchema,
  statementsQuerySchema,
} from './requests.ts';
import type { RouteName } from './routes.ts';

export interface Operation {
  readonly summary: string;
  readonly query: z.ZodObject;
  readonly body?: z.ZodType;
  /** The JSON answer; null where it is no JSON of ours. */
  readonly response: z.ZodType | null;
  /** Content types beside or instead of application/json. */
  readonly contentTypes?: readonly string[];
  /** Problems beyond those that every route can give. */
  readonly problems: readonly ProblemCode[];
  /** Answers without a token where one is set. */
  readonly isPublic?: boolean;
}

const READS: readonly ProblemCode[] = [
  'engine-unavailable',
  'no-data',
  'too-many-edges',
  'deadline-exceeded',
];

/** What each route takes and answers: the source of /api/openapi.json and of the tests over every route. */
export const OPERATIONS: Record<RouteName, Operation> = {
  health: {
    summary: 'The process is alive.',
    query: noQuerySchema,
    response: healthResponseSchema,
    problems: [],
    isPublic: true,
  },
  ready: {
    summary: 'The database is reachable and data is loaded.',
    query: noQuerySchema,
    response: readyResponseSchema,
    problems: ['engine-unavailable', 'no-data', 'too-many-edges', 'shutting-down'],
    isPublic: true,
  },
  meta: {
    summary: 'Engine, data sets, counts, limits in force.',
    query: noQuerySchema,
    response: metaResponseSchema,
    problems: READS,
  },
  schema: {
    summary: 'What is in the graph with counts, and what a statement may call.',
    query: noQuerySchema,
    response: schemaResponseSchema,
    problems: READS,
  },
  graph: {
    summary: 'The graph, or as much of it as the limit allows.',
    query: graphQuerySchema,
    response: graphResponseSchema,
    problems: READS,
  },
  search: {
    summary: 'Entities by name, alias or acronym, in any script.',
    query: searchQuerySchema,
    response: searchResponseSchema,
    problems: READS,
  },
  node: {
    summary: 'One entity with what is stated of it.',
    query: nodeQuerySchema,
    response: nodeResponseSchema,
    problems: ['unknown-id', ...READS],
  },
  neighbours: {
    summary: 'What an entity is related to.',
    query: neighboursQuerySchema,
    response: neighboursResponseSchema,
    problems: ['unknown-id', ...READS],
  },
  partners: {
    summary: 'The partners of an organisation.',
    query: partnersQuerySchema,
    response: partnersResponseSchema,
    problems: ['unknown-id', ...READS],
  },
  edges: {
    summary: 'The relationships among given entities.',
    query: edgesQuerySchema,
    response: edgesResponseSchema,
    problems: ['unknown-id', ...READS],
  },
  edge: {
    summary: 'One relationship with its statements.',
    query: noQuerySchema,
    response: edgeResponseSchema,
    problems: ['unknown-id', ...READS],
  },
  statement: {
    summary: 'One statement with its references.',
    query: noQuerySchema,
    response: statementResponseSchema,
    problems: ['unknown-id', ...READS],
  },
  statements: {
    summary: 'Lists of statements; several conditions must hold together.',
    query: statementsQuerySchema,
    response: statementListSchema,
    problems: READS,
  },
  shared: {
    summary: 'Why two entities are connected: what they have in common.',
    query: sharedQuerySchema,
    response: sharedResponseSchema,
    problems: ['unknown-id', 'contradictory-parameters', ...READS],
  },
  paths: {
    summary: 'Paths between two entities, or to the nearest of many, to be read.',
    query: pathsQuerySchema,
    response: pathsResponseSchema,
    problems: ['unknown-id', 'contradictory-parameters', 'queue-full', 'out-of-memory', ...READS],
  },
  between: {
    summary: 'The small graph that connects several entities.',
    query: betweenQuerySchema,
    response: betweenResponseSchema,
    problems: ['unknown-id', 'contradictory-parameters', 'queue-full', 'out-of-memory', ...READS],
  },
  cypher: {
    summary: 'Runs a Cypher statement that only reads.',
    query: noQuerySchema,
    body: cypherRequestSchema,
    response: cypherResponseSchema,
    contentTypes: ['application/x-ndjson'],
    problems: [
      'invalid-body',
      'payload-too-large',
      'unsupported-media-type',
      'statement-refused',
      'statement-invalid',
      'statement-unsupported',
      'queue-full',
      'out-of-memory',
      'shutting-down',
      ...READS,
    ],
  },
  examples: {
    summary: 'Statements to begin with.',
    query: noQuerySchema,
    response: examplesResponseSchema,
    problems: [],
  },
  documents: {
    summary: 'The sources.',
    query: noQuerySchema,
    response: documentsResponseSchema,
    problems: READS,
  },
  document: {
    summary: 'One source with what it states.',
    query: documentQuerySchema,
    response: documentResponseSchema,
    problems: ['unknown-id', ...READS],
  },
  export: {
    summary: 'The whole graph as a file.',
    query: exportQuerySchema,
    response: null,
    contentTypes: ['application/json', 'application/gexf+xml', 'application/graphml+xml', 'text/csv'],
    problems: ['contradictory-parameters', ...READS],
  },
  reload: {
    summary: 'Takes a new snapshot of the database.',
    query: noQuerySchema,
    response: reloadResponseSchema,
    problems: READS,
  },
  openapi: {
    summary: 'This description.',
    query: noQuerySchema,
    response: null,
    contentTypes: ['application/json'],
    problems: [],
  },
};
