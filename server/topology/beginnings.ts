import type { FoundPath, PathQuery } from './found-path.ts';
import { createOrderedQueue } from './ordered-queue.ts';
import type { PathKey } from './path-key.ts';
import type { StopCheck } from './stop-check.ts';
import type { Topology } from './topology.ts';

/** The beginning of a path: one step more than its parent. */
interface Beginning {
  readonly parent: Beginning | null;
  readonly node: number;
  readonly edge: number;
  readonly hops: number;
  /** `through` nodes seen, as bits. */
  readonly seen: number;
  /** Key of the steps so far. */
  readonly done: number;
  /** Least key of a path that begins like this. */
  readonly least: number;
}

/** What lies between a node and the ends, `seen` being the `through` nodes passed up to it. */
export interface WaysOn {
  isEnd(node: number): boolean;
  /** Bit of a node that must be passed, 0 of the others. */
  bitOf(node: number): number;
  /** The bits of all of them. */
  readonly all: number;
  /** Lower bound of the key from the node on; Infinity where nothing leads on. */
  restOf(node: number, seen: number): number;
  /** Lower bound of the hops. */
  hopsOf(node: number, seen: number): number;
}

export interface Growth {
  readonly topology: Topology;
  readonly query: PathQuery;
  readonly key: PathKey;
  readonly ways: WaysOn;
  readonly check: StopCheck;
}

/** The beginning step by step, the start first. */
function stepsOf(beginning: Beginning): Beginning[] {
  const steps: Beginning[] = [];
  for (let one: Beginning | null = beginning; one; one = one.parent) steps[one.hops] = one;
  return steps;
}

/** By key, then step by step; what begins another comes before it. */
function compareBeginnings(a: Beginning, b: Beginning): number {
  if (a.least !== b.least) return a.least - b.least;
  const others = stepsOf(b);
  for (const one of stepsOf(a).slice(0, others.length)) {
    const other = others[one.hops] as Beginning;
    const order = one.node - other.node || one.edge - other.edge;
    if (order !== 0) return order;
  }
  return a.hops - b.hops;
}

function isOn(beginning: Beginning, node: number): boolean {
  for (let one: Beginning | null = beginning; one; one = one.parent) if (one.node === node) return true;
  return false;
}

interface Offer {
  least: number;
  node: number;
  edge: number;
}

/** Takes a step into account: keeps the first of those after `floor`. */
function offer(
  { query, key, ways }: Growth,
  parent: Beginning,
  floor: Offer,
  best: Offer,
  node: number,
  edge: number,
): void {
  const isEnd = ways.isEnd(node);
  const seen = ways.all === 0 ? 0 : parent.seen | ways.bitOf(node);
  const rest = isEnd ? (seen === ways.all ? 0 : Infinity) : ways.restOf(node, seen);
  if (rest === Infinity || parent.hops + 1 + (isEnd ? 0 : ways.hopsOf(node, seen)) > query.maxHops) return;
  if (!query.mask.edge(edge) || isOn(parent, node)) return;
  const { edgeCost, nodeCost } = query.weights;
  const least = parent.done + key.ofHop + key.scale * (edgeCost(edge) + (isEnd ? 0 : nodeCost(node))) + rest;
  if ((least - floor.least || node - floor.node || edge - floor.edge) <= 0) return;
  if (best.edge >= 0 && (least - best.least || node - best.node || edge - best.edge) >= 0) return;
  best.least = least;
  best.node = node;
  best.edge = edge;
}

/** The first step on from a beginning, or the first after the one that led to `before`. */
function nextStep(growth: Growth, parent: Beginning, before: Beginning | null): Beginning | null {
  const { topology, query, key, ways } = growth;
  const { outOffsets, targets, inOffsets, inSources, inEdges } = topology;
  const floor = before ?? { least: -1, node: -1, edge: -1 };
  const best: Offer = { least: 0, node: -1, edge: -1 };
  const outEnd = outOffsets[parent.node + 1] as number;
  for (let edge = outOffsets[parent.node] as number; edge < outEnd; edge += 1)
    offer(growth, parent, floor, best, targets[edge] as number, edge);
  const inEnd = query.walk === 'any' ? (inOffsets[parent.node + 1] as number) : 0;
  for (let place = inOffsets[parent.node] as number; place < inEnd; place += 1)
    offer(growth, parent, floor, best, inSources[place] as number, inEdges[place] as number);
  growth.check.after((topology.degrees[parent.node] as number) + 1);
  const { least, node, edge } = best;
  if (edge < 0) return null;
  const seen = parent.seen | ways.bitOf(node);
  const stepCost = query.weights.edgeCost(edge) + (ways.isEnd(node) ? 0 : query.weights.nodeCost(node));
  const done = parent.done + key.ofHop + key.scale * stepCost;
  return { parent, node, edge, hops: parent.hops + 1, seen, done, least };
}

function toPath({ query }: Growth, end: Beginning): FoundPath {
  const steps = stepsOf(end).slice(1);
  const { hopCost, edgeCost, nodeCost } = query.weights;
  let cost = hopCost * (steps.length - 1);
  for (const { node, edge } of steps) cost += edgeCost(edge) + (node === end.node ? 0 : nodeCost(node));
  return {
    nodes: [query.from, ...steps.map((one) => one.node)],
    edges: steps.map((one) => one.edge),
    cost,
  };
}

/**
 * Paths in the order of their key, then of their steps: always grows the beginning that promises most (A* over
 * beginnings). Each one is followed by its first step on and, in its parent's stead, by the next step after its own, so
 * that the queue holds two beginnings for each one looked at, however many relationships a node has.
 * @param most stops after as many
 */
export function listByBeginnings(growth: Growth, most: number): FoundPath[] {
  const { query, ways, check } = growth;
  const seen = ways.bitOf(query.from);
  const least = ways.restOf(query.from, seen);
  const queue = createOrderedQueue(compareBeginnings);
  const paths: FoundPath[] = [];
  if (least === Infinity || ways.hopsOf(query.from, seen) > query.maxHops) return paths;
  queue.push({ parent: null, node: query.from, edge: -1, hops: 0, seen, done: 0, least });
  for (let first = queue.pop(); first && paths.length < most; first = queue.pop()) {
    // As long as the first step on costs nothing more, it comes before whatever else there is.
    const followed: Beginning[] = [];
    for (let one: Beginning | null = first; one;) {
      followed.push(one);
      const isWhole = ways.isEnd(one.node);
      const next: Beginning | null = isWhole ? null : nextStep(growth, one, null);
      if (check.isStopped) return paths;
      if (isWhole) paths.push(toPath(growth, one));
      else if (next && next.least > one.least) queue.push(next);
      one = next && next.least === one.least ? next : null;
    }
    if (paths.length === most) break;
    for (const one of followed) {
      const sibling = one.parent && nextStep(growth, one.parent, one);
      if (sibling) queue.push(sibling);
    }
    if (check.isStopped) return paths;
  }
  return paths;
}
