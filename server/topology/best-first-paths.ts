import type { FoundPath, PathAnswer, PathQuery, SearchOutcome } from './found-path.ts';
import { createOrderedQueue } from './ordered-queue.ts';
import { createPathKey } from './path-key.ts';
import type { PathKey, Rank } from './path-key.ts';
import { findRestKeys, rolesOf } from './rest-keys.ts';
import type { RestKeys, Roles } from './rest-keys.ts';
import { createStopCheck } from './stop-check.ts';
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

interface Context {
  readonly topology: Topology;
  readonly query: PathQuery;
  readonly roles: Roles;
  readonly key: PathKey;
  readonly rest: RestKeys;
  /** Least hops to an end. */
  readonly hopsLeft: RestKeys;
  readonly check: StopCheck;
}

function compareSteps(a: Beginning, b: Beginning): number {
  return a.node - b.node || a.edge - b.edge;
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
    const order = compareSteps(one, others[one.hops] as Beginning);
    if (order !== 0) return order;
  }
  return a.hops - b.hops;
}

function isOn(beginning: Beginning | null, node: number): boolean {
  for (let one = beginning; one; one = one.parent) if (one.node === node) return true;
  return false;
}

/** One step further, null where it leads nowhere in the hops that are left. */
function extend(context: Context, parent: Beginning, node: number, edge: number): Beginning | null {
  const { query, roles, key, rest, hopsLeft } = context;
  const isEnd = roles.isEnd[node] === 1;
  const seen = parent.seen | (roles.bitOf[node] as number);
  const remaining = isEnd ? (seen === roles.all ? 0 : Infinity) : rest.of(node, seen);
  const hops = parent.hops + 1;
  if (remaining === Infinity || isOn(parent, node) || !query.mask.edge(edge)) return null;
  if (hops + (isEnd ? 0 : hopsLeft.of(node, seen)) > query.maxHops) return null;
  const { edgeCost, nodeCost } = query.weights;
  const done = parent.done + key.ofHop + key.scale * (edgeCost(edge) + (isEnd ? 0 : nodeCost(node)));
  return { parent, node, edge, hops, seen, done, least: done + remaining };
}

function comesBefore(a: Beginning, b: Beginning | null): boolean {
  return b === null || a.least < b.least || (a.least === b.least && compareSteps(a, b) < 0);
}

/** The first extension of a beginning, or the first after another one of the same beginning. */
function nextAfter(context: Context, parent: Beginning, before: Beginning | null): Beginning | null {
  const { topology, query } = context;
  const { outOffsets, targets, inOffsets, inSources, inEdges } = topology;
  let best: Beginning | null = null;
  const offer = (node: number, edge: number): void => {
    const one = extend(context, parent, node, edge);
    if (one && comesBefore(one, best) && (before === null || comesBefore(before, one))) best = one;
  };
  const outEnd = outOffsets[parent.node + 1] as number;
  for (let edge = outOffsets[parent.node] as number; edge < outEnd; edge += 1)
    offer(targets[edge] as number, edge);
  const inEnd = query.walk === 'any' ? (inOffsets[parent.node + 1] as number) : 0;
  for (let place = inOffsets[parent.node] as number; place < inEnd; place += 1)
    offer(inSources[place] as number, inEdges[place] as number);
  context.check.after((topology.degrees[parent.node] as number) + 1);
  return best;
}

function toPath(end: Beginning, cost: number): FoundPath {
  const steps = stepsOf(end);
  return {
    nodes: steps.map((one) => one.node),
    edges: steps.slice(1).map((one) => one.edge),
    cost,
  };
}

function costOf(query: PathQuery, end: Beginning): number {
  let cost = query.weights.hopCost * (end.hops - 1) + query.weights.edgeCost(end.edge);
  for (let one = end.parent; one?.parent; one = one.parent)
    cost += query.weights.edgeCost(one.edge) + query.weights.nodeCost(one.node);
  return cost;
}

function listPaths(context: Context, most: number): FoundPath[] {
  const { query, roles, rest, check } = context;
  const seen = roles.bitOf[query.from] as number;
  const least = rest.of(query.from, seen);
  const queue = createOrderedQueue(compareBeginnings);
  const paths: FoundPath[] = [];
  if (least < Infinity && context.hopsLeft.of(query.from, seen) <= query.maxHops) {
    queue.push({ parent: null, node: query.from, edge: -1, hops: 0, seen, done: 0, least });
  }
  for (let one = queue.pop(); one && paths.length < most && !check.isStopped; one = queue.pop()) {
    const sibling = one.parent && nextAfter(context, one.parent, one);
    if (sibling) queue.push(sibling);
    if (roles.isEnd[one.node] === 1) {
      paths.push(toPath(one, costOf(query, one)));
      continue;
    }
    const child = nextAfter(context, one, null);
    if (child) queue.push(child);
  }
  return paths;
}

/**
 * The k best paths that pass all of `through`, by growing the beginning that promises most (A* over beginnings of
 * paths). What a beginning promises is a lower bound that lets walks repeat nodes; so the order is exact, but where
 * only such walks lead on, many beginnings may be looked at: the problem is NP-hard.
 */
export function listBestFirst(topology: Topology, query: PathQuery, k: number, rank: Rank): PathAnswer {
  const check = createStopCheck(query.shouldStop);
  const roles = rolesOf(topology, query);
  const answer = (outcome: SearchOutcome, paths: readonly FoundPath[], nodesSeen: number): PathAnswer => ({
    reach: {
      outcome,
      hops: paths.reduce((least, path) => Math.min(least, path.edges.length), query.maxHops),
      nodesSeen,
    },
    paths: paths.slice(0, k),
    hasMore: paths.length > k,
  });
  const free = { ...query.weights, edgeCost: () => 0, nodeCost: () => 0 };
  const hopsLeft = findRestKeys(
    topology,
    { ...query, weights: free },
    roles,
    { rank, ofHop: 1, scale: 1 },
    check,
  );
  const key = createPathKey(rank, query.weights);
  const rest = hopsLeft && findRestKeys(topology, query, roles, key, check);
  if (!hopsLeft || !rest) return answer('stopped', [], 0);
  const paths = listPaths({ topology, query, roles, key, rest, hopsLeft, check }, k + 1);
  const isReachable = rest.of(query.from, roles.bitOf[query.from] as number) < Infinity;
  const found = paths.length > 0 ? 'found' : isReachable ? 'too-far' : 'none';
  return answer(check.isStopped ? 'stopped' : found, paths, rest.nodesSeen);
}
