import { connectExactly } from './connect-exactly.ts';
import { connectRoughly } from './connect-roughly.ts';
import type { LinkQuery } from './connect-roughly.ts';
import type { WalkMask } from './edge-mask.ts';
import type { SearchOutcome } from './found-path.ts';
import type { PathWeights } from './path-weights.ts';
import { createStopCheck } from './stop-check.ts';
import type { StopCheck } from './stop-check.ts';
import { sourceOf } from './topology.ts';
import type { Topology } from './topology.ts';

export interface ConnectQuery {
  /** Two to eight different nodes; exempt from the mask's node test. */
  readonly ends: readonly number[];
  readonly mask: WalkMask;
  readonly weights: PathWeights;
  /** Two ends are connected when a walk of so many hops leads from one to the other, whatever its direction. */
  readonly maxHops: number;
  /** Asked every few thousand steps; true gives up. */
  readonly shouldStop: () => boolean;
}

export interface Connection {
  /** Ascending, the connected ends among them. */
  readonly nodes: readonly number[];
  /** Ascending; they make a tree. */
  readonly edges: readonly number[];
  /** The ends that the tree connects, in the order in which they were given: none, or at least two. */
  readonly connected: readonly number[];
  readonly unconnected: readonly number[];
  /** Of the unconnected: `none` at any length, `too-far` within maxHops; `found` when there are none. */
  readonly outcome: SearchOutcome;
}

/** Work that an exact answer may take: nodes and edges, for each set of ends. About a second. */
const MOST_EXACT_WORK = 4_000_000;

interface Reached {
  readonly ends: readonly number[];
  /** True when the hops were used up before everything was seen. */
  readonly isCut: boolean;
}

/** The ends within maxHops of one of them, itself included; null when told to stop. */
function findReached(
  topology: Topology,
  query: ConnectQuery,
  start: number,
  check: StopCheck,
): Reached | null {
  const { mask, maxHops } = query;
  const { outOffsets, targets, inOffsets, inSources, inEdges, degrees } = topology;
  const isSeen = new Uint8Array(topology.nodeCount);
  const isEnd = (node: number): boolean => query.ends.includes(node);
  let level = [start];
  isSeen[start] = 1;
  for (let hop = 0; hop < maxHops && level.length > 0; hop += 1) {
    const next: number[] = [];
    const visit = (node: number, edge: number): void => {
      if (isSeen[node] === 1 || !mask.edge(edge) || !(mask.node(node) || isEnd(node))) return;
      isSeen[node] = 1;
      next.push(node);
    };
    for (const node of level) {
      const outEnd = outOffsets[node + 1] as number;
      for (let edge = outOffsets[node] as number; edge < outEnd; edge += 1)
        visit(targets[edge] as number, edge);
      const inEnd = inOffsets[node + 1] as number;
      for (let place = inOffsets[node] as number; place < inEnd; place += 1)
        visit(inSources[place] as number, inEdges[place] as number);
      if (check.after((degrees[node] as number) + 1)) return null;
    }
    level = next;
  }
  return { ends: query.ends.filter((end) => isSeen[end] === 1), isCut: level.length > 0 };
}

interface Group {
  readonly ends: readonly number[];
  readonly isCut: boolean;
}

/** The largest set of ends that hang together, the one of the earliest end among equals; null when told to stop. */
function findLargestGroup(topology: Topology, query: ConnectQuery, check: StopCheck): Group | null {
  const { ends } = query;
  const groupOf = ends.map((_, place) => place);
  let isCut = false;
  for (const [place, end] of ends.entries()) {
    const reached = findReached(topology, query, end, check);
    if (!reached) return null;
    isCut ||= reached.isCut;
    const joined = new Set(reached.ends.map((other) => groupOf[ends.indexOf(other)]));
    groupOf.forEach((group, other) => {
      if (joined.has(group)) groupOf[other] = groupOf[place] as number;
    });
  }
  const groups = [...new Set(groupOf)].map((group) => ends.filter((_, place) => groupOf[place] === group));
  const size = Math.max(...groups.map((group) => group.length));
  return { ends: groups.find((group) => group.length === size) ?? [], isCut };
}

function nodesOf(topology: Topology, edges: readonly number[]): number[] {
  const nodes = edges.flatMap((edge) => [sourceOf(topology, edge), topology.targets[edge] as number]);
  return [...new Set(nodes)].sort((a, b) => a - b);
}

/**
 * The small subgraph that connects several nodes: a Steiner tree by the costs of paths, a node between the ends
 * counting half for each relationship of the tree that it has. Exact where ends and graph are few and small, within
 * twice the least cost elsewhere, and always the same. Where not all hang together, it connects the largest group.
 */
export function connectEnds(topology: Topology, query: ConnectQuery): Connection {
  const check = createStopCheck(query.shouldStop);
  const group = findLargestGroup(topology, query, check);
  const connected = group && group.ends.length > 1 ? group.ends : [];
  const unconnected = query.ends.filter((end) => !connected.includes(end));
  const nothing = { nodes: [], edges: [], connected: [], unconnected: query.ends };
  if (!group) return { ...nothing, outcome: 'stopped' };
  const outcome = unconnected.length === 0 ? 'found' : group.isCut ? 'too-far' : 'none';
  if (connected.length === 0) return { ...nothing, outcome };
  const links: LinkQuery = { ...query, ends: connected, avoid: unconnected };
  const rough = connectRoughly(topology, links, check);
  if (!rough) return { ...nothing, outcome: 'stopped' };
  const work = 2 ** (connected.length - 1) * (topology.nodeCount + topology.edgeCount);
  const exact = work <= MOST_EXACT_WORK ? connectExactly(topology, links, check) : rough;
  const edges = [...(exact ?? rough)].sort((a, b) => a - b);
  return {
    nodes: nodesOf(topology, edges),
    edges,
    connected,
    unconnected,
    outcome: exact ? outcome : 'stopped',
  };
}
