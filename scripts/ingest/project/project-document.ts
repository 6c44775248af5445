import type { Properties, PropertyValue } from '../resolve/statement-record.ts';
import { withoutGaps } from '../resolve/statement-record.ts';
import type { DocumentEntry } from '../validate/entry-schemas.ts';

/** What a document node holds of its entry. */
export function documentProperties(document: DocumentEntry, dataSet: string): Properties & { id: string } {
  return withoutGaps({
    ...document,
    caption: document.title,
    dataSets: [dataSet],
  }) as Properties & { id: string };
}

/**
 * Unites what a data set says of a document with what is in the graph from others: for each value the data set whose
 * id sorts first is heard.
 * @param existing the node's properties, null where there is none
 */
export function mergeDocument(
  own: Properties & { id: string },
  dataSet: string,
  existing: Readonly<Record<string, PropertyValue>> | null,
): Properties & { id: string } {
  const others = ((existing?.['dataSets'] ?? []) as readonly string[]).filter((id) => id !== dataSet);
  if (existing === null || others.length === 0) return own;
  const ownFirst = others.every((other) => dataSet < other);
  const merged = ownFirst ? { ...existing, ...own } : { ...own, ...existing };
  return { ...merged, id: own.id, dataSets: [...others, dataSet].sort() };
}
