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

export interface WalkMask {
  edge(edge: number): boolean;
  /** May a path pass through this node? */
  node(node: number): boolean;
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

function edgeTest(topology: Topology, filter: WalkFilter): (edge: number) => boolean {
  const { types, excludeTypes, modalities, asOf } = filter;
  const { types: typeCodes, modalities: modalityCodes, evidenceCodes, spanCodes } = topology;
  const isType = tableOf(
    topology.typeNames,
    types || excludeTypes
      ? (name) => (types?.has(name) ?? true) && !(excludeTypes?.has(name) ?? false)
      : null,
  );
  const isModality = tableOf(topology.modalityNames, modalities ? (name) => modalities.has(name) : null);
  const isEvidence = tableOf(topology.evidence, keepEvidence(topology, filter));
  const isSpan = tableOf(topology.spans, asOf ? (spans) => holdDuring(spans, asOf) : null);
  return (edge) =>
    (isModality === null || isModality[modalityCodes[edge] as number] === 1) &&
    (isType === null || isType[typeCodes[edge] as number] === 1) &&
    (isEvidence === null || isEvidence[evidenceCodes[edge] as number] === 1) &&
    (isSpan === null || isSpan[spanCodes[edge] as number] === 1);
}

function nodeTest(topology: Topology, filter: WalkFilter): (node: number) => boolean {
  const { labelBits } = topology;
  const hubMask = labelMaskOf(topology, filter.hubLabels ?? []);
  const excluded = filter.excludedNodes?.size ? new Uint8Array(topology.nodeCount) : null;
  if (excluded) for (const node of filter.excludedNodes ?? []) excluded[node] = 1;
  return (node) =>
    ((labelBits[node] as number) & hubMask) === 0 && (excluded === null || excluded[node] === 0);
}

/** Turns names into table look-ups, once a search. */
export function createWalkMask(topology: Topology, filter: WalkFilter): WalkMask {
  return { edge: edgeTest(topology, filter), node: nodeTest(topology, filter) };
}
