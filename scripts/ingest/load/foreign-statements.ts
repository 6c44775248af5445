import { startOfEntity } from '../project/holds.ts';
import type { StartOf } from '../project/holds.ts';
import type { Witness, WitnessOf } from '../../../server/evidence/independence.ts';
import type { StatementProperties, StatementRecord } from '../resolve/statement-record.ts';
import type { ExistingGraph } from './existing-graph.ts';

/**
 * What other data sets in the database say of entities and relationships that this one states too. Each statement is
 * completed from its own data set only, so that the order in which data sets are loaded does not matter.
 */
export interface ForeignStatements {
  /** Statements of other data sets about these entities, by entity. */
  about(subjects: readonly string[]): Promise<Map<string, StatementRecord[]>>;
  /** Statements by id, with what is needed to project them. */
  byId(ids: readonly string[]): Promise<Map<string, StatementRecord>>;
  /** First days of agreements and events by the dates of that data set; only for statements fetched before. */
  startOf(dataSet: string): StartOf;
  witnessOf: WitnessOf;
}

export function createForeignStatements(
  existing: ExistingGraph,
  dataSet: string,
  ownWitnesses: ReadonlyMap<string, Witness>,
): ForeignStatements {
  const witnesses = new Map<string, Witness>(ownWitnesses);
  const starts = new Map<string, number>();
  return {
    async about(subjects) {
      const records = await existing.foreignStatementsAbout(subjects, dataSet);
      await learnWitnesses(records, existing, witnesses);
      const bySubject = new Map<string, StatementRecord[]>();
      for (const record of records) addTo(bySubject, record.properties.subject, record);
      return bySubject;
    },
    async byId(ids) {
      const records = await existing.statements(ids);
      await learnWitnesses(records.values(), existing, witnesses);
      if (records.size > 0) await learnStarts(records.values(), existing, dataSet, starts);
      return records;
    },
    startOf: (of) => (entity) => starts.get(`${of} ${entity}`),
    witnessOf: (document) => witnesses.get(document) ?? { id: document },
  };
}

/** Who stands behind the documents that these statements cite. */
async function learnWitnesses(
  records: Iterable<StatementRecord>,
  existing: ExistingGraph,
  witnesses: Map<string, Witness>,
): Promise<void> {
  const unknown = new Set<string>();
  for (const record of records) {
    for (const { document } of record.references) if (!witnesses.has(document)) unknown.add(document);
  }
  for (const [id, { properties }] of await existing.entities([...unknown])) {
    const { agency, publisher } = properties as { agency?: string; publisher?: string };
    witnesses.set(id, { id, agency, publisher });
  }
}

/** The first days of both ends of these statements, as each data set dates them: `<data set> <entity>` → day. */
async function learnStarts(
  records: Iterable<StatementRecord>,
  existing: ExistingGraph,
  dataSet: string,
  starts: Map<string, number>,
): Promise<void> {
  const ends = new Set<string>();
  for (const { properties } of records) {
    const { subject, object } = properties;
    if (typeof object === 'string') ends.add(subject).add(object);
  }
  const labels = await existing.entities([...ends]);
  const dates = new Map<string, StatementProperties[]>();
  for (const { properties } of await existing.foreignStatementsAbout([...ends], dataSet)) {
    if (properties.type === 'DATE') addTo(dates, `${properties.dataSet} ${properties.subject}`, properties);
  }
  for (const [key, statements] of dates) {
    const label = labels.get(key.slice(key.indexOf(' ') + 1))?.label;
    const start = label === undefined ? undefined : startOfEntity(label, statements);
    if (start !== undefined) starts.set(key, start);
  }
}

function addTo<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
