import { edgesAmong, type EdgesAmong } from './edges-among.ts';
import type { HttpClient } from './http.ts';
import type {
  DocumentResponse,
  DocumentsResponse,
  ExamplesResponse,
  MetaResponse,
  PathsResponse,
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
  edgesAmong(ids: readonly string[]): Promise<EdgesAmong>;
  paths(from: string, to: string): Promise<PathsResponse>;
  statements(filter: 'disputed' | 'ended'): Promise<StatementList>;
}

const PATHS_SHOWN = 5;

export function createExplorerApi(http: HttpClient): ExplorerApi {
  return {
    meta: () => http.get('meta'),
    graph: () => http.get('graph'),
    schema: () => http.get('schema'),
    examples: () => http.get('examples'),
    documents: () => http.get('documents'),
    document: (id) => http.get('document', { id }),
    search: (q, limit, signal) => http.get('search', { query: { q, limit }, ...(signal ? { signal } : {}) }),
    node: (id) => http.get('node', { id }),
    neighbours: (id) => http.get('neighbours', { id }),
    partners: (id) => http.get('partners', { id }),
    edge: (id) => http.get('edge', { id }),
    edgesAmong: (ids) => edgesAmong(http, ids),
    paths: (from, to) => http.get('paths', { query: { from, to, mode: 'k-shortest', k: PATHS_SHOWN } }),
    statements: (filter) => http.get('statements', { query: { [filter]: true } }),
  };
}
