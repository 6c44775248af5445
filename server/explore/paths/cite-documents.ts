import { describeDate } from '../../contract/date-words.ts';
import type { Reference } from '../../contract/graph.ts';
import type { CslItem } from '../../contract/paths.ts';
import type { DocumentRecord } from '../document-records.ts';
import { definedOnly } from '../plain-values.ts';

const CSL_TYPES: Readonly<Record<string, CslItem['type']>> = {
  news: 'article-newspaper',
  brief: 'report',
  report: 'report',
  web: 'webpage',
};

const CALENDAR_DATE = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/u;

/** The known parts of a date, as CSL wants them: year, month, day. An interval counts from its start. */
function issuedOf(published: string | undefined): CslItem['issued'] {
  const match = CALENDAR_DATE.exec(published ?? '');
  if (!match) return undefined;
  return {
    'date-parts': [
      match
        .slice(1)
        .filter((part) => part !== undefined)
        .map(Number),
    ],
  };
}

/** Documents as CSL-JSON, in id order; an id that is no document is passed over. */
export function toBibliography(
  ids: Iterable<string>,
  documents: ReadonlyMap<string, DocumentRecord>,
): CslItem[] {
  return [...new Set(ids)].sort().flatMap((id) => {
    const summary = documents.get(id)?.summary;
    if (!summary) return [];
    return definedOnly({
      id,
      type: CSL_TYPES[summary.kind ?? ''] ?? 'document',
      title: summary.title,
      publisher: summary.publisher ?? summary.agency,
      URL: summary.url,
      language: summary.language,
      issued: issuedOf(summary.published),
    });
  });
}

/** A reference as one line: title, publisher, date, section, paragraph. */
export function citeReference(reference: Reference, documents: ReadonlyMap<string, DocumentRecord>): string {
  const summary = documents.get(reference.document)?.summary;
  const parts = [
    summary?.title ?? reference.document,
    summary?.publisher ?? summary?.agency,
    summary?.published === undefined ? undefined : describeDate(summary.published),
    reference.section,
    reference.paragraph === undefined ? undefined : `paragraph ${reference.paragraph}`,
    summary?.url,
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(', ');
}
