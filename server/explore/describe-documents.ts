import type { DocumentResponse, DocumentsResponse } from '../contract/explore.ts';
import type { DocumentQuery } from '../contract/requests.ts';
import { countByDocument, readDocuments, toDocumentSummary } from './document-records.ts';
import type { ExploreDeps, UseCase } from './explore-deps.ts';
import { unknownId } from './find-by-id.ts';
import { projectStatements } from './project-statements.ts';

const DEFAULT_LIMIT = 100;

/** The sources, by id. */
export function createListDocuments(deps: ExploreDeps): UseCase<Record<never, never>, DocumentsResponse> {
  return () =>
    deps.graph.use(async (graph) => {
      const documents = await readDocuments(graph);
      const counts = await countByDocument(graph);
      return {
        documents: [...documents.values()].map((document) =>
          toDocumentSummary(document, counts, deps.library),
        ),
      };
    });
}

/** One source with what it states, and its text where the library has it. */
export function createDescribeDocument(
  deps: ExploreDeps,
): UseCase<DocumentQuery & { id: string }, DocumentResponse> {
  return (query, signal) =>
    deps.graph.use(async (graph) => {
      const document = (await readDocuments(graph)).get(query.id);
      if (!document) throw unknownId('document', query.id);
      const counts = await countByDocument(graph);
      const total = counts.get(query.id) ?? 0;
      const skip = query.offset ?? 0;
      const limit = query.limit ?? DEFAULT_LIMIT;
      const params = { document: query.id, skip, limit };
      const rows = await graph.run('explore/list-statements-in-document', params, { signal });
      const ids = rows.map((row) => row[0] as string);
      const text = await deps.library.textOf(document.summary.sha256 ?? '');
      return {
        document: toDocumentSummary(document, counts, deps.library),
        ...(text === null ? {} : { text }),
        statements: await projectStatements(deps, graph, ids, signal),
        total,
        truncated: skip + ids.length < total,
      };
    });
}
