import type { GraphEdge, GraphNode } from '../../../server/contract/graph.ts';

/** What the layered layout draws: paths alone, from the starts on the left to the ends on the right. */
export interface LayeredSource {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly starts: readonly string[];
  readonly ends: readonly string[];
  /** The paths in the order of their rank, as ids in walking order; none = the columns follow the hops from the starts. */
  readonly walks: readonly { readonly nodes: readonly string[]; readonly edges: readonly string[] }[];
  /** The one walk is the nearest miss. */
  readonly isMiss?: boolean;
}

/** Things by id, each once, in the order of their first mention. */
export function uniqueById<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  const unique = new Map<string, T>();
  for (const item of items) if (!unique.has(item.id)) unique.set(item.id, item);
  return [...unique.values()];
}
