import { AppError } from '../app-error.ts';
import { edgeIndexOf, nodeIndexOf } from '../topology/topology.ts';
import type { LoadedGraph } from './load-graph.ts';

function shorten(id: string): string {
  return id.length > 100 ? `${id.slice(0, 100)}…` : id;
}

/** @throws AppError unknown-id */
export function requireNode({ topology }: LoadedGraph, id: string): number {
  const node = nodeIndexOf(topology, id);
  if (node < 0) throw new AppError('unknown-id', `No entity has the id "${shorten(id)}".`);
  return node;
}

/** @throws AppError unknown-id */
export function requireEdge({ topology }: LoadedGraph, id: string): number {
  const edge = edgeIndexOf(topology, id);
  if (edge < 0) throw new AppError('unknown-id', `No relationship has the id "${shorten(id)}".`);
  return edge;
}

export function unknownId(kind: string, id: string): AppError {
  return new AppError('unknown-id', `No ${kind} has the id "${shorten(id)}".`);
}
