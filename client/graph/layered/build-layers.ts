import type { GraphEdge } from '../../../server/contract/graph.ts';
import { assignColumns, type Columns } from './assign-columns.ts';
import type { LayeredSource } from './layered-source.ts';
import { orderColumns, type Tie } from './order-columns.ts';

/** A relationship with the keys of all it touches from left to right: its ends and the gates it passes between them. */
export interface Strand {
  readonly edge: GraphEdge;
  readonly keys: readonly string[];
}

export interface Layers {
  readonly columnOf: Columns;
  /** Keys of entities and gates, from top to bottom. */
  readonly columns: readonly (readonly string[])[];
  readonly strands: readonly Strand[];
}

/** Where a long line passes a column. */
function gateKey(edge: GraphEdge, column: number): string {
  return `${edge.id} ${column}`;
}

function strandOf(edge: GraphEdge, columnOf: Columns): Strand {
  const [source, target] = [columnOf.get(edge.source) ?? 0, columnOf.get(edge.target) ?? 0];
  const [left, right] = source <= target ? [edge.source, edge.target] : [edge.target, edge.source];
  const [low, high] = source <= target ? [source, target] : [target, source];
  const gates = Array.from({ length: Math.max(0, high - low - 1) }, (_, place) =>
    gateKey(edge, low + 1 + place),
  );
  return { edge, keys: [left, ...gates, right] };
}

/** Parallel lines pass a column at one gate, beside each other, so that they stay together. */
function bundled(strand: Strand, first: Strand): Strand {
  return { edge: strand.edge, keys: first.keys };
}

/** Entities and the gates of long lines in columns, ordered so that few lines cross. */
export function buildLayers(source: LayeredSource): Layers {
  const columnOf = assignColumns(source);
  const firstOfPair = new Map<string, Strand>();
  const strands = source.edges.map((edge) => {
    const pair = [edge.source, edge.target].toSorted().join(' ');
    const first = firstOfPair.get(pair);
    if (first) return bundled(strandOf(edge, columnOf), first);
    const strand = strandOf(edge, columnOf);
    firstOfPair.set(pair, strand);
    return strand;
  });
  const count = Math.max(0, ...columnOf.values()) + 1;
  const columns: string[][] = Array.from({ length: count }, () => []);
  for (const { id } of source.nodes) columns[columnOf.get(id) ?? 0]?.push(id);
  const ties: Tie[][] = Array.from({ length: count - 1 }, () => []);
  for (const { keys } of firstOfPair.values()) {
    const from = columnOf.get(keys[0] ?? '') ?? 0;
    keys.slice(1, -1).forEach((key, place) => columns[from + 1 + place]?.push(key));
    if (from === columnOf.get(keys.at(-1) ?? '')) continue;
    keys.slice(1).forEach((key, place) => ties[from + place]?.push([keys[place] ?? '', key]));
  }
  return { columnOf, columns: orderColumns(columns, ties), strands };
}
