import type { StartOf } from '../project/holds.ts';
import { projectEntity } from '../project/project-entity.ts';
import { projectRelationship } from '../project/project-relationship.ts';
import type { Properties, StatementRecord } from '../resolve/statement-record.ts';
import type { ChangeSet } from './change-set.ts';
import { createChangeSet } from './change-set.ts';
import { relationshipIdOf } from './desired-groups.ts';
import type { RelationshipEnds } from './existing-graph.ts';
import type { BatchContext } from './load-batches.ts';
import { foreignIds, otherDataSets, pick } from './load-batches.ts';

type Write = (changes: ChangeSet) => Promise<void>;

/**
 * Takes out what left the data set: statements, and the relationships and entities that no statement of another data
 * set carries. Each statement goes in one transaction with what it carried, so that a killed run leaves nothing that
 * the next one cannot find; entities go last, when nothing is tied to them any more.
 */
export async function retract(context: BatchContext, write: Write, batchRows: number): Promise<void> {
  const { draft, existing } = context;
  const gone = await listGone(context, batchRows);
  const entities: StatementRecord[] = [];
  for (let at = 0; at < gone.length; at += batchRows) {
    const records = [...(await existing.statements(gone.slice(at, at + batchRows))).values()];
    entities.push(...records.filter((record) => record.properties.type === 'ENTITY'));
    await write(
      await planGoneStatements(
        records.filter((record) => record.properties.type !== 'ENTITY'),
        context,
      ),
    );
  }
  for (let at = 0; at < entities.length; at += batchRows) {
    await write(await planGoneEntities(entities.slice(at, at + batchRows), context));
  }
  await write(await planGoneDocuments(await existing.listDocuments(draft.header.id), context));
}

/** The ids in the database that the data set does not have. Not even asked for when the numbers agree. */
async function listGone({ draft, existing }: BatchContext, pageRows: number): Promise<string[]> {
  const dataSet = draft.header.id;
  const gone: string[] = [];
  if ((await existing.countStatements(dataSet)) === draft.statementIds.size()) return gone;
  const limit = Math.max(pageRows, 20_000);
  for (let after = ''; ;) {
    const page = await existing.listStatements(dataSet, after, limit);
    for (const id of page) if (!draft.statementIds.has(id)) gone.push(id);
    if (page.length < limit) return gone;
    after = page.at(-1) ?? '';
  }
}

async function planGoneStatements(
  records: readonly StatementRecord[],
  context: BatchContext,
): Promise<ChangeSet> {
  const { draft, existing, foreign, counts, starts } = context;
  const dataSet = draft.header.id;
  const changes = createChangeSet();
  const ends = new Map<string, RelationshipEnds>();
  for (const { properties } of records) {
    changes.statements.remove.push(properties.id);
    counts.statements.deleted += 1;
    if (typeof properties['object'] === 'string') {
      const id = relationshipIdOf(properties);
      ends.set(id, { id, source: properties.subject, target: properties['object'], anchor: 'source' });
    }
  }
  const removed = new Set(changes.statements.remove);
  const found = await existing.relationships([...ends.values()]);
  const others = await foreign.byId([...found.values()].flatMap((one) => foreignIds(one, dataSet)));
  const startOf = (of: string): StartOf =>
    of === dataSet ? (entity) => starts.get(entity) : foreign.startOf(of);
  for (const [id, properties] of found) {
    const statements = properties['statements'] as readonly string[];
    // A relationship that the data set still states was written anew before and does not name the statement.
    if (!statements.some((statement) => removed.has(statement))) continue;
    const place = ends.get(id) as RelationshipEnds;
    const left = pick(others, foreignIds(properties, dataSet));
    if (left.length === 0) {
      changes.relationships.remove.push(place);
      counts.relationships.deleted += 1;
    } else {
      const { properties: next } = projectRelationship(id, left, startOf, foreign.witnessOf);
      changes.relationships.update.push({ ends: place, properties: next });
      counts.relationships.updated += 1;
    }
  }
  return changes;
}

async function planGoneEntities(
  records: readonly StatementRecord[],
  context: BatchContext,
): Promise<ChangeSet> {
  const { draft, existing, foreign, counts } = context;
  const changes = createChangeSet();
  const gone = records.map((record) => record.properties.subject);
  const found = await existing.entities(gone.filter((id) => draft.entities.labelOf(id) === undefined));
  const shared = [...found].filter(
    ([, entity]) => otherDataSets(entity.properties, draft.header.id).length > 0,
  );
  const others = await foreign.about(shared.map(([id]) => id));
  for (const { properties } of records) {
    changes.statements.remove.push(properties.id);
    counts.statements.deleted += 1;
  }
  for (const id of found.keys()) {
    const left = projectEntity(id, others.get(id) ?? [], foreign.witnessOf);
    if (left === null) {
      changes.entities.remove.push(id);
      counts.entities.deleted += 1;
    } else {
      changes.entities.update.push(left.properties);
      counts.entities.updated += 1;
    }
  }
  return changes;
}

async function planGoneDocuments(cited: readonly string[], context: BatchContext): Promise<ChangeSet> {
  const { draft, existing, counts } = context;
  const changes = createChangeSet();
  const gone = cited.filter((id) => !draft.documents.has(id));
  for (const [id, { properties }] of await existing.entities(gone)) {
    const others = otherDataSets(properties, draft.header.id);
    if (others.length === 0) {
      changes.entities.remove.push(id);
      counts.documents.deleted += 1;
    } else {
      const left: Properties = { ...properties, dataSets: others };
      changes.entities.update.push(left);
      counts.documents.updated += 1;
    }
  }
  return changes;
}
