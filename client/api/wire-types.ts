import type { z } from 'zod';

import type {
  documentResponseSchema,
  documentsResponseSchema,
  MetaResponse,
  PathsResponse,
  SearchResponse,
} from '../../server/contract/explore.ts';
import type {
  EdgeResponse,
  GraphResponse,
  NeighboursResponse,
  NodeResponse,
  PartnersResponse,
  statementListSchema,
} from '../../server/contract/graph.ts';

export type { EdgeResponse, GraphResponse, MetaResponse, NeighboursResponse, NodeResponse, PartnersResponse };
export type { PathsResponse, SearchResponse };
export type DocumentsResponse = z.infer<typeof documentsResponseSchema>;
export type DocumentResponse = z.infer<typeof documentResponseSchema>;
export type StatementList = z.infer<typeof statementListSchema>;
