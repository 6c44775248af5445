import type { PathQuery } from './found-path.ts';
import type { Topology } from './topology.ts';

/** A way found so far: for each of its nodes the one before, towards the middle. */
type FirstWay = ReadonlyMap<number, number>;

interface Search {
  readonly topology: Topology;
  readonly query: PathQuery;
  readonly middle: number;
  readonly isEnd: (node: number) => boolean;
}

/** Nodes beside one, wherever edges point. */
function neighboursOf({ topology, query }: Search, node: number): number[] {
  const { outOffsets, targets, inOffsets, inSources, inEdges } = topology;
  const found: number[] = [];
  for (let edge = outOffsets[node] as number; edge < (outOffsets[node + 1] as number); edge += 1)
    if (query.mask.edge(edge)) found.push(targets[edge] as number);
  for (let place = inOffsets[node] as number; place < (inOffsets[node + 1] as number); place += 1)
    if (query.mask.edge(inEdges[place] as number)) found.push(inSources[place] as number);
  return found;
}

function mayEnter({ query, middle, isEnd }: Search, node: number): boolean {
  const isExempt = node === query.from || isEnd(node) || (query.through?.includes(node) ?? false);
  return node !== middle && (isExempt || query.mask.node(node));
}

/** Breadth first from the middle to the start or an end. */
function findFirstWay(search: Search): { way: FirstWay; last: number } | null {
  const { query, middle, isEnd } = search;
  const before = new Map<number, number>([[middle, middle]]);
  // A map keeps its order and takes what is added while it is walked: it is the queue too.
  for (const node of before.keys()) {
    if (node === query.from || isEnd(node)) {
      const way = new Map<number, number>();
      for (let one = node; one !== middle; one = before.get(one) as number)
        way.set(one, before.get(one) as number);
      return { way, last: node };
    }
    for (const next of neighboursOf(search, node))
      if (!before.has(next) && mayEnter(search, next)) before.set(next, node);
  }
  return null;
}

/**
 * A second way to the other goal. A node of the first way is left only backwards along it, which gives that piece to
 * the second way and lets the first one go on where the second came from.
 */
function hasSecondWay(search: Search, way: FirstWay, last: number): boolean {
  const { query, middle, isEnd } = search;
  const isStartTaken = last === query.from;
  const entered = new Set<number>();
  const left = new Set<number>([middle]);
  const leaveBackwards = (node: number): void => {
    const before = way.get(node) as number;
    if (before !== middle) left.add(before);
  };
  // A set takes what is added while it is walked, like the map above.
  for (const node of left) {
    if (way.has(node)) leaveBackwards(node);
    for (const next of neighboursOf(search, node)) {
      if (entered.has(next) || !mayEnter(search, next) || next === way.get(node)) continue;
      entered.add(next);
      if (next === query.from && !isStartTaken) return true;
      if (isEnd(next)) {
        if (isStartTaken) return true;
        leaveBackwards(last);
      } else if (way.has(next)) leaveBackwards(next);
      else if (next !== query.from) left.add(next);
    }
  }
  return false;
}

/**
 * Do two ways without a common node lead from a node, one to the start and one to an end? Without them no simple path
 * passes it, whatever its length (K. Menger, 1927). Only for walks that go both ways along edges.
 */
export function hasTwoWays(topology: Topology, query: PathQuery, middle: number): boolean {
  const ends = new Set(query.ends);
  if (middle === query.from || ends.has(middle)) return true;
  const search: Search = { topology, query, middle, isEnd: (node) => ends.has(node) };
  const first = findFirstWay(search);
  return first !== null && hasSecondWay(search, first.way, first.last);
}
