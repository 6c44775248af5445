import { createGrowableArray } from './growable-array.ts';
import { createInterner } from './intern-names.ts';
import type { Interner } from './intern-names.ts';

/** Edges that have all facts in common but when they hold, which is a column beside their ends. */
export interface EdgeGroup {
  readonly type: string;
  /** Empty: none. */
  readonly role: string;
  readonly modality: string;
  readonly disputed: boolean;
  /** Independent documents. */
  readonly documents: number;
  readonly passages: number;
  readonly documentIds: readonly string[];
  /** Ids of nodes. */
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  /** Pairs of day numbers an edge. */
  readonly holds: readonly (readonly number[])[];
}

/** What relationships rest on before the documents are sorted: independent, passages, documents. */
type EvidenceRow = readonly [independent: number, passages: number, documents: readonly number[]];

/** The edges in the order in which they came, every column by its codes. */
export interface EdgeStore {
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
  readonly types: Uint8Array;
  readonly roles: Uint8Array;
  readonly modalities: Uint8Array;
  readonly disputed: Uint8Array;
  readonly evidenceCodes: Uint32Array;
  readonly spanCodes: Uint32Array;
  readonly typeNames: readonly string[];
  readonly roleNames: readonly string[];
  readonly modalityNames: readonly string[];
  readonly documentIds: readonly string[];
  readonly evidence: readonly EvidenceRow[];
  readonly holds: readonly (readonly number[])[];
}

export interface EdgeCollector {
  readonly length: number;
  /** @param placeOf the place of a node; undefined where there is none, and the edge is left out */
  add(group: EdgeGroup, placeOf: (id: string) => number | undefined): void;
  /** Edges that were left out. */
  readonly dangling: number;
  store(): EdgeStore;
}

const ALWAYS_BEFORE = -2_147_483_648;
const STILL = 2_147_483_647;
const ONE_BYTE = 256;

/** Lists numbered in the order in which they come, equal ones once. */
function createListInterner<T>(): { lists: T[]; codeOf(key: string, make: () => T): number } {
  const lists: T[] = [];
  const codes = new Map<string, number>();
  return {
    lists,
    codeOf(key, make) {
      let code = codes.get(key);
      if (code === undefined) {
        code = lists.push(make()) - 1;
        codes.set(key, code);
      }
      return code;
    },
  };
}

function createEvidenceInterner(documents: Interner) {
  const { lists, codeOf } = createListInterner<EvidenceRow>();
  return {
    rows: lists,
    codeOf: ({ documents: independent, passages, documentIds }: EdgeGroup): number =>
      codeOf(`${independent} ${passages} ${documentIds.join(' ')}`, () => [
        independent,
        passages,
        documentIds.map((id) => documents.codeOf(id)),
      ]),
  };
}

function createColumns() {
  return {
    sources: createGrowableArray((length) => new Uint32Array(length)),
    targets: createGrowableArray((length) => new Uint32Array(length)),
    types: createGrowableArray((length) => new Uint8Array(length)),
    roles: createGrowableArray((length) => new Uint8Array(length)),
    modalities: createGrowableArray((length) => new Uint8Array(length)),
    disputed: createGrowableArray((length) => new Uint8Array(length)),
    evidenceCodes: createGrowableArray((length) => new Uint32Array(length)),
    spanCodes: createGrowableArray((length) => new Uint32Array(length)),
  };
}

/** Pairs that say "always" are the same as none. */
function meaningOf(holds: readonly number[]): readonly number[] {
  return holds.length === 2 && holds[0] === ALWAYS_BEFORE && holds[1] === STILL ? [] : holds;
}

/** The tables behind the codes. @param modalityNames the known modalities, the first one is the plain one */
function createTables(modalityNames: readonly string[]) {
  const documents = createInterner('documents', [], Infinity);
  return {
    types: createInterner('relationship types', [], ONE_BYTE),
    roles: createInterner('roles', [''], ONE_BYTE),
    modalities: createInterner('modalities', modalityNames, ONE_BYTE),
    documents,
    evidence: createEvidenceInterner(documents),
    spans: createListInterner<readonly number[]>(),
  };
}

function toStore(
  columns: ReturnType<typeof createColumns>,
  { types, roles, modalities, documents, evidence, spans }: ReturnType<typeof createTables>,
): EdgeStore {
  return {
    sources: columns.sources.view(),
    targets: columns.targets.view(),
    types: columns.types.view(),
    roles: columns.roles.view(),
    modalities: columns.modalities.view(),
    disputed: columns.disputed.view(),
    evidenceCodes: columns.evidenceCodes.view(),
    spanCodes: columns.spanCodes.view(),
    typeNames: types.names,
    roleNames: roles.names,
    modalityNames: modalities.names,
    documentIds: documents.names,
    evidence: evidence.rows,
    holds: spans.lists,
  };
}

/** @param modalityNames the known modalities, the first one is the plain one */
export function createEdgeCollector(modalityNames: readonly string[]): EdgeCollector {
  const columns = createColumns();
  const tables = createTables(modalityNames);
  let dangling = 0;
  return {
    get length() {
      return columns.sources.length;
    },
    get dangling() {
      return dangling;
    },
    add(group, placeOf) {
      const type = tables.types.codeOf(group.type);
      const role = tables.roles.codeOf(group.role);
      const modality = tables.modalities.codeOf(group.modality);
      const evidenceCode = tables.evidence.codeOf(group);
      for (let row = 0; row < group.sources.length; row += 1) {
        const source = placeOf(group.sources[row] as string);
        const target = placeOf(group.targets[row] as string);
        if (source === undefined || target === undefined) {
          dangling += 1;
          continue;
        }
        const holds = meaningOf(group.holds[row] ?? []);
        columns.sources.push(source);
        columns.targets.push(target);
        columns.types.push(type);
        columns.roles.push(role);
        columns.modalities.push(modality);
        columns.disputed.push(group.disputed ? 1 : 0);
        columns.evidenceCodes.push(evidenceCode);
        columns.spanCodes.push(tables.spans.codeOf(holds.join(' '), () => holds));
      }
    },
    store: () => toStore(columns, tables),
  };
}
