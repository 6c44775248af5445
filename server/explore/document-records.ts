import type { DocumentSummary } from '../contract/explore.ts';
import type { LoadedGraph } from './current-graph.ts';
import type { DocumentLibrary } from './document-library.ts';
import { definedOnly, toNumber, toProperties, toText, toTexts } from './plain-values.ts';
import type { RunStatement } from './run-statement.ts';

export interface DocumentRecord {
  readonly id: string;
  readonly dataSets: readonly string[];
  readonly summary: Omit<DocumentSummary, 'inLibrary'>;
}

/** All documents by id, with how many statements each makes; read once for a revision. */
export function readDocuments(graph: LoadedGraph, run: RunStatement): Promise<Map<string, DocumentRecord>> {
  return graph.once('documents', async () => {
    const [rows, counts] = await Promise.all([
      run('explore/list-documents'),
      run('explore/count-statements-by-document'),
    ]);
    const statements = new Map(counts.map(([id, count]) => [id as string, toNumber(count) ?? 0]));
    return new Map(
      rows.map((row) => {
        const id = row[0] as string;
        const properties = toProperties(row[1]);
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
          statements: statements.get(id) ?? 0,
        });
        return [id, { id, dataSets: toTexts(properties['dataSets']), summary }];
      }),
    );
  });
}

export function toDocumentSummary(record: DocumentRecord, library: DocumentLibrary): DocumentSummary {
  return { ...record.summary, inLibrary: library.has(record.summary.sha256 ?? '') };
}
