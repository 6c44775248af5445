import { listByBeginnings } from './beginnings.ts';
import type { WaysOn } from './beginnings.ts';
import type { FoundPath, PathAnswer, PathQuery, SearchOutcome } from './found-path.ts';
import { createPathKey } from './path-key.ts';
import type { PathKey, Rank } from './path-key.ts';
import { createRestKeys, restKeyOf, settle } from './rest-keys.ts';
import type { RestKeys, Roles } from './rest-keys.ts';
import type { StopCheck } from './stop-check.ts';
import type { Topology } from './topology.ts';

const HOPS_ONLY: PathKey = { ofHop: 1, scale: 0 };

function rolesOf(topology: Topology, query: PathQuery): Roles {
  const isEnd = new Uint8Array(topology.nodeCount);
  for (const end of query.ends) isEnd[end] = 1;
  const bits = new Uint8Array(topology.nodeCount);
  let all = 0;
  for (const node of new Set(query.through)) {
    bits[node] = all + 1;
    all = 2 * all + 1;
  }
  return { isEnd: (node) => isEnd[node] === 1, bitOf: (node) => bits[node] as number, all };
}

/**
 * The k best paths that pass all of `through`, by growing beginnings. What a beginning promises lets walks repeat
 * nodes; so the order is exact, but where only such walks lead on, many beginnings are looked at: the problem is
 * NP-hard, and the deadline ends it.
 */
export function listThrough(
  topology: Topology,
  query: PathQuery,
  k: number,
  rank: Rank,
  check: StopCheck,
): PathAnswer {
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
  const key = createPathKey(rank, query.weights);
  const [hops, rest] = [HOPS_ONLY, key].map((one) => createRestKeys(topology, query, roles, one, check)) as [
    RestKeys,
    RestKeys,
  ];
  settle(hops);
  settle(rest);
  if (check.isStopped) return answer('stopped', [], 0);
  const ways: WaysOn = {
    ...roles,
    restOf: (node, seen) => restKeyOf(rest, node, seen),
    hopsOf: (node, seen) => restKeyOf(hops, node, seen),
  };
  const paths = listByBeginnings({ topology, query, key, ways, check }, k + 1);
  const isReachable = ways.restOf(query.from, roles.bitOf(query.from)) < Infinity;
  const found = paths.length > 0 ? 'found' : isReachable ? 'too-far' : 'none';
  return answer(check.isStopped ? 'stopped' : found, paths, rest.nodesSeen);
}
