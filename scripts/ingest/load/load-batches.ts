import { AppError } from '../../../server/app-error.ts';
import type { StartOf } from '../project/holds.ts';
import { projectEntity } from '../project/project-entity.ts';
import type { ProjectedEntity } from '../project/project-entity.ts';
import { projectRelationship } from '../project/project-relationship.ts';
import type { DataSetDraft } from '../resolve/data-set-draft.ts';
import type { Properties, StatementRecord } from '../resolve/statement-record.ts';
import type { ChangeSet } from './change-set.ts';
import { createChangeSet } from './change-set.ts';
import type { EntityStarts, StatementGroup } from './desired-groups.ts';
import type { ExistingEntity, ExistingGraph, RelationshipEnds } from './existing-graph.ts';
import type { ForeignStatements } from './foreign-statements.ts';
import type { LoadCounts } from './load-report.ts';
import { planStatements } from './plan-statements.ts';
import { sameProperties } from './same-properties.ts';

export interface BatchContext {
  readonly draft: DataSetDraft;
  readonly existing: ExistingGraph;
  readonly foreign: ForeignStatements;
  readonly starts: EntityStarts;
  readonly counts: LoadCounts;
  /** Nothing was in the database when the load began: nothing needs to be looked up. */
  readonly isFresh: boolean;
}

/** What to write so that these entities and the statements about them are as the data sets say. */
export async function planEntities(
  groups: readonly StatementGroup[],
  context: BatchContext,
): Promise<ChangeSet> {
  const { draft, existing, foreign, isFresh } = context;
  const dataSet = draft.header.id;
  const changes = createChangeSet();
  const found = isFresh
    ? new Map<string, ExistingEntity>()
    : await existing.entities(groups.map((group) => group.id));
  const shared = [...found].filter(([, entity]) => otherDataSets(entity.properties, dataSet).length > 0);
  const others = await foreign.about(shared.map(([id]) => id));
  for (const { id, records } of groups) {
    const desired = projectEntity(id, [...records, ...(others.get(id) ?? [])], foreign.witnessOf);
    if (desired !== null) planEntity(desired, found.get(id), dataSet, changes, context.counts);
  }
  await planGroupStatements(groups, changes, context);
  return changes;
}

function planEntity(
  desired: ProjectedEntity,
  found: ExistingEntity | undefined,
  dataSet: string,
  changes: ChangeSet,
  counts: LoadCounts,
): void {
  if (found === undefined) {
    changes.entities.create.push(desired);
    counts.entities.created += 1;
  } else if (found.label !== desired.label) {
    const [other] = otherDataSets(found.properties, dataSet);
    if (other !== undefined) throw labelClash(desired.properties.id, desired.label, found.label, other);
    changes.entities.remove.push(desired.properties.id);
    changes.entities.create.push(desired);
    counts.entities.updated += 1;
  } else if (sameProperties(found.properties, desired.properties)) counts.entities.unchanged += 1;
  else {
    changes.entities.update.push(desired.properties);
    counts.entities.updated += 1;
  }
}

/** An id can only be one thing; which data set is right is for people to say. */
export function labelClash(id: string, label: string, otherLabel: string, other: string): AppError {
  return new AppError('invalid-body', `${id} is ${label} here and ${otherLabel} in the data set ${other}.`, {
    hint: 'Give one of the two another id; nothing more was written.',
  });
}

/** What to write so that these relationships and their statements are as the data sets say. */
export async function planRelationships(
  groups: readonly StatementGroup[],
  context: BatchContext,
): Promise<ChangeSet> {
  const { draft, existing, foreign, starts, counts, isFresh } = context;
  const dataSet = draft.header.id;
  const changes = createChangeSet();
  const ends = new Map(groups.map((group) => [group.id, endsOf(group, draft)]));
  const found = isFresh ? new Map<string, Properties>() : await existing.relationships([...ends.values()]);
  const others = await foreign.byId([...found.values()].flatMap((one) => foreignIds(one, dataSet)));
  const ownStarts: StartOf = (entity) => starts.get(entity);
  const startOf = (of: string): StartOf => (of === dataSet ? ownStarts : foreign.startOf(of));
  for (const { id, records } of groups) {
    const before = found.get(id);
    const stated =
      before === undefined ? records : [...records, ...pick(others, foreignIds(before, dataSet))];
    const desired = projectRelationship(id, stated, startOf, foreign.witnessOf);
    if (before === undefined) {
      changes.relationships.create.push(desired);
      counts.relationships.created += 1;
    } else if (sameProperties(before, desired.properties)) counts.relationships.unchanged += 1;
    else {
      changes.relationships.update.push({
        ends: ends.get(id) as RelationshipEnds,
        properties: desired.properties,
      });
      counts.relationships.updated += 1;
    }
  }
  await planGroupStatements(groups, changes, context);
  return changes;
}

async function planGroupStatements(
  groups: readonly StatementGroup[],
  changes: ChangeSet,
  { existing, counts, isFresh }: BatchContext,
): Promise<void> {
  const records = groups.flatMap((group) => group.records);
  const found = isFresh
    ? new Map()
    : await existing.statements(records.map((record) => record.properties.id));
  planStatements(records, found, changes, counts);
}

function endsOf(group: StatementGroup, draft: DataSetDraft): RelationshipEnds {
  const statement = group.records[0]?.properties;
  const source = statement?.subject ?? '';
  const target = String(statement?.['object']);
  const anchor = draft.entities.linksOf(source) <= draft.entities.linksOf(target) ? 'source' : 'target';
  return { id: group.id, source, target, anchor };
}

/** The data sets beside this one that state an entity. */
export function otherDataSets(properties: Properties, dataSet: string): readonly string[] {
  return ((properties['dataSets'] ?? []) as readonly string[]).filter((id) => id !== dataSet);
}

/** The statements of other data sets behind a relationship. */
export function foreignIds(relationship: Properties, dataSet: string): readonly string[] {
  const statements = (relationship['statements'] ?? []) as readonly string[];
  return statements.filter((id) => !id.startsWith(`${dataSet}:`));
}

/** The records of these ids that there are. */
export function pick(
  records: ReadonlyMap<string, StatementRecord>,
  ids: readonly string[],
): StatementRecord[] {
  return ids.flatMap((id) => records.get(id) ?? []);
}
