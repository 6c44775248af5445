import { independentDocumentsOf } from '../topology/edge-facts.ts';
import { at } from '../topology/topology.ts';
import type { Topology } from '../topology/topology.ts';
import type { FoundPath } from '../topology/found-path.ts';

/** What one relationship is worth: less when disputed or only planned, more with independent documents. */
function weighEdge(topology: Topology, edge: number): number {
  const documents = Math.max(1, independentDocumentsOf(topology, edge));
  const isStated = topology.modalityNames[at(topology.modalities, edge)] === 'stated';
  const isDisputed = at(topology.disputed, edge) === 1;
  return (1 - 0.3 / documents) * (isStated ? 1 : 0.25) * (isDisputed ? 0.5 : 1);
}

/**
 * How much a path explains, above 0 and at most 1: the product over its relationships of (1 − 0.3 / independent
 * documents), a quarter of it where not stated, half where disputed, and over the entities it passes through of
 * 1 / (1 + log10(relationships)), for what is related to everything explains little. Six decimals.
 */
export function scorePath(topology: Topology, path: FoundPath): number {
  let score = 1;
  for (const edge of path.edges) score *= weighEdge(topology, edge);
  for (const node of path.nodes.slice(1, -1))
    score /= 1 + Math.log10(Math.max(1, at(topology.degrees, node)));
  return Math.round(score * 1_000_000) / 1_000_000;
}
