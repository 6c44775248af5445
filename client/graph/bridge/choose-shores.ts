import type { GraphNode } from '../../../server/contract/graph.ts';
import { labelOf, textOf } from '../read-node.ts';

/** The two shores: those the data set names, else the two countries with most organisations; null = no bridge. */
export function chooseShores(
  named: readonly string[],
  nodes: readonly GraphNode[],
): readonly [string, string] | null {
  const [first, second] = named;
  if (first !== undefined && second !== undefined) return [first, second];
  const counts = new Map<string, number>();
  for (const node of nodes) {
    const country = labelOf(node) === 'Organisation' ? textOf(node, 'country') : undefined;
    if (country !== undefined) counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  const largest = [...counts]
    .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([country]) => country);
  return largest[0] !== undefined && largest[1] !== undefined ? [largest[0], largest[1]] : null;
}
