import { at, labelMaskOf } from './topology.ts';
import type { DaySpan, Topology } from './topology.ts';

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

function codeTable(names: readonly string[], keep: (name: string) => boolean): Uint8Array {
  const table = new Uint8Array(names.length);
  for (let code = 0; code < names.length; code += 1) table[code] = keep(names[code] as string) ? 1 : 0;
  return table;
}

/** True when the edge holds on at least one day of the span. */
export function holdsDuring(topology: Topology, edge: number, span: DaySpan): boolean {
  const start = at(topology.holdsOffsets, edge);
  const end = at(topology.holdsOffsets, edge + 1);
  if (start === end) return true;
  for (let place = start; place < end; place += 2) {
    if (at(topology.holds, place) <= span.to && at(topology.holds, place + 1) >= span.from) return true;
  }
  return false;
}

/** Turns names into table look-ups, once a search. */
export function createWalkMask(topology: Topology, filter: WalkFilter): WalkMask {
  const { types, excludeTypes, modalities, asOf, excludedNodes } = filter;
  const isType = codeTable(
    topology.typeNames,
    (name) => (types?.has(name) ?? true) && !(excludeTypes?.has(name) ?? false),
  );
  const isModality = codeTable(topology.modalityNames, (name) => modalities?.has(name) ?? true);
  const minDocuments = filter.minDocuments ?? 0;
  const hubMask = labelMaskOf(topology, filter.hubLabels ?? []);
  return {
    edge: (edge) =>
      at(isType, at(topology.types, edge)) === 1 &&
      at(isModality, at(topology.modalities, edge)) === 1 &&
      at(topology.documents, edge) >= minDocuments &&
      (asOf === undefined || holdsDuring(topology, edge, asOf)),
    node: (node) => (at(topology.labelBits, node) & hubMask) === 0 && !(excludedNodes?.has(node) ?? false),
  };
}
