import { createGrowableArray } from './growable-array.ts';
import { createInterner } from './intern-names.ts';
import type { Interner } from './intern-names.ts';

/** Parallel columns of one portion of edges; an empty role means none. */
export interface EdgeColumns {
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly types: readonly string[];
  readonly roles: readonly string[];
  readonly modalities: readonly string[];
  /** Independent documents. */
  readonly documents: readonly number[];
  readonly passages: readonly number[];
  readonly documentIds: readonly (readonly string[])[];
  readonly disputed: readonly boolean[];
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
  add(columns: EdgeColumns, row: number, source: number, target: number): void;
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
    codeOf(columns: EdgeColumns, row: number): number {
      const independent = columns.documents[row] as number;
      const passages = columns.passages[row] as number;
      const ids = columns.documentIds[row] ?? [];
      return codeOf(`${independent} ${passages} ${ids.join(' ')}`, () => [
        independent,
        passages,
        ids.map((id) => documents.codeOf(id)),
      ]);
    },
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

/** @param modalityNames the known modalities, the first one is the plain one */
export function createEdgeCollector(modalityNames: readonly string[]): EdgeCollector {
  const columns = createColumns();
  const types = createInterner('relationship types', [], ONE_BYTE);
  const roles = createInterner('roles', [''], ONE_BYTE);
  const modalities = createInterner('modalities', modalityNames, ONE_BYTE);
  const documents = createInterner('documents', [], Infinity);
  const evidence = createEvidenceInterner(documents);
  const spans = createListInterner<readonly number[]>();
  return {
    get length() {
      return columns.sources.length;
    },
    add(given, row, source, target) {
      const holds = meaningOf(given.holds[row] ?? []);
      columns.sources.push(source);
      columns.targets.push(target);
      columns.types.push(types.codeOf(given.types[row] as string));
      columns.roles.push(roles.codeOf(given.roles[row] as string));
      columns.modalities.push(modalities.codeOf(given.modalities[row] as string));
      columns.disputed.push(given.disputed[row] === true ? 1 : 0);
      columns.evidenceCodes.push(evidence.codeOf(given, row));
      columns.spanCodes.push(spans.codeOf(holds.join(' '), () => holds));
    },
    store: () => ({
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
    }),
  };
}
