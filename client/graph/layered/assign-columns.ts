import type { LayeredSource } from './layered-source.ts';

/** The column of each entity, counted from 0; every entity of the source has one. */
export type Columns = ReadonlyMap<string, number>;

function byWalks({ starts, ends, walks }: LayeredSource): Map<string, number> {
  const columns = new Map<string, number>();
  const last = Math.max(1, ...walks.map(({ nodes }) => nodes.length - 1));
  const passed = new Set(walks.flatMap(({ nodes }) => nodes.slice(1, -1)));
  for (const { nodes } of walks) {
    nodes.forEach((id, hop) => columns.set(id, Math.min(hop, columns.get(id) ?? hop)));
  }
  for (const id of ends) if (!passed.has(id)) columns.set(id, last);
  for (const id of starts) columns.set(id, 0);
  return columns;
}

/** Adds the hops from the given entities along the relationships, whatever their direction. */
function walkFrom(
  seeds: readonly string[],
  near: ReadonlyMap<string, readonly string[]>,
  columns: Map<string, number>,
): void {
  let front = seeds.filter((id) => !columns.has(id));
  for (const id of front) columns.set(id, 0);
  for (let hop = 1; front.length > 0; hop += 1) {
    front = [...new Set(front.flatMap((id) => near.get(id) ?? []))].filter((id) => !columns.has(id));
    for (const id of front) columns.set(id, hop);
  }
}

function byHops({ nodes, edges, starts, ends }: LayeredSource): Map<string, number> {
  const near = new Map<string, string[]>();
  for (const { source, target } of edges) {
    near.set(source, [...(near.get(source) ?? []), target]);
    near.set(target, [...(near.get(target) ?? []), source]);
  }
  const columns = new Map<string, number>();
  for (const start of [...starts, ...ends]) walkFrom([start], near, columns);
  for (const { id } of nodes) walkFrom([id], near, columns);
  return columns;
}

/**
 * One column a hop. With paths: an entity stands at its least hop from the start over all of them, the ends to the right
 * of everything unless a path runs on through them. Without: at its least hop from the first start, a part that hangs
 * together with no other one again from the left.
 */
export function assignColumns(source: LayeredSource): Columns {
  const columns = source.walks.length > 0 ? byWalks(source) : byHops(source);
  for (const { id } of source.nodes) if (!columns.has(id)) columns.set(id, 0);
  return columns;
}
