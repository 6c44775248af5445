import { edgesAmong, type EdgesAmong } from './edges-among.ts';
import type { HttpClient } from './http.ts';
import type {
  DocumentResponse,
  DocumentsResponse,
  ExamplesResponse,
  MetaResponse,
  SchemaResponse,
  SearchResponse,
} from '../../server/contract/explore.ts';
import type {
  EdgeResponse,
  GraphResponse,
  NeighboursResponse,
  NodeResponse,
  PartnersResponse,
  StatementList,
} from '../../server/contract/graph.ts';
import type { BetweenQuery, PathsQuery } from '../../server/contract/path-requests.ts';
import type { BetweenResponse, PathsResponse, SharedResponse } from '../../server/contract/paths.ts';

/** The calls the explorer makes, in its own words. Every one throws ApiError. */
export interface ExplorerApi {
  meta(): Promise<MetaResponse>;
  graph(): Promise<GraphResponse>;
  /** What is in the graph, and what a statement may call. */
  schema(): Promise<SchemaResponse>;
  examples(): Promise<ExamplesResponse>;
  documents(): Promise<DocumentsResponse>;
  document(id: string): Promise<DocumentResponse>;
  search(text: string, limit: number, signal?: AbortSignal): Promise<SearchResponse>;
  node(id: string): Promise<NodeResponse>;
  neighbours(id: string): Promise<NeighboursResponse>;
  partners(id: string): Promise<PartnersResponse>;
  edge(id: string): Promise<EdgeResponse>;
  paths(query: PathsQuery, signal?: AbortSignal): Promise<PathsResponse>;
  between(query: BetweenQuery, signal?: AbortSignal): Promise<BetweenResponse>;
  /** What two entities have in common. */
  shared(from: string, to: string, signal?: AbortSignal): Promise<SharedResponse>;
  edgesAmong(ids: readonly string[]): Promise<EdgesAmong>;
  statements(filter: 'disputed' | 'ended'): Promise<StatementList>;
}

function cancelledBy(signal: AbortSignal | undefined): { signal?: AbortSignal } {
  return signal ? { signal } : {};
}

export function createExplorerApi(http: HttpClient): ExplorerApi {
  return {
    meta: () => http.get('meta'),
    graph: () => http.get('graph'),
    schema: () => http.get('schema'),
    examples: () => http.get('examples'),
    documents: () => http.get('documents'),
    document: (id) => http.get('document', { id }),
    search: (q, limit, signal) => http.get('search', { query: { q, limit }, ...cancelledBy(signal) }),
    node: (id) => http.get('node', { id }),
    neighbours: (id) => http.get('neighbours', { id }),
    partners: (id) => http.get('partners', { id }),
    edge: (id) => http.get('edge', { id }),
    paths: (query, signal) => http.get('paths', { query, ...cancelledBy(signal) }),
    between: (query, signal) => http.get('between', { query, ...cancelledBy(signal) }),
    shared: (id, other, signal) => http.get('shared', { id, query: { with: other }, ...cancelledBy(signal) }),
    edgesAmong: (ids) => edgesAmong(http, ids),
    statements: (filter) => http.get('statements', { query: { [filter]: true } }),
  };
}
