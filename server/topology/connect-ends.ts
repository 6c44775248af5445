import { connectExactly } from './connect-exactly.ts';
import { connectRoughly } from './connect-roughly.ts';
import type { LinkQuery } from './connect-roughly.ts';
import type { WalkMask } from './edge-mask.ts';
import type { PathQuery, SearchOutcome } from './found-path.ts';
import { createPathSearch } from './path-search.ts';
import type { PathSearch } from './path-search.ts';
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

interface Group {
  readonly ends: readonly number[];
  /** True when ends outside the group were not reached, but might be with more hops. */
  readonly isCut: boolean;
}

/**
 * The largest set of ends that hang together, the one of the earliest end among equals; null when told to stop. Each end
 * looks for the nearest one that it does not yet hang together with, until there is none: only how far that is matters.
 */
function findLargestGroup(query: ConnectQuery, search: PathSearch, check: StopCheck): Group | null {
  const { ends, mask, weights, maxHops } = query;
  const shouldStop = (): boolean => check.after(Infinity);
  let groups = ends.map((end) => [end]);
  let isCut = false;
  for (const from of ends) {
    for (;;) {
      const own = groups.find((group) => group.includes(from)) ?? [];
      const others = ends.filter((end) => !own.includes(end));
      if (others.length === 0) break;
      const asked: PathQuery = { from, ends: others, mask, weights, maxHops, walk: 'any', shouldStop };
      const { reach, path } = search.anyShortest(asked);
      if (reach.outcome === 'stopped') return null;
      isCut ||= reach.outcome === 'too-far';
      if (!path) break;
      const reached = path.nodes.at(-1) as number;
      const joined = groups.find((group) => group.includes(reached)) ?? [];
      groups = [...groups.filter((group) => group !== own && group !== joined), [...own, ...joined]];
    }
  }
  const inOrder = ends.map((end) => groups.find((group) => group.includes(end)) ?? []);
  const size = Math.max(...groups.map((group) => group.length));
  const largest = inOrder.find((group) => group.length === size) ?? [];
  return { ends: ends.filter((end) => largest.includes(end)), isCut };
}

function nodesOf(topology: Topology, edges: readonly number[]): number[] {
  const nodes = edges.flatMap((edge) => [sourceOf(topology, edge), topology.targets[edge] as number]);
  return [...new Set(nodes)].sort((a, b) => a - b);
}

/**
 * The small subgraph that connects several nodes: a Steiner tree by the costs of paths, a node between the ends
 * counting half for each relationship of the tree that it has. Exact where ends and graph are few and small, within
 * twice the least cost elsewhere, and always the same. Where not all hang together, it connects the largest group.
 * @param search one of this topology, made anew where none is given
 */
export function connectEnds(
  topology: Topology,
  query: ConnectQuery,
  search = createPathSearch(topology),
): Connection {
  const check = createStopCheck(query.shouldStop);
  const group = findLargestGroup(query, search, check);
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
