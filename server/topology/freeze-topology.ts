import type { EdgeStore } from './edge-store.ts';
import { byCodeUnit, byNumbers, sortTable } from './intern-names.ts';
import { sharedUint16, sharedUint32, sharedUint8 } from './shared-arrays.ts';
import type { Codes, DaySpan, Evidence, Topology } from './topology.ts';

export interface SortedNodes {
  readonly ids: readonly string[];
  readonly captions: readonly string[];
  readonly labelNames: readonly string[];
  readonly labelBits: Uint32Array;
}

/** @returns for each key where its items begin, and at the end how many there are */
function offsetsOf(keys: Uint8Array | Uint32Array, keyCount: number): Uint32Array {
  const offsets = sharedUint32(keyCount + 1);
  for (const key of keys) offsets[key + 1] = (offsets[key + 1] as number) + 1;
  for (let key = 0; key < keyCount; key += 1)
    offsets[key + 1] = (offsets[key + 1] as number) + (offsets[key] as number);
  return offsets;
}

/** The items of `order` in ascending order of key; equal keys keep their order (counting sort). */
function orderBy(
  order: Uint32Array,
  keys: Uint8Array | Uint32Array,
  keyCount: number,
  newCodes?: Uint32Array,
): Uint32Array {
  const mapped = newCodes ? keys.map((key) => newCodes[key] as number) : keys;
  const next = offsetsOf(mapped, keyCount);
  const sorted = sharedUint32(order.length);
  for (const item of order) {
    const key = mapped[item] as number;
    const place = next[key] as number;
    sorted[place] = item;
    next[key] = place + 1;
  }
  return sorted;
}

function countTo(length: number): Uint32Array {
  const numbers = new Uint32Array(length);
  for (let place = 0; place < length; place += 1) numbers[place] = place;
  return numbers;
}

function countDegrees(outOffsets: Uint32Array, inOffsets: Uint32Array, targets: Uint32Array): Uint32Array {
  const degrees = sharedUint32(outOffsets.length - 1);
  for (let node = 0; node < degrees.length; node += 1) {
    const start = outOffsets[node] as number;
    const end = outOffsets[node + 1] as number;
    let loops = 0;
    for (let edge = start; edge < end; edge += 1) if (targets[edge] === node) loops += 1;
    degrees[node] = end - start + (inOffsets[node + 1] as number) - (inOffsets[node] as number) - loops;
  }
  return degrees;
}

function gather<T extends Uint8Array | Uint32Array>(values: T, order: Uint32Array, into: T): T {
  for (let edge = 0; edge < order.length; edge += 1) into[edge] = values[order[edge] as number] as number;
  return into;
}

function recode<T extends Uint8Array | Codes>(
  codes: Uint8Array | Uint32Array,
  order: Uint32Array,
  newCodes: Uint32Array,
  into: T,
): T {
  for (let edge = 0; edge < order.length; edge += 1)
    into[edge] = newCodes[codes[order[edge] as number] as number] as number;
  return into;
}

const makeCodes = (length: number, tableLength: number): Codes =>
  tableLength > 65_536 ? sharedUint32(length) : sharedUint16(length);

function sortEvidence(store: EdgeStore): {
  evidence: Evidence[];
  documentIds: string[];
  newCodes: Uint32Array;
} {
  const documents = sortTable(store.documentIds, byCodeUnit);
  const rows = store.evidence.map(([independent, passages, places]): Evidence => ({
    independent,
    passages,
    documents: places.map((place) => documents.newCodes[place] as number).sort((a, b) => a - b),
  }));
  const { sorted, newCodes } = sortTable(
    rows,
    (a, b) => a.independent - b.independent || a.passages - b.passages || byNumbers(a.documents, b.documents),
  );
  return { evidence: sorted, documentIds: documents.sorted, newCodes };
}

function toSpans(holds: readonly number[]): DaySpan[] {
  const spans: DaySpan[] = [];
  for (let place = 0; place + 1 < holds.length; place += 2)
    spans.push({ from: holds[place] as number, to: holds[place + 1] as number });
  return spans;
}

/** Puts collected edges in order of source, target, type and role, and their codes in order of what they stand for. */
export function freezeTopology(nodes: SortedNodes, store: EdgeStore, danglingEdges: number): Topology {
  const nodeCount = nodes.ids.length;
  const edgeCount = store.sources.length;
  const types = sortTable(store.typeNames, byCodeUnit);
  const roles = sortTable(store.roleNames, byCodeUnit);
  const spans = sortTable(store.holds, byNumbers);
  const { evidence, documentIds, newCodes: evidenceCodes } = sortEvidence(store);
  // The last key first: each pass keeps the order of the one before.
  let order = orderBy(countTo(edgeCount), store.roles, roles.sorted.length, roles.newCodes);
  order = orderBy(order, store.types, types.sorted.length, types.newCodes);
  order = orderBy(order, store.targets, nodeCount);
  order = orderBy(order, store.sources, nodeCount);
  const outOffsets = offsetsOf(store.sources, nodeCount);
  const sources = gather(store.sources, order, sharedUint32(edgeCount));
  const targets = gather(store.targets, order, sharedUint32(edgeCount));
  const inOffsets = offsetsOf(targets, nodeCount);
  const inEdges = orderBy(countTo(edgeCount), targets, nodeCount);
  return Object.freeze({
    nodeCount,
    edgeCount,
    danglingEdges,
    ...nodes,
    degrees: countDegrees(outOffsets, inOffsets, targets),
    outOffsets,
    targets,
    inOffsets,
    inSources: gather(sources, inEdges, sharedUint32(edgeCount)),
    inEdges,
    types: recode(store.types, order, types.newCodes, sharedUint8(edgeCount)),
    typeNames: types.sorted,
    roles: recode(store.roles, order, roles.newCodes, sharedUint8(edgeCount)),
    roleNames: roles.sorted,
    modalities: gather(store.modalities, order, sharedUint8(edgeCount)),
    modalityNames: store.modalityNames,
    disputed: gather(store.disputed, order, sharedUint8(edgeCount)),
    evidenceCodes: recode(store.evidenceCodes, order, evidenceCodes, makeCodes(edgeCount, evidence.length)),
    evidence,
    documentIds,
    spanCodes: recode(store.spanCodes, order, spans.newCodes, makeCodes(edgeCount, spans.sorted.length)),
    spans: spans.sorted.map(toSpans),
  });
}
