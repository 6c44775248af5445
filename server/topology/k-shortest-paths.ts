import { findCheapestDetour } from './cheapest-detour.ts';
import type { DetourSearch } from './cheapest-detour.ts';
import { createDetourLabels } from './detour-labels.ts';
import type { DetourLabels } from './detour-labels.ts';
import type { FoundPath, PathAnswer, PathQuery } from './found-path.ts';
import { addCandidate, addPath, createRoot, toCandidate } from './known-paths.ts';
import type { Branch, Candidate, Detour } from './known-paths.ts';
import { createPathKey } from './path-key.ts';
import type { PathKey, Rank } from './path-key.ts';
import { createRestKeys } from './rest-keys.ts';
import type { SearchSpace } from './search-space.ts';
import { findShortestDetour } from './shortest-detour.ts';
import { listShortest } from './shortest-paths.ts';
import type { StopCheck } from './stop-check.ts';

/** The best detour from a branch whose key is not above `most`. */
type FindDetour = (branch: Branch, most: number) => Detour | null;

function createFindCheapest(
  space: SearchSpace,
  query: PathQuery,
  key: PathKey,
  labels: DetourLabels,
  check: StopCheck,
): FindDetour {
  const ends = new Set(query.ends);
  const roles = { isEnd: (node: number) => ends.has(node), bitOf: () => 0, all: 0 };
  const rest = createRestKeys(space.topology, query, roles, key, check);
  const search: DetourSearch = { space, query, key, rest, labels, check, steps: 0 };
  return (branch, most) => findCheapestDetour(search, branch, most);
}

/** Goes on from the known paths, which are the best ones in order, until there are `most`. */
function listOn(
  query: PathQuery,
  key: PathKey,
  known: readonly FoundPath[],
  most: number,
  findDetour: FindDetour,
  check: StopCheck,
): FoundPath[] {
  const paths = [...known];
  const root = createRoot(query);
  const open = new Set<Branch>([root, ...known.flatMap((path) => addPath(query, key, root, path))]);
  const candidates: Candidate[] = [];
  while (paths.length < most) {
    const wanted = most - paths.length;
    for (const branch of open) {
      const worst = candidates.length < wanted ? Infinity : (candidates[wanted - 1] as Candidate).key;
      const detour = findDetour(branch, worst);
      if (check.isStopped) return paths;
      if (detour) addCandidate(candidates, toCandidate(query, key, branch, detour), wanted);
    }
    const next = candidates.shift();
    if (!next) break;
    paths.push(next.path);
    open.clear();
    for (const branch of addPath(query, key, root, next.path)) open.add(branch);
  }
  return paths;
}

export interface KShortest {
  list(query: PathQuery, k: number, rank: Rank, check: StopCheck): PathAnswer;
}

/**
 * The k best simple paths. By length the shortest are read off as they are; then, and by score from the beginning,
 * detours leave the tree of known paths: each branch is searched once a change, and only as far as a detour could still
 * be among the best. After J. Y. Yen, "Finding the k shortest loopless paths in a network" (1971), with E. L. Lawler's
 * partition (1972).
 */
export function createKShortest(space: SearchSpace): KShortest {
  const labels = createDetourLabels();
  return {
    list(query, k, rank, check) {
      const shortest = listShortest(space, query, rank === 'length' ? k : 1, check);
      if (shortest.reach.outcome !== 'found' || (rank === 'length' && shortest.hasMore)) return shortest;
      const key = createPathKey(rank, query.weights);
      const findDetour: FindDetour =
        rank === 'length'
          ? (branch, most) => findShortestDetour(space, query, key, branch, most, check)
          : createFindCheapest(space, query, key, labels, check);
      const known = rank === 'length' ? shortest.paths : [];
      const paths = listOn(query, key, known, k + 1, findDetour, check);
      return {
        reach: check.isStopped ? { ...shortest.reach, outcome: 'stopped' } : shortest.reach,
        paths: paths.slice(0, k),
        hasMore: paths.length > k,
      };
    },
  };
}
