import type { z } from 'zod';

import type { EntityLabel } from '../../../server/contract/vocabulary.ts';
import type { EntityTable, RawEntry } from '../read/raw-entry.ts';
import { isEntityTable } from '../read/raw-entry.ts';
import { checkEntityOrder, checkPassage, checkRelation } from './check-order.ts';
import type { Complaint } from './check-order.ts';
import {
  dataSetSchema,
  documentSchema,
  entitySchemas,
  fieldSchema,
  figureStatementSchema,
  passageSchema,
  relationStatementSchema,
} from './entry-schemas.ts';
import type {
  DataSetEntry,
  DocumentEntry,
  EntityEntry,
  FieldEntry,
  FigureStatementEntry,
  PassageEntry,
  RelationEntry,
} from './entry-schemas.ts';
import { explainIssue } from './explain-issue.ts';

/** An entry that has the right shape; what it refers to is not looked at yet. */
export type ValidEntry =
  | { readonly kind: 'dataset'; readonly value: DataSetEntry }
  | { readonly kind: 'field'; readonly value: FieldEntry }
  | { readonly kind: 'document'; readonly value: DocumentEntry }
  | { readonly kind: 'passage'; readonly value: PassageEntry }
  | { readonly kind: 'entity'; readonly label: EntityLabel; readonly value: EntityEntry }
  | { readonly kind: 'relation'; readonly value: RelationEntry }
  | { readonly kind: 'figure'; readonly value: FigureStatementEntry };

export type Validation =
  | { readonly entry: ValidEntry; readonly complaints: readonly Complaint[] }
  | { readonly entry: null; readonly complaints: readonly Complaint[] };

/** Checks the shape of one entry and the order of its own dates; pure. */
export function validateEntry(raw: RawEntry, labelOf: (table: EntityTable) => EntityLabel): Validation {
  const { table, value } = raw;
  if (table === 'statements') return validateStatement(value);
  if (isEntityTable(table)) {
    const schema: z.ZodType<unknown> = entitySchemas[table];
    return parse<EntityEntry>(schema, value, (entity) => ({
      entry: { kind: 'entity', label: labelOf(table), value: entity },
      complaints: checkEntityOrder(entity),
    }));
  }
  if (table === 'passages') {
    return parse<PassageEntry>(passageSchema, value, (passage) => ({
      entry: { kind: 'passage', value: passage },
      complaints: checkPassage(passage),
    }));
  }
  if (table === 'documents')
    return parse<DocumentEntry>(documentSchema, value, (document) => plain('document', document));
  if (table === 'fields') return parse<FieldEntry>(fieldSchema, value, (field) => plain('field', field));
  return parse<DataSetEntry>(dataSetSchema, value, (header) => plain('dataset', header));
}

function validateStatement(value: unknown): Validation {
  const type = typeof value === 'object' && value !== null ? (value as { type?: unknown }).type : undefined;
  if (type === 'FIGURE') {
    return parse<FigureStatementEntry>(figureStatementSchema, value, (figure) => plain('figure', figure));
  }
  return parse<RelationEntry>(relationStatementSchema, value, (relation) => ({
    entry: { kind: 'relation', value: relation },
    complaints: checkRelation(relation),
  }));
}

function plain<K extends ValidEntry['kind'], V>(kind: K, value: V): Validation {
  return { entry: { kind, value } as unknown as ValidEntry, complaints: [] };
}

function parse<T>(schema: z.ZodType<unknown>, value: unknown, then: (value: T) => Validation): Validation {
  const parsed = schema.safeParse(value);
  if (parsed.success) return then(parsed.data as T);
  const complaints = parsed.error.issues.map((issue) => ({
    path: issue.path,
    text: explainIssue(issue, value),
  }));
  return { entry: null, complaints };
}
