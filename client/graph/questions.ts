import type { GraphNode } from '../../server/contract/graph.ts';
import { yearOf } from './edtf-text.ts';
import { allNodes, type GraphData } from './graph-data.ts';
import { labelOf, textOf } from './read-node.ts';

/** Pairs worth asking about where a data set has them; else the best connected of the two shores. */
const KNOWN_PAIRS: readonly (readonly [string, string])[] = [['DST', 'JSPS']];
/** The year asked for first; where nothing was signed in it, the year with most signatures. */
const KNOWN_YEAR = 2016;

export interface OpeningPair {
  readonly from: GraphNode;
  readonly to: GraphNode;
}

function bestConnected(nodes: readonly GraphNode[], country: string): GraphNode | undefined {
  return nodes
    .filter((node) => textOf(node, 'country') === country)
    .toSorted((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1))[0];
}

/** Two institutions on different shores whose connection makes a good first question; null where there are none. */
export function openingPair(data: GraphData, shores: readonly [string, string] | null): OpeningPair | null {
  const organisations = allNodes(data).filter((node) => labelOf(node) === 'Organisation');
  for (const [left, right] of KNOWN_PAIRS) {
    const from = organisations.find((node) => node.caption === left);
    const to = organisations.find((node) => node.caption === right);
    if (from && to) return { from, to };
  }
  if (!shores) return null;
  const from = bestConnected(organisations, shores[0]);
  const to = bestConnected(organisations, shores[1]);
  return from && to ? { from, to } : null;
}

function signingYear(node: GraphNode): number | null {
  const signed = labelOf(node) === 'Agreement' ? textOf(node, 'signed') : undefined;
  const year = signed === undefined ? null : yearOf(signed);
  return year === null ? null : Math.floor(year);
}

/** Agreements signed in a year, in the order of their dates. */
export function signedIn(data: GraphData, year: number): readonly GraphNode[] {
  return allNodes(data)
    .filter((node) => signingYear(node) === year)
    .toSorted((a, b) => ((textOf(a, 'signed') ?? '') < (textOf(b, 'signed') ?? '') ? -1 : 1));
}

/** A year in which agreements were signed; null where no signature has a date. */
export function openingYear(data: GraphData): number | null {
  const counts = new Map<number, number>();
  for (const node of allNodes(data)) {
    const year = signingYear(node);
    if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  if (counts.has(KNOWN_YEAR)) return KNOWN_YEAR;
  const ranked = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0]);
  return ranked[0]?.[0] ?? null;
}
