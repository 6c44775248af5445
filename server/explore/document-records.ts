import type { DocumentSummary } from '../contract/explore.ts';
import type { LoadedGraph } from './load-graph.ts';
import type { DocumentLibrary } from './document-library.ts';
import { definedOnly, toNumber, toProperties, toText, toTexts } from './plain-values.ts';
import type { PlainProperties } from './plain-values.ts';

export interface DocumentRecord {
  readonly id: string;
  readonly dataSets: readonly string[];
  readonly summary: Omit<DocumentSummary, 'inLibrary' | 'statements'>;
}

function toRecord(id: string, properties: PlainProperties): DocumentRecord {
  const text = (name: string): string | undefined => toText(properties[name]);
  const summary = definedOnly({
    id,
    title: text('title') ?? text('caption') ?? id,
    publisher: text('publisher'),
    agency: text('agency'),
    published: text('published'),
    statesUpTo: text('statesUpTo'),
    language: text('language'),
    url: text('url'),
    kind: text('kind'),
    sha256: text('sha256'),
  });
  return { id, dataSets: toTexts(properties['dataSets']), summary };
}

/** All documents by id, read once for a revision. */
export function readDocuments(graph: LoadedGraph): Promise<Map<string, DocumentRecord>> {
  return graph.once('documents', async () => {
    const rows = await graph.run('explore/list-documents');
    return new Map(
      rows.map(([id, properties]) => [id as string, toRecord(id as string, toProperties(properties))]),
    );
  });
}

/** How many statements each document makes; a look at every statement, so only where it is shown. */
export function countByDocument(graph: LoadedGraph): Promise<Map<string, number>> {
  return graph.once('count-by-document', async () => {
    const rows = await graph.run('explore/count-statements-by-document');
    return new Map(rows.map(([id, count]) => [id as string, toNumber(count) ?? 0]));
  });
}

export function toDocumentSummary(
  record: DocumentRecord,
  counts: ReadonlyMap<string, number>,
  library: DocumentLibrary,
): DocumentSummary {
  return {
    ...record.summary,
    statements: counts.get(record.id) ?? 0,
    inLibrary: library.has(record.summary.sha256 ?? ''),
  };
}
