import type { PathQuery } from './found-path.ts';
import { nodesBefore } from './known-paths.ts';
import type { Branch, Detour } from './known-paths.ts';
import { hopsOfKey } from './path-key.ts';
import type { PathKey } from './path-key.ts';
import type { SearchSpace } from './search-space.ts';
import { listShortest } from './shortest-paths.ts';
import type { StopCheck } from './stop-check.ts';

/**
 * The shortest way from a branch to an end that keeps off the known path and its taken edges.
 * @param most the key it may have at most
 * @returns null where there is none, or when told to stop
 */
export function findShortestDetour(
  space: SearchSpace,
  query: PathQuery,
  key: PathKey,
  branch: Branch,
  most: number,
  check: StopCheck,
): Detour | null {
  const { mask } = query;
  const { taken } = branch;
  const maxHops = Math.min(query.maxHops, hopsOfKey(most)) - branch.hops;
  if (maxHops < 1) return null;
  const detours = { ...query, from: branch.node, maxHops, mask: taken.size > 0 ? mask.without(taken) : mask };
  const [path] = listShortest(space, detours, 1, check, nodesBefore(branch)).paths;
  if (!path) return null;
  const hops = path.edges.length;
  const ofSteps = key.ofHop * hops + path.cost - query.weights.hopCost * (hops - 1);
  return { key: branch.done + ofSteps, nodes: path.nodes.slice(1), edges: path.edges };
}
