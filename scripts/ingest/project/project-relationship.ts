import { ALWAYS_BEFORE, STILL } from '../../../server/evidence/edtf-date.ts';
import type { Properties, StatementProperties, StatementRecord } from '../resolve/statement-record.ts';
import { withoutGaps } from '../resolve/statement-record.ts';
import { holdsOf, mergeIntervals } from './holds.ts';
import type { StartOf } from './holds.ts';
import { countIndependent } from './independence.ts';
import type { WitnessOf } from './independence.ts';
import { strongestModality } from './modality.ts';

/** A relationship as it is written. */
export interface ProjectedRelationship {
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly properties: Properties & { id: string };
}

/**
 * The one relationship that all statements of a type, pair of ends and role share. The order of the statements does
 * not matter.
 * @param records at least one; `startOf` answers for the data set of the statement at hand
 */
export function projectRelationship(
  id: string,
  records: readonly StatementRecord[],
  startOf: (dataSet: string) => StartOf,
  witnessOf: WitnessOf,
): ProjectedRelationship {
  const statements = records.map((record) => record.properties).sort((a, b) => (a.id < b.id ? -1 : 1));
  const [first] = statements;
  if (first === undefined) throw new Error(`The relationship ${id} has no statement.`);
  const passages = new Set<string>();
  const documents = new Set<string>();
  for (const { references } of records) {
    for (const { document, start, end } of references) {
      documents.add(document);
      passages.add(`${document} ${start} ${end}`);
    }
  }
  const holds = mergeIntervals(statements.map((statement) => holdsOf(statement, startOf(statement.dataSet))));
  const ordinals = statements.flatMap((one) => (typeof one['ordinal'] === 'number' ? [one['ordinal']] : []));
  const offices = textsOf(statements, (one) => one['office']);
  const dates = textsOf(statements, dateText);
  return {
    type: first.type,
    source: first.subject,
    target: String(first['object']),
    properties: withoutGaps({
      id,
      role: first['role'],
      statements: statements.map((statement) => statement.id),
      passages: passages.size,
      documents: countIndependent(documents, witnessOf),
      documentIds: [...documents].sort(),
      modality: strongestModality(statements.map((statement) => statement.modality)),
      disputed: statements.some((statement) => statement['conflictsWith'] !== undefined),
      dates: dates.length > 0 ? dates : undefined,
      offices: offices.length > 0 ? offices : undefined,
      ordinal: ordinals.length > 0 ? Math.min(...ordinals) : undefined,
      holds: holds.length > 0 ? holds : [ALWAYS_BEFORE, STILL],
    }) as Properties & { id: string },
  };
}

/** The date of a relation as one EDTF text: its own, or from and to as an interval. */
function dateText(statement: StatementProperties): unknown {
  const { date, from, to } = statement;
  if (date !== undefined) return date;
  if (from === undefined && to === undefined) return undefined;
  return `${String(from ?? '..')}/${String(to ?? '..')}`;
}

function textsOf(
  statements: readonly StatementProperties[],
  read: (statement: StatementProperties) => unknown,
): string[] {
  const texts = new Set<string>();
  for (const statement of statements) {
    const text = read(statement);
    if (typeof text === 'string') texts.add(text);
  }
  return [...texts].sort();
}
