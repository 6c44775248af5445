import { createDetourLabels } from './detour-labels.ts';
import type { DetourLabels } from './detour-labels.ts';
import { findDetour } from './find-detour.ts';
import type { Bounds, Branch, DetourSearch } from './find-detour.ts';
import { comparePaths } from './found-path.ts';
import type { FoundPath, PathAnswer, PathQuery } from './found-path.ts';
import { createPathKey } from './path-key.ts';
import type { PathKey, Rank } from './path-key.ts';
import { findRestKeys } from './rest-keys.ts';
import type { SearchSpace } from './search-space.ts';
import { listShortest } from './shortest-paths.ts';
import type { StopCheck } from './stop-check.ts';

interface Candidate {
  readonly key: number;
  readonly path: FoundPath;
}

/** Hops by the depths that the backward search has marked; beyond them one more. */
function hopBounds({ back }: SearchSpace, ofHop: number): Bounds {
  const { marks, base, wholeDepth } = back;
  const hopsOf = (node: number): number =>
    Math.min((marks[node] as number) >= base ? (marks[node] as number) - base : Infinity, wholeDepth + 1);
  return { isEnd: (node) => marks[node] === base, hopsOf, restOf: (node) => ofHop * hopsOf(node) };
}

/**
 * By score the least keys from the ends up to half of what is known to be enough; beyond, that half.
 * @returns null when told to stop
 */
function scoreBounds(
  space: SearchSpace,
  query: PathQuery,
  key: PathKey,
  enough: number,
  check: StopCheck,
): Bounds | null {
  const hops = hopBounds(space, key.ofHop);
  const roles = { isEnd: hops.isEnd, bitOf: () => 0, all: 0 };
  const half = enough / 2;
  const rest = findRestKeys(space.topology, query, roles, key, half, check);
  return rest && { ...hops, restOf: (node) => Math.max(hops.restOf(node), Math.min(half, rest.of(node, 0))) };
}

function keyOf(key: PathKey, query: PathQuery, path: FoundPath): number {
  // A path's cost counts one hop less than the sum over its steps.
  const hops = path.edges.length;
  return key.scale * (path.cost - query.weights.hopCost * (hops - 1)) + key.ofHop * hops;
}

function toPath(
  { query, key }: DetourSearch,
  branch: Branch,
  detour: Omit<FoundPath, 'cost'> & { key: number },
): FoundPath {
  const nodes = [...detour.nodes];
  const edges = [...detour.edges];
  for (let one: Branch | null = branch; one; one = one.parent) {
    nodes.unshift(one.node);
    if (one.parent) edges.unshift(one.edge);
  }
  const ofSteps = (detour.key - key.ofHop * edges.length) / key.scale;
  return { nodes, edges, cost: ofSteps + query.weights.hopCost * (edges.length - 1) };
}

/** Adds a path to the tree of known paths; returns the branches from which further detours must be sought. */
function addPath({ query, key }: DetourSearch, root: Branch, path: FoundPath): Branch[] {
  const changed: Branch[] = [];
  let branch = root;
  for (let hop = 0; hop < path.edges.length; hop += 1) {
    const edge = path.edges[hop] as number;
    const node = path.nodes[hop + 1] as number;
    const known = branch.taken.get(edge);
    if (known) {
      branch = known;
      continue;
    }
    changed.push(branch);
    const isLast = hop + 1 === path.edges.length;
    const cost = isLast ? 0 : query.weights.edgeCost(edge) + query.weights.nodeCost(node);
    const done = branch.done + key.ofHop + key.scale * cost;
    const next: Branch = { parent: branch, node, edge, hops: hop + 1, done, taken: new Map() };
    branch.taken.set(edge, isLast ? null : next);
    branch = next;
  }
  return changed;
}

function addCandidate(candidates: Candidate[], candidate: Candidate, most: number): void {
  const isAfter = ({ key, path }: Candidate): boolean =>
    (candidate.key - key || comparePaths(candidate.path, path)) < 0;
  const place = candidates.findIndex(isAfter);
  candidates.splice(place < 0 ? candidates.length : place, 0, candidate);
  if (candidates.length > most) candidates.pop();
}

/** Goes on from the known paths, which are the best ones in order, until there are `most`. */
function listOn(search: DetourSearch, known: readonly FoundPath[], most: number): FoundPath[] {
  const { query, check } = search;
  const paths = [...known];
  const root: Branch = { parent: null, node: query.from, edge: -1, hops: 0, done: 0, taken: new Map() };
  const open = new Set<Branch>([root, ...known.flatMap((path) => addPath(search, root, path))]);
  const candidates: Candidate[] = [];
  while (paths.length < most) {
    const wanted = most - paths.length;
    for (const branch of open) {
      const worst = candidates.length < wanted ? Infinity : (candidates[wanted - 1] as Candidate).key;
      const detour = findDetour(search, branch, worst);
      if (check.isStopped) return paths;
      if (detour) addCandidate(candidates, { key: detour.key, path: toPath(search, branch, detour) }, wanted);
    }
    const next = candidates.shift();
    if (!next) break;
    paths.push(next.path);
    open.clear();
    for (const branch of addPath(search, root, next.path)) open.add(branch);
  }
  return paths;
}

export interface KShortest {
  list(query: PathQuery, k: number, rank: Rank, check: StopCheck): PathAnswer;
}

/**
 * The k best simple paths: the shortest are read off as they are; then detours from the tree of known paths, each
 * branch searched once a change and only as far as a detour could still be among the best. After J. Y. Yen, "Finding
 * the k shortest loopless paths in a network" (1971), with E. L. Lawler's partition (1972).
 */
export function createKShortest(space: SearchSpace): KShortest {
  const labels: DetourLabels = createDetourLabels();
  return {
    list(query, k, rank, check) {
      const shortest = listShortest(space, query, rank === 'length' ? k : 1, check);
      const isDone = shortest.reach.outcome !== 'found' || (rank === 'length' && shortest.hasMore);
      if (isDone) return shortest;
      const key = createPathKey(rank, query.weights);
      const [first] = shortest.paths as [FoundPath];
      const bounds =
        rank === 'length'
          ? hopBounds(space, key.ofHop)
          : scoreBounds(space, query, key, keyOf(key, query, first), check);
      const known = rank === 'length' ? shortest.paths : [];
      const paths = bounds ? listOn({ space, query, key, bounds, labels, check }, known, k + 1) : known;
      return {
        reach: check.isStopped ? { ...shortest.reach, outcome: 'stopped' } : shortest.reach,
        paths: paths.slice(0, k),
        hasMore: paths.length > k,
      };
    },
  };
}
