import type { GraphWriter } from '../../../server/engine/graph-writer.ts';
import type { Witness } from '../../../server/evidence/independence.ts';
import { documentProperties, mergeDocument } from '../project/project-document.ts';
import type { DataSetDraft } from '../resolve/data-set-draft.ts';
import type { Properties } from '../resolve/statement-record.ts';
import type { BoundedHeap } from '../spool/bounded-heap.ts';
import type { SortedDigest } from '../spool/sorted-digest.ts';
import type { ChangeSet } from './change-set.ts';
import { createChangeSet, toWriteCalls } from './change-set.ts';
import type { EntityStarts, StatementGroup } from './desired-groups.ts';
import { entityGroups, inBatches, relationshipGroups } from './desired-groups.ts';
import type { ExistingGraph } from './existing-graph.ts';
import { createExistingGraph } from './existing-graph.ts';
import { createForeignStatements } from './foreign-statements.ts';
import type { IngestStatements } from './ingest-statements.ts';
import type { BatchContext } from './load-batches.ts';
import { labelClash, otherDataSets, planEntities, planRelationships } from './load-batches.ts';
import { createLoadCounts } from './load-report.ts';
import type { LoadCounts } from './load-report.ts';
import { retract } from './retract.ts';
import { sameProperties } from './same-properties.ts';

export interface LoadOptions {
  readonly writer: GraphWriter;
  readonly statements: IngestStatements;
  /** Rows a transaction holds, about. */
  readonly batchRows: number;
  readonly heap: BoundedHeap;
  readonly revision: SortedDigest;
  /** Called with the number of statements that are written. */
  readonly progress: (statements: number) => void;
}

export interface LoadedDataSet {
  readonly counts: LoadCounts;
  readonly revision: string;
  /** The DataSet node was written. */
  readonly isHeaderChanged: boolean;
}

/**
 * Makes the database say what the data set says, batch by batch, each in one transaction: documents, entities,
 * relationships, then what left the data set goes, and the DataSet node is written last. Only differences are written,
 * so a second run writes nothing, and a run that was killed is completed by the next.
 */
export async function loadDataSet(draft: DataSetDraft, options: LoadOptions): Promise<LoadedDataSet> {
  const { writer, statements, batchRows, revision } = options;
  const existing = createExistingGraph(writer, statements);
  const counts = createLoadCounts();
  const isFresh = await existing.isEmpty();
  const write = async (changes: ChangeSet): Promise<void> => {
    const calls = toWriteCalls(changes, statements);
    if (calls.length > 0) await writer.write(calls);
  };
  const witnesses = await loadDocuments(draft, existing, write, counts);
  const starts: EntityStarts = new Map();
  const foreign = createForeignStatements(existing, draft.header.id, witnesses);
  const context: BatchContext = { draft, existing, foreign, starts, counts, isFresh };
  const done = createCounter(options);
  await eachBatch(entityGroups(draft, revision, starts), batchRows, isFresh, done, async (batch) =>
    toWork(await planEntities(batch, context), write),
  );
  await eachBatch(relationshipGroups(draft, revision), batchRows, isFresh, done, async (batch) =>
    toWork(await planRelationships(batch, context), write),
  );
  if (!isFresh) await retract(context, write, batchRows);
  const header = headerProperties(draft, revision.finish(options.heap.check));
  const before = await existing.dataSet(draft.header.id);
  const isHeaderChanged = before === null || !sameProperties(before, header);
  if (isHeaderChanged) {
    await writer.write([
      { statement: statements.get('write-data-set'), params: { id: draft.header.id, properties: header } },
    ]);
  }
  return { counts, revision: String(header['revision']), isHeaderChanged };
}

type Work = () => Promise<void>;

function toWork(changes: ChangeSet, write: (changes: ChangeSet) => Promise<void>): Work {
  return () => write(changes);
}

/** On a fresh database the next batch is prepared while one is written; else each look-up must see the write before. */
async function eachBatch(
  groups: Iterable<StatementGroup>,
  batchRows: number,
  isFresh: boolean,
  done: (statements: number) => void,
  prepare: (batch: readonly StatementGroup[]) => Promise<Work>,
): Promise<void> {
  let underWay: Promise<void> = Promise.resolve();
  for (const batch of inBatches(groups, batchRows)) {
    if (!isFresh) await underWay;
    const work = await prepare(batch);
    await underWay;
    underWay = work();
    // Looked at by the next turn of the loop; until then it may fail without anybody waiting for it.
    underWay.catch(() => undefined);
    done(batch.reduce((sum, group) => sum + group.records.length, 0));
    // Lets the request go out before the processor is busy with the next batch.
    await new Promise((resolve) => setImmediate(resolve));
  }
  await underWay;
}

function createCounter({ progress, heap }: LoadOptions): (more: number) => void {
  let total = 0;
  return (more) => {
    total += more;
    progress(total);
    heap.check();
  };
}

async function loadDocuments(
  draft: DataSetDraft,
  existing: ExistingGraph,
  write: (changes: ChangeSet) => Promise<void>,
  counts: LoadCounts,
): Promise<Map<string, Witness>> {
  const dataSet = draft.header.id;
  const witnesses = new Map<string, Witness>();
  const found = await existing.entities([...draft.documents.keys()]);
  const changes = createChangeSet();
  for (const document of draft.documents.values()) {
    const before = found.get(document.id);
    const [other] = before === undefined ? [] : otherDataSets(before.properties, dataSet);
    if (before !== undefined && before.label !== 'Document') {
      throw labelClash(document.id, 'Document', before.label, other ?? dataSet);
    }
    const properties = mergeDocument(
      documentProperties(document, dataSet),
      dataSet,
      before?.properties ?? null,
    );
    const { agency, publisher } = properties as { agency?: string; publisher?: string };
    witnesses.set(document.id, { id: document.id, agency, publisher });
    if (before === undefined) {
      changes.entities.create.push({ label: 'Document', properties });
      counts.documents.created += 1;
    } else if (sameProperties(before.properties, properties)) counts.documents.unchanged += 1;
    else {
      changes.entities.update.push(properties);
      counts.documents.updated += 1;
    }
  }
  await write(changes);
  return witnesses;
}

/** Fields as `id|Caption`, in the order of the data set; without any, those its entities name are not repeated here. */
function headerProperties(draft: DataSetDraft, revision: string): Properties {
  const { id, title, shores } = draft.header;
  return { id, title, shores, fields: draft.fields.map((field) => `${field.id}|${field.caption}`), revision };
}
