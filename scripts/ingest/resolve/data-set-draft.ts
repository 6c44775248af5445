import type { EntityLabel } from '../../../server/contract/vocabulary.ts';
import { ENTITY_LABELS } from '../../../server/contract/vocabulary.ts';
import { INGEST_LIMITS } from '../limits.ts';
import { createLineSpool } from '../spool/line-spool.ts';
import type { LineSpool } from '../spool/line-spool.ts';
import { createPartitionSpool } from '../spool/partition-spool.ts';
import type { PartitionSpool } from '../spool/partition-spool.ts';
import type { TemporaryFolder } from '../spool/temporary-folder.ts';
import type { DataSetEntry, DocumentEntry, FieldEntry } from '../validate/entry-schemas.ts';
import { createIdIndex } from './id-index.ts';
import type { IdIndex } from './id-index.ts';
import type { Reference, SpooledStatement } from './statement-record.ts';

/** What is known of the entities of a data set while its statements stream by: a few bytes each. */
export interface EntityIndex {
  add(id: string, label: EntityLabel): void;
  labelOf(id: string): EntityLabel | undefined;
  /** One more relationship at this entity. */
  countLink(id: string): void;
  /** Relationships of the data set at this entity; 0 for one it does not know. */
  linksOf(id: string): number;
  ids(): IterableIterator<string>;
  size(): number;
}

/** A data set that is being read: the header, compact indexes, and the statements spooled aside. */
export interface DataSetDraft {
  header: DataSetEntry;
  /** False until a file gave the header. */
  hasHeader: boolean;
  readonly fields: FieldEntry[];
  readonly documents: Map<string, DocumentEntry>;
  readonly entities: EntityIndex;
  readonly passages: Map<string, number>;
  readonly passageTexts: LineSpool;
  /** Ids of entities and documents, to find duplicates. */
  readonly entityIds: IdIndex;
  readonly statementIds: IdIndex;
  /** The ids of the statements that share a conflict. */
  readonly conflicts: Map<string, string[]>;
  /** Statements about an entity itself, by subject. */
  readonly aboutEntities: PartitionSpool<SpooledStatement>;
  /** Statements that relate two entities, by the id of their relationship. */
  readonly relations: PartitionSpool<SpooledStatement>;
}

/**
 * @param id until a file gives another one
 * @param name for the temporary files
 */
export function createDataSetDraft(id: string, folder: TemporaryFolder, name: string): DataSetDraft {
  const partitions = INGEST_LIMITS.partitions;
  const memoryBytes = INGEST_LIMITS.spoolMemoryBytes;
  return {
    header: { id, title: id, shores: [] },
    hasHeader: false,
    fields: [],
    documents: new Map(),
    entities: createEntityIndex(),
    passages: new Map(),
    passageTexts: createLineSpool(folder, `${name}-passages`, memoryBytes),
    entityIds: createIdIndex(),
    statementIds: createIdIndex(),
    conflicts: new Map(),
    aboutEntities: createPartitionSpool({ folder, name: `${name}-entities`, partitions, memoryBytes }),
    relations: createPartitionSpool({ folder, name: `${name}-relations`, partitions, memoryBytes }),
  };
}

/** A passage as it is spooled: the reference, and where it was given. */
export interface PlacedReference extends Reference {
  readonly file: number;
  readonly line: number;
}

/** The place a passage stands for. The passage must be known. */
export function referenceOf(draft: DataSetDraft, passage: string): Reference {
  const number = draft.passages.get(passage);
  if (number === undefined) throw new Error(`The passage ${passage} was not resolved.`);
  const { file: _file, line: _line, ...reference } = placedReference(draft, number);
  return reference;
}

/** The passage of that number, from 0. */
export function placedReference(draft: DataSetDraft, number: number): PlacedReference {
  return JSON.parse(draft.passageTexts.get(number)) as PlacedReference;
}

function createEntityIndex(): EntityIndex {
  const numbers = new Map<string, number>();
  let labels = new Uint8Array(1 << 10);
  let links = new Uint32Array(1 << 10);
  return {
    add(id, label) {
      if (numbers.has(id)) return;
      const number = numbers.size;
      if (number >= labels.length) {
        labels = enlarge(labels, new Uint8Array(labels.length * 2));
        links = enlarge(links, new Uint32Array(links.length * 2));
      }
      labels[number] = ENTITY_LABELS.indexOf(label);
      numbers.set(id, number);
    },
    labelOf(id) {
      const number = numbers.get(id);
      return number === undefined ? undefined : ENTITY_LABELS[labels[number] ?? 0];
    },
    countLink(id) {
      const number = numbers.get(id);
      if (number !== undefined) links[number] = (links[number] ?? 0) + 1;
    },
    linksOf(id) {
      return links[numbers.get(id) ?? -1] ?? 0;
    },
    ids: () => numbers.keys(),
    size: () => numbers.size,
  };
}

function enlarge<T extends Uint8Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
