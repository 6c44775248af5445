import { createGrowableArray } from './growable-array.ts';
import { at } from './topology.ts';
import type { Topology } from './topology.ts';

/** Parallel columns of one portion of nodes. */
export interface NodeColumns {
  readonly ids: readonly string[];
  readonly labels: readonly (readonly string[])[];
  readonly captions: readonly string[];
}

/** Parallel columns of one portion of edges; an empty role means none. */
export interface EdgeColumns {
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly types: readonly string[];
  readonly roles: readonly string[];
  readonly modalities: readonly string[];
  readonly documents: readonly number[];
  readonly disputed: readonly boolean[];
  /** Pairs of day numbers an edge. */
  readonly holds: readonly (readonly number[])[];
}

export interface TopologyBuilder {
  /** All nodes come before the first edge. Portions may come in any order. */
  addNodes(columns: NodeColumns): void;
  addEdges(columns: EdgeColumns): void;
  /** Edges taken so far. */
  readonly edgeCount: number;
  build(): Topology;
}

const ALWAYS_BEFORE = -2_147_483_648;
const STILL = 2_147_483_647;

interface Interner {
  readonly names: string[];
  codeOf(name: string): number;
}

function createInterner(known: readonly string[] = []): Interner {
  const names = [...known];
  const codes = new Map(names.map((name, code) => [name, code]));
  return {
    names,
    codeOf(name) {
      let code = codes.get(name);
      if (code === undefined) {
        code = names.length;
        if (code > 255) throw new RangeError('More than 256 relationship types, roles or modalities.');
        codes.set(name, code);
        names.push(name);
      }
      return code;
    },
  };
}

/** Codes in the order of arrival become codes in the order of names, so that engines cannot differ. */
function sortCodes(interner: Interner): { names: string[]; newCodes: Uint8Array } {
  const names = [...interner.names].sort();
  return { names, newCodes: Uint8Array.from(interner.names, (name) => names.indexOf(name)) };
}

function createEdgeStore() {
  return {
    sources: createGrowableArray((length) => new Uint32Array(length)),
    targets: createGrowableArray((length) => new Uint32Array(length)),
    types: createGrowableArray((length) => new Uint8Array(length)),
    roles: createGrowableArray((length) => new Uint8Array(length)),
    modalities: createGrowableArray((length) => new Uint8Array(length)),
    documents: createGrowableArray((length) => new Uint16Array(length)),
    disputed: createGrowableArray((length) => new Uint8Array(length)),
    holdsStarts: createGrowableArray((length) => new Uint32Array(length)),
    holds: createGrowableArray((length) => new Int32Array(length)),
  };
}
type EdgeStore = ReturnType<typeof createEdgeStore>;

interface SortedNodes {
  readonly ids: string[];
  readonly captions: string[];
  readonly labelBits: Uint32Array;
  readonly indexOf: Map<string, number>;
}

function sortNodes(ids: string[], captions: string[], bits: Uint32Array): SortedNodes {
  const order = Array.from(ids, (_, index) => index);
  order.sort((a, b) => ((ids[a] as string) < (ids[b] as string) ? -1 : 1));
  const sorted = order.map((index) => ids[index] as string);
  return {
    ids: sorted,
    captions: order.map((index) => captions[index] as string),
    labelBits: Uint32Array.from(order, (index) => at(bits, index)),
    indexOf: new Map(sorted.map((id, index) => [id, index])),
  };
}

function offsetsOf(keys: Uint32Array, nodeCount: number): Uint32Array {
  const offsets = new Uint32Array(nodeCount + 1);
  for (const key of keys) offsets[key + 1] = at(offsets, key + 1) + 1;
  for (let node = 0; node < nodeCount; node += 1)
    offsets[node + 1] = at(offsets, node + 1) + at(offsets, node);
  return offsets;
}

/** Places of the edges in ascending order of key; equal keys keep their order. */
function orderBy(keys: Uint32Array, offsets: Uint32Array): Uint32Array {
  const next = offsets.slice();
  const order = new Uint32Array(keys.length);
  for (let place = 0; place < keys.length; place += 1) {
    const key = at(keys, place);
    order[at(next, key)] = place;
    next[key] = at(next, key) + 1;
  }
  return order;
}

function orderEdges(
  store: EdgeStore,
  typeCodes: Uint8Array,
  roleCodes: Uint8Array,
  offsets: Uint32Array,
): Uint32Array {
  const order = orderBy(store.sources.view(), offsets);
  const targets = store.targets.view();
  const types = store.types.view();
  const roles = store.roles.view();
  for (let node = 0; node + 1 < offsets.length; node += 1) {
    order
      .subarray(at(offsets, node), at(offsets, node + 1))
      .sort(
        (a, b) =>
          at(targets, a) - at(targets, b) ||
          at(typeCodes, at(types, a)) - at(typeCodes, at(types, b)) ||
          at(roleCodes, at(roles, a)) - at(roleCodes, at(roles, b)),
      );
  }
  return order;
}

function gatherHolds(store: EdgeStore, order: Uint32Array): { holdsOffsets: Uint32Array; holds: Int32Array } {
  const starts = store.holdsStarts.view();
  const all = store.holds.view();
  const holds = new Int32Array(all.length);
  const holdsOffsets = new Uint32Array(order.length + 1);
  let length = 0;
  order.forEach((place, edge) => {
    const end = place + 1 < starts.length ? at(starts, place + 1) : all.length;
    for (let from = at(starts, place); from < end; from += 1) {
      holds[length] = at(all, from);
      length += 1;
    }
    holdsOffsets[edge + 1] = length;
  });
  return { holdsOffsets, holds };
}

