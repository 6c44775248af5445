import type { Properties, Reference, StatementRecord } from '../resolve/statement-record.ts';
import { withoutGaps } from '../resolve/statement-record.ts';

/** A statement as it is written: the node, and one STATED_IN for each reference. */
export interface StatementRow {
  readonly properties: Properties & { id: string };
  readonly references: readonly {
    readonly document: string;
    readonly properties: Properties & { id: string };
  }[];
}

export function toStatementRow(record: StatementRecord): StatementRow {
  const { id } = record.properties;
  return {
    properties: record.properties,
    references: record.references.map((reference, at) => ({
      document: reference.document,
      properties: referenceProperties(reference, `${id}@${at + 1}`),
    })),
  };
}

function referenceProperties(reference: Reference, id: string): Properties & { id: string } {
  const { section, paragraph, start, end, sha256, paraphrase } = reference;
  return withoutGaps({ id, section, paragraph, start, end, sha256, paraphrase }) as Properties & {
    id: string;
  };
}

/**
 * One line of JSON with sorted keys: the statement and its references, what the revision of a data set is made of.
 */
export function canonicalStatement(record: StatementRecord): string {
  const references = record.references.map((reference) => sortKeys({ ...reference }));
  return JSON.stringify({ ...sortKeys(record.properties), references });
}

function sortKeys(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const sorted: Record<string, unknown> = {};
  for (const key of Object.keys(values).sort()) sorted[key] = values[key];
  return sorted;
}
