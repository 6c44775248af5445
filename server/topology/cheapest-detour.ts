import { addLabel, compareSteps } from './detour-labels.ts';
import type { DetourLabels } from './detour-labels.ts';
import type { PathQuery } from './found-path.ts';
import { leastKeyOf, popItem, pushItem } from './min-heap.ts';
import type { Branch, Detour } from './known-paths.ts';
import type { PathKey } from './path-key.ts';
import { restKeyOf, settle } from './rest-keys.ts';
import type { RestKeys } from './rest-keys.ts';
import type { SearchSpace } from './search-space.ts';
import { forgetMarks } from './stamped-marks.ts';
import type { StopCheck } from './stop-check.ts';

export interface DetourSearch {
  readonly space: SearchSpace;
  readonly query: PathQuery;
  readonly key: PathKey;
  /** What is known of the way from each node to the ends; grows with the searches. */
  readonly rest: RestKeys;
  readonly labels: DetourLabels;
  readonly check: StopCheck;
  /** Relationships looked at. */
  steps: number;
}

/** Hops beside the key in the order of the heap: what comes before another on a path must leave the heap before it. */
const HOPS = 16;
/** A node on the known path: not to be entered. */
const BLOCKED = -2;

function block(space: SearchSpace, branch: Branch): void {
  const { labelled, lastLabel } = space;
  forgetMarks(labelled, 1, space.lastTop);
  for (let one: Branch | null = branch; one; one = one.parent) {
    labelled.marks[one.node] = labelled.base;
    lastLabel[one.node] = BLOCKED;
  }
}

/** Place of a label in the heap: the key it promises at least, then its hops. */
function orderOf({ labels, rest }: DetourSearch, label: number): number {
  const node = labels.node[label] as number;
  const toEnd = rest.roles.isEnd(node) ? 0 : restKeyOf(rest, node, 0);
  return HOPS * ((labels.key[label] as number) + toEnd) + (labels.hops[label] as number);
}

/** Adds a step to a label, unless another label does the same for less. Labels above `limit` are left out. */
function take(search: DetourSearch, from: number, node: number, edge: number, limit: number): void {
  const { space, query, key, rest, labels } = search;
  const { labelled, lastLabel, heap } = space;
  const known = (labelled.marks[node] as number) === labelled.base ? (lastLabel[node] as number) : -1;
  if (known === BLOCKED) return;
  const hops = (labels.hops[from] as number) + 1;
  const isEnd = rest.roles.isEnd(node);
  if (hops + (isEnd ? 0 : 1) > query.maxHops) return;
  if (!query.mask.edge(edge) || !(isEnd || query.mask.node(node))) return;
  const { edgeCost, nodeCost } = query.weights;
  const sum =
    (labels.key[from] as number) + key.ofHop + key.scale * (edgeCost(edge) + (isEnd ? 0 : nodeCost(node)));
  const order = HOPS * (sum + (isEnd ? 0 : restKeyOf(rest, node, 0))) + hops;
  if (order > limit) return;
  for (let label = known; label >= 0; label = labels.sameNode[label] as number) {
    const other = labels.key[label] as number;
    if (other > sum || (labels.hops[label] as number) > hops) continue;
    if (other < sum) return;
    const parent = labels.parent[label] as number;
    if (compareSteps(labels, from, node, edge, parent, node, labels.edge[label] as number) >= 0) return;
    labels.parent[label] = from;
    labels.edge[label] = edge;
    return;
  }
  labelled.marks[node] = labelled.base;
  lastLabel[node] = addLabel(labels, node, edge, hops, sum, from, known);
  pushItem(heap, order, lastLabel[node] as number);
}

function expand(search: DetourSearch, label: number, branch: Branch, limit: number): void {
  const { topology } = search.space;
  const { outOffsets, targets, inOffsets, inSources, inEdges, degrees } = topology;
  const node = search.labels.node[label] as number;
  const taken = label === 0 && branch.taken.size > 0 ? branch.taken : null;
  const outEnd = outOffsets[node + 1] as number;
  for (let edge = outOffsets[node] as number; edge < outEnd; edge += 1)
    if (!taken?.has(edge)) take(search, label, targets[edge] as number, edge, limit);
  const inEnd = search.query.walk === 'any' ? (inOffsets[node + 1] as number) : 0;
  for (let place = inOffsets[node] as number; place < inEnd; place += 1) {
    const edge = inEdges[place] as number;
    if (!taken?.has(edge)) take(search, label, inSources[place] as number, edge, limit);
  }
  const steps = (degrees[node] as number) + 1;
  search.steps += steps;
  search.check.after(steps);
}

function isBefore(labels: DetourLabels, a: number, b: number): boolean {
  const [parentA, parentB] = [labels.parent[a] as number, labels.parent[b] as number];
  const [nodeA, nodeB] = [labels.node[a] as number, labels.node[b] as number];
  const [edgeA, edgeB] = [labels.edge[a] as number, labels.edge[b] as number];
  return compareSteps(labels, parentA, nodeA, edgeA, parentB, nodeB, edgeB) < 0;
}

function toDetour(labels: DetourLabels, end: number): Detour {
  const nodes: number[] = [];
  const edges: number[] = [];
  for (let label = end; label > 0; label = labels.parent[label] as number) {
    nodes.unshift(labels.node[label] as number);
    edges.unshift(labels.edge[label] as number);
  }
  return { key: labels.key[end] as number, nodes, edges };
}

/**
 * The cheapest way from a branch to an end that keeps off the known path and its taken edges: A*, while the search from
 * the ends that tells what to expect grows by as much. Labels at one node are
 * kept side by side where one costs less and the other has fewer hops, because hops are limited; of equal ones the
 * first in the order of steps stays.
 * @param most the key it may have at most
 * @returns null where there is none, or when told to stop
 */
export function findCheapestDetour(search: DetourSearch, branch: Branch, most: number): Detour | null {
  const { space, rest, labels, check } = search;
  const { heap } = space;
  block(space, branch);
  labels.size = 0;
  heap.size = 0;
  addLabel(labels, branch.node, 0, branch.hops, branch.done, -1, -1);
  pushItem(heap, orderOf(search, 0), 0);
  let limit = Math.min(HOPS * most + HOPS - 1, Number.MAX_VALUE);
  let best = -1;
  while (heap.size > 0 && leastKeyOf(heap) <= limit) {
    const promised = leastKeyOf(heap);
    const label = popItem(heap);
    const order = orderOf(search, label);
    if (order > promised) {
      // Meanwhile more is known of the rest: it waits for its turn.
      if (order <= limit) pushItem(heap, order, label);
      continue;
    }
    if (rest.roles.isEnd(labels.node[label] as number)) {
      // The first end has the least key; only others of the same key still count.
      limit = HOPS * (labels.key[label] as number) + HOPS - 1;
      if (best < 0 || isBefore(labels, label, best)) best = label;
      continue;
    }
    expand(search, label, branch, limit);
    // Both directions do the same work.
    settle(rest, search.steps);
    if (check.isStopped) return null;
  }
  return best < 0 ? null : toDetour(labels, best);
}
