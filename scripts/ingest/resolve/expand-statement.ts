import { RELATIONSHIPS } from '../../../server/contract/vocabulary.ts';
import type { FigureStatementEntry, RelationEntry } from '../validate/entry-schemas.ts';
import { figureProperties, figureSlug } from './expand-entity.ts';
import { relationshipId } from './statement-ids.ts';
import type { SpooledStatement, StatementProperties } from './statement-record.ts';
import { withoutGaps } from './statement-record.ts';

const QUALIFIERS = ['role', 'date', 'from', 'to', 'as', 'asOf', 'office', 'ordinal', 'note'] as const;

/** One statement for each pair of ends; the ends of undirected relationships in the order of their ids. */
export function expandRelation(dataSet: string, entry: RelationEntry): SpooledStatement[] {
  const subjects = entry.subjects ?? (entry.subject === undefined ? [] : [entry.subject]);
  const objects = entry.objects ?? (entry.object === undefined ? [] : [entry.object]);
  const isUndirected = RELATIONSHIPS[entry.type].undirected;
  const slug = subjects.length * objects.length === 1 ? entry.id : undefined;
  const statements: SpooledStatement[] = [];
  for (const first of subjects) {
    for (const second of objects) {
      const isSwapped = isUndirected && second < first;
      const subject = isSwapped ? second : first;
      const object = isSwapped ? first : second;
      statements.push(
        toStatement(dataSet, entry, slug ?? relationshipId(entry.type, subject, object, entry.role), [
          subject,
          object,
        ]),
      );
    }
  }
  return statements;
}

/** Called once a statement, a million times in a run: properties are set one by one, without copies in between. */
function toStatement(
  dataSet: string,
  entry: RelationEntry,
  slug: string,
  [subject, object]: readonly [string, string],
): SpooledStatement {
  const { type, modality } = entry;
  const properties: StatementProperties = {
    id: `${dataSet}:${slug}`,
    dataSet,
    type,
    subject,
    object,
    modality,
  };
  for (const name of QUALIFIERS) {
    const value = entry[name];
    if (value !== undefined) properties[name] = value;
  }
  return { properties, passages: entry.refs, conflict: entry.conflict };
}

/** A figure that is given among the statements instead of at its entity. */
export function expandFigureStatement(dataSet: string, entry: FigureStatementEntry): SpooledStatement {
  const { subject, note } = entry;
  const id = `${dataSet}:${entry.id ?? figureSlug(subject, entry)}`;
  return {
    properties: withoutGaps({
      id,
      dataSet,
      subject,
      modality: entry.modality ?? 'stated',
      note,
      ...figureProperties(entry),
    }) as StatementProperties,
    passages: entry.refs,
    conflict: entry.conflict,
  };
}
