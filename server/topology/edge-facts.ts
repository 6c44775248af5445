import { at } from './topology.ts';
import type { DaySpan, Evidence, Topology } from './topology.ts';

function evidenceOf(topology: Topology, edge: number): Evidence {
  return topology.evidence[at(topology.evidenceCodes, edge)] as Evidence;
}

/** Independent documents that carry the relationship. */
export function independentDocumentsOf(topology: Topology, edge: number): number {
  return evidenceOf(topology, edge).independent;
}

export function passagesOf(topology: Topology, edge: number): number {
  return evidenceOf(topology, edge).passages;
}

/** Ids of the documents that carry the relationship, sorted. */
export function documentIdsOf(topology: Topology, edge: number): readonly string[] {
  return evidenceOf(topology, edge).documents.map((place) => topology.documentIds[place] as string);
}

/** When the relationship holds, ascending; none at all means always. */
export function spansOf(topology: Topology, edge: number): readonly DaySpan[] {
  return topology.spans[at(topology.spanCodes, edge)] as readonly DaySpan[];
}

/** True when one of the spans has a day of the other; no spans at all hold always. */
export function holdDuring(spans: readonly DaySpan[], span: DaySpan): boolean {
  return spans.length === 0 || spans.some(({ from, to }) => from <= span.to && to >= span.from);
}
