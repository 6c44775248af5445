import { holdDuring } from './edge-facts.ts';
import { labelMaskOf } from './topology.ts';
import type { DaySpan, Evidence, Topology } from './topology.ts';

/** What may be walked. Everything left out means: no restriction. */
export interface WalkFilter {
  /** Relationship types that count; unknown names match nothing. */
  readonly types?: ReadonlySet<string> | undefined;
  readonly excludeTypes?: ReadonlySet<string> | undefined;
  readonly modalities?: ReadonlySet<string> | undefined;
  /** Keeps an edge that holds on at least one of these days. */
  readonly asOf?: DaySpan | undefined;
  /** Independent documents an edge needs at least. */
  readonly minDocuments?: number | undefined;
  /** Passages an edge needs at least. */
  readonly minPassages?: number | undefined;
  /** As if these documents were not there: an edge goes whose documents are all among them. */
  readonly withoutDocuments?: ReadonlySet<string> | undefined;
  /** Nodes that carry one of these labels are not passed through; as an end they stay. */
  readonly hubLabels?: Iterable<string> | undefined;
  /** Nodes that are not passed through. */
  readonly excludedNodes?: ReadonlySet<number> | undefined;
}

type EdgeSet = Pick<ReadonlySet<number>, 'has'>;

export interface WalkMask {
  /** True when `edge` is true of every edge: then it need not be asked. */
  readonly keepsEveryEdge: boolean;
  edge(edge: number): boolean;
  /** May a path pass through this node? */
  node(node: number): boolean;
  /** The same without a few more edges. */
  without(edges: EdgeSet): WalkMask;
}

/** 1 where an item is kept; null when all are, so that nothing is looked up. */
function tableOf<T>(items: readonly T[], keep: ((item: T) => boolean) | null): Uint8Array | null {
  if (!keep) return null;
  const table = new Uint8Array(items.length);
  let kept = 0;
  items.forEach((item, code) => {
    if (!keep(item)) return;
    table[code] = 1;
    kept += 1;
  });
  return kept === items.length ? null : table;
}

function keepEvidence(topology: Topology, filter: WalkFilter): ((evidence: Evidence) => boolean) | null {
  const { minDocuments = 0, minPassages = 0, withoutDocuments } = filter;
  if (minDocuments <= 0 && minPassages <= 0 && withoutDocuments === undefined) return null;
  const isWithout = topology.documentIds.map((id) => withoutDocuments?.has(id) ?? false);
  return ({ independent, passages, documents }) =>
    independent >= minDocuments &&
    passages >= minPassages &&
    (documents.length === 0 || documents.some((place) => isWithout[place] === false));
}

/** 1 where a code is kept, null where all are; by column. */
interface MaskTables {
  readonly isType: Uint8Array | null;
  readonly isModality: Uint8Array | null;
  readonly isEvidence: Uint8Array | null;
  readonly isSpan: Uint8Array | null;
  readonly hubMask: number;
  /** By node: 1 = excluded. */
  readonly isExcluded: Uint8Array | null;
}

/** Every mask is one kind of object, so that hot loops need not look for what to call. */
class TableMask implements WalkMask {
  readonly keepsEveryEdge: boolean;
  private readonly topology: Topology;
  private readonly tables: MaskTables;
  private readonly leftOut: EdgeSet | null;

  constructor(topology: Topology, tables: MaskTables, leftOut: EdgeSet | null) {
    const { isType, isModality, isEvidence, isSpan } = tables;
    this.topology = topology;
    this.tables = tables;
    this.leftOut = leftOut;
    this.keepsEveryEdge = !isType && !isModality && !isEvidence && !isSpan && !leftOut;
  }

  edge(edge: number): boolean {
    const { types, modalities, evidenceCodes, spanCodes } = this.topology;
    const { isType, isModality, isEvidence, isSpan } = this.tables;
    return (
      (isModality === null || isModality[modalities[edge] as number] === 1) &&
      (isType === null || isType[types[edge] as number] === 1) &&
      (isEvidence === null || isEvidence[evidenceCodes[edge] as number] === 1) &&
      (isSpan === null || isSpan[spanCodes[edge] as number] === 1) &&
      (this.leftOut === null || !this.leftOut.has(edge))
    );
  }

  node(node: number): boolean {
    const { hubMask, isExcluded } = this.tables;
    return (
      (hubMask === 0 || ((this.topology.labelBits[node] as number) & hubMask) === 0) &&
      (isExcluded === null || isExcluded[node] === 0)
    );
  }

  without(edges: EdgeSet): WalkMask {
    const { leftOut } = this;
    const both = leftOut ? { has: (edge: number) => leftOut.has(edge) || edges.has(edge) } : edges;
    return new TableMask(this.topology, this.tables, both);
  }
}

function excludedTable(topology: Topology, nodes: ReadonlySet<number> | undefined): Uint8Array | null {
  if (nodes === undefined || nodes.size === 0) return null;
  const table = new Uint8Array(topology.nodeCount);
  for (const node of nodes) table[node] = 1;
  return table;
}

/** Turns names into table look-ups, once a search. */
export function createWalkMask(topology: Topology, filter: WalkFilter): WalkMask {
  const { types, excludeTypes, modalities, asOf } = filter;
  const keepType =
    types || excludeTypes
      ? (name: string) => (types?.has(name) ?? true) && !(excludeTypes?.has(name) ?? false)
      : null;
  const tables = {
    isType: tableOf(topology.typeNames, keepType),
    isModality: tableOf(topology.modalityNames, modalities ? (name) => modalities.has(name) : null),
    isEvidence: tableOf(topology.evidence, keepEvidence(topology, filter)),
    isSpan: tableOf(topology.spans, asOf ? (spans) => holdDuring(spans, asOf) : null),
    hubMask: labelMaskOf(topology, filter.hubLabels ?? []),
    isExcluded: excludedTable(topology, filter.excludedNodes),
  };
  return new TableMask(topology, tables, null);
}
