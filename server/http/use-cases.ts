import type {
  DocumentResponse,
  DocumentsResponse,
  ExamplesResponse,
  MetaResponse,
  PathsResponse,
  ReadyResponse,
  ReloadResponse,
  SchemaResponse,
  SearchResponse,
} from '../contract/explore.ts';
import type {
  EdgeResponse,
  EdgesResponse,
  GraphResponse,
  NeighboursResponse,
  NodeResponse,
  PartnersResponse,
  StatementList,
  StatementResponse,
} from '../contract/graph.ts';
import type {
  DocumentQuery,
  EdgesQuery,
  GraphQuery,
  NeighboursQuery,
  NodeQuery,
  PartnersQuery,
  PathsQuery,
  SearchQuery,
  StatementsQuery,
} from '../contract/requests.ts';
import type { RunConsoleQuery } from '../explore/run-console-query.ts';
import type { ExportGraph } from '../explore/export-graph.ts';
import type { UseCase } from '../explore/explore-deps.ts';

type Nothing = Record<never, never>;
type ById<T = Nothing> = T & { id: string };

/** Everything the routes can ask for, as functions. */
export interface UseCases {
  readonly checkReadiness: UseCase<Nothing, ReadyResponse>;
  readonly describeService: UseCase<Nothing, MetaResponse>;
  readonly inspectSchema: UseCase<Nothing, SchemaResponse>;
  readonly buildSubgraph: UseCase<GraphQuery, GraphResponse>;
  readonly searchEntities: UseCase<SearchQuery, SearchResponse>;
  readonly describeNode: UseCase<ById<NodeQuery>, NodeResponse>;
  readonly expandNode: UseCase<ById<NeighboursQuery>, NeighboursResponse>;
  readonly listPartners: UseCase<ById<PartnersQuery>, PartnersResponse>;
  readonly listEdges: UseCase<EdgesQuery, EdgesResponse>;
  readonly describeEdge: UseCase<ById, EdgeResponse>;
  readonly describeStatement: UseCase<ById, StatementResponse>;
  readonly listStatements: UseCase<StatementsQuery, StatementList>;
  readonly findPaths: UseCase<PathsQuery, PathsResponse>;
  readonly runConsoleQuery: RunConsoleQuery;
  readonly listExamples: () => ExamplesResponse;
  readonly listDocuments: UseCase<Nothing, DocumentsResponse>;
  readonly describeDocument: UseCase<ById<DocumentQuery>, DocumentResponse>;
  readonly exportGraph: ExportGraph;
  readonly reload: UseCase<Nothing, ReloadResponse>;
}
