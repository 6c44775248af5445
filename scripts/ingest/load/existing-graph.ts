import type { GraphWriter } from '../../../server/engine/graph-writer.ts';
import type { PlainValue } from '../../../server/engine/values.ts';
import type {
  Properties,
  Reference,
  StatementProperties,
  StatementRecord,
} from '../resolve/statement-record.ts';
import type { IngestStatements } from './ingest-statements.ts';

export interface ExistingEntity {
  /** The label beside Entity. */
  readonly label: string;
  readonly properties: Properties & { id: string };
}

/** A relationship's ends, and which of them has fewer relationships: the one to start a look-up at. */
export interface RelationshipEnds {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly anchor: 'source' | 'target';
}

/** What the database holds already. Ids that are not there are left out of the answers. */
export interface ExistingGraph {
  isEmpty(): Promise<boolean>;
  entities(ids: readonly string[]): Promise<Map<string, ExistingEntity>>;
  statements(ids: readonly string[]): Promise<Map<string, StatementRecord>>;
  relationships(ends: readonly RelationshipEnds[]): Promise<Map<string, Properties>>;
  /** Statements of other data sets about these entities themselves. */
  foreignStatementsAbout(subjects: readonly string[], dataSet: string): Promise<StatementRecord[]>;
  countStatements(dataSet: string): Promise<number>;
  /** The ids after `after`, ascending, at most `limit`. */
  listStatements(dataSet: string, after: string, limit: number): Promise<readonly string[]>;
  listDocuments(dataSet: string): Promise<readonly string[]>;
  dataSet(id: string): Promise<Properties | null>;
}

const ABOUT_ENTITIES = ['ENTITY', 'NAME', 'KIND', 'DATE', 'TERM', 'FIGURE'];

export function createExistingGraph(writer: GraphWriter, statements: IngestStatements): ExistingGraph {
  const read = (name: string, params: Record<string, unknown>) => writer.read(statements.get(name), params);
  const texts = (rows: readonly (readonly PlainValue[])[]): string[] => rows.map((row) => String(row[0]));
  const statementsById = async (ids: readonly string[]): Promise<Map<string, StatementRecord>> => {
    if (ids.length === 0) return new Map();
    const rows = await read('read-statements', { ids });
    return new Map(rows.map((row) => [String(row[0]), toRecord(row)]));
  };
  return {
    async isEmpty() {
      return Number((await read('count-nodes', {}))[0]?.[0]) === 0;
    },
    async entities(ids) {
      if (ids.length === 0) return new Map();
      const rows = await read('read-entities', { ids });
      return new Map(rows.map((row) => [String(row[0]), toEntity(row)]));
    },
    statements: statementsById,
    async relationships(ends) {
      const found = new Map<string, Properties>();
      for (const anchor of ['source', 'target'] as const) {
        const rows = ends
          .filter((one) => one.anchor === anchor)
          .map((one) => ({ id: one.id, [anchor]: one[anchor] }));
        if (rows.length === 0) continue;
        for (const [id, properties] of await read(`read-relationships-by-${anchor}`, { rows })) {
          found.set(String(id), properties as Properties);
        }
      }
      return found;
    },
    async foreignStatementsAbout(subjects, dataSet) {
      if (subjects.length === 0) return [];
      const ids = texts(
        await read('list-foreign-statements-about', { subjects, dataSet, types: ABOUT_ENTITIES }),
      );
      return [...(await statementsById(ids)).values()];
    },
    async countStatements(dataSet) {
      return Number((await read('count-statements-of-data-set', { dataSet }))[0]?.[0]);
    },
    listStatements: async (dataSet, after, limit) =>
      texts(await read('list-statements-of-data-set', { dataSet, after, limit })),
    listDocuments: async (dataSet) => texts(await read('list-documents-of-data-set', { dataSet })),
    async dataSet(id) {
      return ((await read('read-data-set', { id }))[0]?.[0] as Properties | undefined) ?? null;
    },
  };
}

function toEntity(row: readonly PlainValue[]): ExistingEntity {
  const labels = row[1] as readonly string[];
  return {
    label: labels.find((label) => label !== 'Entity') ?? 'Entity',
    properties: row[2] as Properties & { id: string },
  };
}

/** The references in the order they were given: by the number at the end of their ids. */
function toRecord(row: readonly PlainValue[]): StatementRecord {
  const documents = row[2] as readonly string[];
  const places = row[3] as readonly (Omit<Reference, 'document'> & { readonly id: string })[];
  const numbered = places.map(({ id, ...place }, at) => ({
    number: Number(id.slice(id.lastIndexOf('@') + 1)),
    reference: { document: documents[at] ?? '', ...place },
  }));
  numbered.sort((a, b) => a.number - b.number);
  return {
    properties: row[1] as StatementProperties,
    references: numbered.map((one) => one.reference),
  };
}
