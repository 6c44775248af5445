import type { GraphEdge, GraphNode } from '../../server/contract/graph.ts';

/** What an entity is: its label without `Entity`. */
export function labelOf(node: GraphNode): string {
  return node.labels.find((label) => label !== 'Entity') ?? 'Entity';
}

/** A property that is one text; undefined where it is missing or of another type. */
export function textOf(item: GraphNode | GraphEdge, name: string): string | undefined {
  const value = item.properties[name];
  return typeof value === 'string' ? value : undefined;
}

/** A property that is a list of texts; empty where it is missing. */
export function textsOf(item: GraphNode | GraphEdge, name: string): readonly string[] {
  const value = item.properties[name];
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return [];
  return value.filter((entry): entry is string => typeof entry === 'string');
}

/** A property that is a number; undefined where it is missing. */
export function numberOf(item: GraphNode | GraphEdge, name: string): number | undefined {
  const value = item.properties[name];
  return typeof value === 'number' ? value : undefined;
}

export function isFlagged(item: GraphNode | GraphEdge, name: string): boolean {
  return item.properties[name] === true;
}

/** The modality of what is said; `stated` where nothing else is. */
export function modalityOf(item: GraphNode | GraphEdge): string {
  return textOf(item, 'modality') ?? 'stated';
}