function countDegrees(outOffsets: Uint32Array, inOffsets: Uint32Array, targets: Uint32Array): Uint32Array {
  const degrees = new Uint32Array(outOffsets.length - 1);
  for (let node = 0; node < degrees.length; node += 1) {
    const end = at(outOffsets, node + 1);
    let loops = 0;
    for (let edge = at(outOffsets, node); edge < end; edge += 1) if (at(targets, edge) === node) loops += 1;
    degrees[node] = end - at(outOffsets, node) + at(inOffsets, node + 1) - at(inOffsets, node) - loops;
  }
  return degrees;
}

interface Names {
  readonly labels: readonly string[];
  readonly types: Interner;
  readonly roles: Interner;
  readonly modalities: Interner;
}

function freezeTopology(nodes: SortedNodes, store: EdgeStore, names: Names, danglingEdges: number): Topology {
  const nodeCount = nodes.ids.length;
  const types = sortCodes(names.types);
  const roles = sortCodes(names.roles);
  const outOffsets = offsetsOf(store.sources.view(), nodeCount);
  const order = orderEdges(store, types.newCodes, roles.newCodes, outOffsets);
  const sources = Uint32Array.from(order, (place) => at(store.sources.view(), place));
  const targets = Uint32Array.from(order, (place) => at(store.targets.view(), place));
  const inOffsets = offsetsOf(targets, nodeCount);
  const inEdges = orderBy(targets, inOffsets);
  return Object.freeze({
    nodeCount,
    edgeCount: order.length,
    danglingEdges,
    ids: nodes.ids,
    captions: nodes.captions,
    labelNames: names.labels,
    labelBits: nodes.labelBits,
    degrees: countDegrees(outOffsets, inOffsets, targets),
    outOffsets,
    targets,
    inOffsets,
    inSources: Uint32Array.from(inEdges, (edge) => at(sources, edge)),
    inEdges,
    types: Uint8Array.from(order, (place) => at(types.newCodes, at(store.types.view(), place))),
    typeNames: types.names,
    roles: Uint8Array.from(order, (place) => at(roles.newCodes, at(store.roles.view(), place))),
    roleNames: roles.names,
    modalities: Uint8Array.from(order, (place) => at(store.modalities.view(), place)),
    modalityNames: names.modalities.names,
    documents: Uint16Array.from(order, (place) => at(store.documents.view(), place)),
    disputed: Uint8Array.from(order, (place) => at(store.disputed.view(), place)),
    ...gatherHolds(store, order),
  });
}

function pushEdge(store: EdgeStore, names: Names, columns: EdgeColumns, row: number): void {
  store.types.push(names.types.codeOf(columns.types[row] as string));
  store.roles.push(names.roles.codeOf(columns.roles[row] as string));
  store.modalities.push(names.modalities.codeOf(columns.modalities[row] as string));
  store.documents.push(Math.min(columns.documents[row] as number, 65_535));
  store.disputed.push(columns.disputed[row] === true ? 1 : 0);
  store.holdsStarts.push(store.holds.length);
  const holds = columns.holds[row] ?? [];
  if (holds.length === 2 && holds[0] === ALWAYS_BEFORE && holds[1] === STILL) return;
  for (const day of holds) store.holds.push(day);
}

/**
 * Collects columns and turns them into a topology.
 * @param labelNames at most 32, in the order of their bits; other labels are not kept
 * @param modalityNames the known modalities, the first one is the plain one
 */
export function createTopologyBuilder(
  labelNames: readonly string[],
  modalityNames: readonly string[],
): TopologyBuilder {
  const ids: string[] = [];
  const captions: string[] = [];
  const bits = createGrowableArray((length) => new Uint32Array(length));
  const names: Names = {
    labels: labelNames,
    types: createInterner(),
    roles: createInterner(['']),
    modalities: createInterner(modalityNames),
  };
  const store = createEdgeStore();
  let nodes: SortedNodes | null = null;
  let danglingEdges = 0;
  const sorted = (): SortedNodes => (nodes ??= sortNodes(ids, captions, bits.view()));
  return {
    get edgeCount() {
      return store.sources.length;
    },
    addNodes(columns) {
      columns.ids.forEach((id, row) => {
        ids.push(id);
        captions.push(columns.captions[row] ?? id);
        let labelBits = 0;
        for (const label of columns.labels[row] ?? []) {
          const bit = labelNames.indexOf(label);
          if (bit >= 0) labelBits |= 1 << bit;
        }
        bits.push(labelBits);
      });
    },
    addEdges(columns) {
      const { indexOf } = sorted();
      columns.sources.forEach((sourceId, row) => {
        const source = indexOf.get(sourceId);
        const target = indexOf.get(columns.targets[row] as string);
        if (source === undefined || target === undefined) {
          danglingEdges += 1;
          return;
        }
        store.sources.push(source);
        store.targets.push(target);
        pushEdge(store, names, columns, row);
      });
    },
    build: () => freezeTopology(sorted(), store, names, danglingEdges),
  };
}
