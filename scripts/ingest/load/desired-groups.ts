import { startOfEntity } from '../project/holds.ts';
import { findDateConflicts } from '../project/find-conflicts.ts';
import { canonicalStatement } from '../project/statement-rows.ts';
import type { DataSetDraft } from '../resolve/data-set-draft.ts';
import { referenceOf } from '../resolve/data-set-draft.ts';
import { relationshipId } from '../resolve/statement-ids.ts';
import type { SpooledStatement, StatementProperties, StatementRecord } from '../resolve/statement-record.ts';
import type { SortedDigest } from '../spool/sorted-digest.ts';

/** All statements of a data set that make one entity or one relationship. */
export interface StatementGroup {
  /** Of the entity, or of the relationship. */
  readonly id: string;
  readonly records: readonly StatementRecord[];
}

/** The first days of agreements and events of a data set; filled while its entities pass by. */
export type EntityStarts = Map<string, number>;

/** The statements about entities themselves, one group an entity. */
export function* entityGroups(
  draft: DataSetDraft,
  revision: SortedDigest,
  starts: EntityStarts,
): Generator<StatementGroup> {
  for (const rows of draft.aboutEntities.partitions()) {
    for (const [id, spooled] of groupBy(rows, (row) => row.properties.subject)) {
      const found = findDateConflicts(spooled.map((row) => row.properties));
      const records = spooled.map((row) => toRecord(draft, row, found.get(row.properties.id)));
      const label = records.find((record) => record.properties.type === 'ENTITY')?.properties['label'];
      const dates = records.map((record) => record.properties).filter((one) => one.type === 'DATE');
      const start = startOfEntity(String(label), dates);
      if (start !== undefined) starts.set(id, start);
      for (const record of records) revision.add(record.properties.id, canonicalStatement(record));
      yield { id, records };
    }
  }
}

/** The statements that relate entities, one group a relationship. */
export function* relationshipGroups(draft: DataSetDraft, revision: SortedDigest): Generator<StatementGroup> {
  for (const rows of draft.relations.partitions()) {
    for (const [id, spooled] of groupBy(rows, (row) => relationshipIdOf(row.properties))) {
      const records = spooled.map((row) => toRecord(draft, row, undefined));
      for (const record of records) revision.add(record.properties.id, canonicalStatement(record));
      yield { id, records };
    }
  }
}

/** The id of the relationship a statement belongs to. */
export function relationshipIdOf(statement: StatementProperties): string {
  const { type, subject, object, role } = statement;
  return relationshipId(type, subject, String(object), role as string | undefined);
}

function toRecord(
  draft: DataSetDraft,
  spooled: SpooledStatement,
  found: ReadonlySet<string> | undefined,
): StatementRecord {
  const { properties, passages, conflict } = spooled;
  const others = new Set(found);
  for (const id of conflict === undefined ? [] : (draft.conflicts.get(conflict) ?? [])) others.add(id);
  others.delete(properties.id);
  return {
    properties: others.size === 0 ? properties : { ...properties, conflictsWith: [...others].sort() },
    references: passages.map((passage) => referenceOf(draft, passage)),
  };
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** Gathers groups until they hold about so many rows; a group is never split, it is written whole or not at all. */
export function* inBatches(
  groups: Iterable<StatementGroup>,
  batchRows: number,
): Generator<readonly StatementGroup[]> {
  let batch: StatementGroup[] = [];
  let rows = 0;
  for (const group of groups) {
    batch.push(group);
    rows += 1 + group.records.length;
    if (rows >= batchRows) {
      yield batch;
      batch = [];
      rows = 0;
    }
  }
  if (batch.length > 0) yield batch;
}
