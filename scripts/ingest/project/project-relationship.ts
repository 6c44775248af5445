import { ALWAYS_BEFORE, STILL } from '../../../server/evidence/edtf-date.ts';
import type { Properties, StatementProperties, StatementRecord } from '../resolve/statement-record.ts';
import { withoutGaps } from '../resolve/statement-record.ts';
import { holdsOf, mergeIntervals } from './holds.ts';
import type { StartOf } from './holds.ts';
import { countIndependent } from '../../../server/evidence/independence.ts';
import type { WitnessOf } from '../../../server/evidence/independence.ts';
import { strongestModality } from './modality.ts';

/** A relationship as it is written. */
export interface ProjectedRelationship {
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly properties: Properties & { id: string };
}

/**
 * The one relationship that all statements of a type, pair of ends and role share. It has the strongest of their
 * modalities, and only those that have it carry it: a hope is no evidence of what another statement states. The order of
 * the statements does not matter.
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
  const modality = strongestModality(statements.map((statement) => statement.modality));
  const carrying = statements.filter((statement) => statement.modality === modality);
  const passages = new Set<string>();
  const documents = new Set<string>();
  for (const { properties, references } of records) {
    if (properties.modality !== modality) continue;
    for (const { document, start, end } of references) {
      documents.add(document);
      passages.add(`${document} ${start} ${end}`);
    }
  }
  const holds = mergeIntervals(carrying.map((statement) => holdsOf(statement, startOf(statement.dataSet))));
  const ordinals = new Set(carrying.map((one) => one['ordinal']));
  const offices = textsOf(carrying, (one) => one['office']);
  const dates = textsOf(carrying, dateText);
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
      modality,
      disputed: statements.some((statement) => statement['conflictsWith'] !== undefined),
      dates: dates.length > 0 ? dates : undefined,
      offices: offices.length > 0 ? offices : undefined,
      // Several meetings told as one relationship have no one number.
      ordinal: ordinals.size === 1 ? [...ordinals][0] : undefined,
      holds: holds.length > 0 ? holds : [ALWAYS_BEFORE, STILL],
    }) as Properties & { id: string },
  };
}

/** The date of a relation as one EDTF text: its own, or from and to as an interval; of an office, when it was stated. */
function dateText(statement: StatementProperties): unknown {
  const { date, from, to, asOf, type } = statement;
  if (date !== undefined) return date;
  if (from === undefined && to === undefined) return type === 'HOLDS_POSITION' ? asOf : undefined;
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
