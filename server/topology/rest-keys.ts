import type { PathQuery } from './found-path.ts';
import { createMinHeap, leastKeyOf, popItem, pushItem } from './min-heap.ts';
import type { MinHeap } from './min-heap.ts';
import type { PathKey } from './path-key.ts';
import type { StopCheck } from './stop-check.ts';
import type { Topology } from './topology.ts';

/** The nodes of a query by what they are to it. */
export interface Roles {
  isEnd(node: number): boolean;
  /** Bit of a node that must be passed, 0 of the others. */
  bitOf(node: number): number;
  /** The bits of all of them. */
  readonly all: number;
}

/**
 * For each state, a node together with the `through` nodes seen up to it, the least key of a walk from there to an end
 * that sees the rest of them. A walk may repeat nodes, so that this is a lower bound for paths. Found by Dijkstra's
 * algorithm from the ends against the direction of walking, as far as one asks.
 */
export interface RestKeys {
  readonly topology: Topology;
  readonly query: PathQuery;
  readonly roles: Roles;
  readonly key: PathKey;
  readonly check: StopCheck;
  /** By node and seen bits; exact below the least key of the heap, Infinity where nothing was seen yet. */
  readonly keys: Float64Array;
  readonly heap: MinHeap;
  nodesSeen: number;
  /** Relationships looked at. */
  steps: number;
}

export function createRestKeys(
  topology: Topology,
  query: PathQuery,
  roles: Roles,
  key: PathKey,
  check: StopCheck,
): RestKeys {
  const states = roles.all + 1;
  const keys = new Float64Array(topology.nodeCount * states).fill(Infinity);
  const heap = createMinHeap();
  for (const end of query.ends)
    pushItem(heap, (keys[end * states + roles.all] = 0), end * states + roles.all);
  return { topology, query, roles, key, check, keys, heap, nodesSeen: query.ends.length, steps: 0 };
}

function relax(rest: RestKeys, node: number, seen: number, edge: number, step: number): void {
  const { query, roles, key, keys, heap } = rest;
  const state = node * (roles.all + 1) + seen;
  const sum = step + key.scale * query.weights.edgeCost(edge);
  if (sum >= (keys[state] as number) || roles.isEnd(node) || !query.mask.edge(edge)) return;
  const bit = roles.bitOf(node);
  if (bit === 0 ? node !== query.from && !query.mask.node(node) : (seen & bit) === 0) return;
  if (keys[state] === Infinity) rest.nodesSeen += 1;
  keys[state] = sum;
  pushItem(heap, sum, state);
}

function settleNext(rest: RestKeys): void {
  const { topology, query, roles, key, keys, heap } = rest;
  const { inOffsets, inSources, inEdges, outOffsets, targets, degrees } = topology;
  const states = roles.all + 1;
  const least = leastKeyOf(heap);
  const state = popItem(heap);
  const node = Math.floor(state / states);
  if (least > (keys[state] as number) || node === query.from) return;
  const seen = (state % states) & ~roles.bitOf(node);
  const step = least + key.ofHop + (roles.isEnd(node) ? 0 : key.scale * query.weights.nodeCost(node));
  const inEnd = inOffsets[node + 1] as number;
  for (let place = inOffsets[node] as number; place < inEnd; place += 1)
    relax(rest, inSources[place] as number, seen, inEdges[place] as number, step);
  const outEnd = query.walk === 'any' ? (outOffsets[node + 1] as number) : 0;
  for (let edge = outOffsets[node] as number; edge < outEnd; edge += 1)
    relax(rest, targets[edge] as number, seen, edge, step);
  const steps = (degrees[node] as number) + 1;
  rest.steps += steps;
  rest.check.after(steps);
}

/** Goes on until everything is exact, so many relationships were looked at, or it is told to stop. */
export function settle(rest: RestKeys, steps = Infinity): void {
  while (rest.heap.size > 0 && rest.steps < steps && !rest.check.isStopped) settleNext(rest);
}

/** The key of a state, or what is certain of it so far. */
export function restKeyOf({ keys, heap, roles }: RestKeys, node: number, seen: number): number {
  return Math.min(keys[node * (roles.all + 1) + seen] as number, leastKeyOf(heap));
}
