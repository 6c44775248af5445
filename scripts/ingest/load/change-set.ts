import type { WriteCall } from '../../../server/engine/graph-writer.ts';
import type { ProjectedEntity } from '../project/project-entity.ts';
import type { ProjectedRelationship } from '../project/project-relationship.ts';
import { toStatementRow } from '../project/statement-rows.ts';
import type { Properties, StatementRecord } from '../resolve/statement-record.ts';
import type { RelationshipEnds } from './existing-graph.ts';
import type { IngestStatements } from './ingest-statements.ts';

/** Everything one transaction changes. */
export interface ChangeSet {
  readonly entities: {
    readonly create: ProjectedEntity[];
    readonly update: Properties[];
    readonly remove: string[];
  };
  readonly statements: {
    readonly create: StatementRecord[];
    readonly update: Properties[];
    /** Statements whose references are written anew. */
    readonly cite: StatementRecord[];
    readonly remove: string[];
  };
  readonly relationships: {
    readonly create: ProjectedRelationship[];
    readonly update: { readonly ends: RelationshipEnds; readonly properties: Properties }[];
    readonly remove: RelationshipEnds[];
  };
}

export function createChangeSet(): ChangeSet {
  return {
    entities: { create: [], update: [], remove: [] },
    statements: { create: [], update: [], cite: [], remove: [] },
    relationships: { create: [], update: [], remove: [] },
  };
}

/** The calls of one transaction, in an order in which each finds what it needs. */
export function toWriteCalls(changes: ChangeSet, statements: IngestStatements): WriteCall[] {
  const calls: WriteCall[] = [];
  const call = (name: string, parameter: 'rows' | 'ids', values: readonly unknown[]): void => {
    if (values.length > 0) calls.push({ statement: statements.get(name), params: { [parameter]: values } });
  };
  const { entities, relationships } = changes;
  for (const anchor of ['source', 'target'] as const) {
    const chosen = relationships.remove.filter((ends) => ends.anchor === anchor);
    call(
      `delete-relationships-by-${anchor}`,
      'rows',
      chosen.map((ends) => ({ id: ends.id, [anchor]: ends[anchor] })),
    );
  }
  call('delete-statements', 'ids', changes.statements.remove);
  call('delete-entities', 'ids', entities.remove);
  for (const [label, rows] of groupRows(entities.create, (entity) => entity.label)) {
    calls.push({
      statement: statements.createEntities(label),
      params: { rows: rows.map((entity) => entity.properties) },
    });
  }
  call('update-entities', 'rows', entities.update);
  addStatementCalls(changes, call);
  for (const [type, rows] of groupRows(relationships.create, (relationship) => relationship.type)) {
    calls.push({ statement: statements.createRelationships(type), params: { rows: rows.map(toCreateRow) } });
  }
  for (const anchor of ['source', 'target'] as const) {
    const chosen = relationships.update.filter(({ ends }) => ends.anchor === anchor);
    call(
      `update-relationships-by-${anchor}`,
      'rows',
      chosen.map(({ ends, properties }) => ({ id: ends.id, [anchor]: ends[anchor], properties })),
    );
  }
  return calls;
}

function addStatementCalls(
  changes: ChangeSet,
  call: (name: string, parameter: 'rows' | 'ids', values: readonly unknown[]) => void,
): void {
  const { create, update, cite } = changes.statements;
  const cited: { properties: Properties; document: string; reference: Properties }[] = [];
  const uncited: Properties[] = [];
  const references: { statement: string; document: string; properties: Properties }[] = [];
  for (const record of create) {
    const { properties, references: all } = toStatementRow(record);
    const [first, ...others] = all;
    if (first === undefined) uncited.push(properties);
    else cited.push({ properties, document: first.document, reference: first.properties });
    for (const other of others) references.push({ statement: properties.id, ...other });
  }
  for (const record of cite) {
    const row = toStatementRow(record);
    for (const reference of row.references) references.push({ statement: row.properties.id, ...reference });
  }
  call('create-statements', 'rows', uncited);
  call('create-cited-statements', 'rows', cited);
  call('update-statements', 'rows', update);
  call(
    'delete-references',
    'ids',
    cite.map((record) => record.properties.id),
  );
  call('create-references', 'rows', references);
}

function toCreateRow({ source, target, properties }: ProjectedRelationship) {
  return { source, target, properties };
}

function groupRows<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
