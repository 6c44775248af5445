import { at, sourceOf } from '../../topology/topology.ts';
import type { Topology } from '../../topology/topology.ts';

/** A relationship by its ends. */
export function nameHop(topology: Topology, edge: number): string {
  return `${topology.captions[sourceOf(topology, edge)]} – ${topology.captions[at(topology.targets, edge)]}`;
}

/** A path by what it passes, its ends included. */
export function nameNodes(topology: Topology, nodes: readonly number[]): string {
  return nodes.map((node) => topology.captions[node]).join(' – ');
}

/** `one passage`, `3 passages`. */
export function countOf(number: number, thing: string): string {
  return number === 1 ? `one ${thing}` : `${number} ${thing}s`;
}
