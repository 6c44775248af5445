import type { WalkMask } from './edge-mask.ts';
import type { FoundPath, PathQuery, PathSearch, SearchReach } from './path-search.ts';

/** By length, then by (node, edge) step by step: the order `listShortest` uses among paths of one length. */
export function comparePaths(a: FoundPath, b: FoundPath): number {
  if (a.edges.length !== b.edges.length) return a.edges.length - b.edges.length;
  for (let hop = 0; hop < a.edges.length; hop += 1) {
    const byNode = (a.nodes[hop + 1] as number) - (b.nodes[hop + 1] as number);
    if (byNode !== 0) return byNode;
    const byEdge = (a.edges[hop] as number) - (b.edges[hop] as number);
    if (byEdge !== 0) return byEdge;
  }
  return 0;
}

function startsAlike(path: FoundPath, other: FoundPath, hops: number): boolean {
  for (let hop = 0; hop < hops; hop += 1) if (path.edges[hop] !== other.edges[hop]) return false;
  return true;
}

function withoutRoot(mask: WalkMask, root: readonly number[], edges: ReadonlySet<number>): WalkMask {
  const nodes = new Set(root);
  return {
    edge: (edge) => !edges.has(edge) && mask.edge(edge),
    node: (node) => !nodes.has(node) && mask.node(node),
  };
}

/**
 * The best detour that leaves `path` after `hops` edges and that no accepted path has taken.
 * The start of the whole search is an end of `path` but not of the detour: as part of the root it is masked out.
 */
function findDetour(
  search: PathSearch,
  query: PathQuery,
  path: FoundPath,
  hops: number,
  accepted: readonly FoundPath[],
): FoundPath | null {
  const taken = new Set<number>();
  for (const other of accepted) {
    if (startsAlike(path, other, hops) && other.edges.length > hops) taken.add(other.edges[hops] as number);
  }
  const { paths } = search.listShortest(
    {
      ...query,
      from: path.nodes[hops] as number,
      maxHops: query.maxHops - hops,
      mask: withoutRoot(query.mask, path.nodes.slice(0, hops), taken),
    },
    1,
  );
  const [detour] = paths;
  if (!detour) return null;
  return {
    nodes: [...path.nodes.slice(0, hops), ...detour.nodes],
    edges: [...path.edges.slice(0, hops), ...detour.edges],
  };
}

/**
 * The k shortest paths without repeated nodes (Yen's algorithm), in the order of `comparePaths`. Paths that differ in
 * an edge only are different paths. When told to stop it returns what is certain so far, with `reach.outcome` stopped.
 */
export function findKShortestPaths(
  search: PathSearch,
  query: PathQuery,
  k: number,
): { reach: SearchReach; paths: FoundPath[] } {
  const first = search.listShortest(query, 1);
  const accepted = [...first.paths];
  const candidates: FoundPath[] = [];
  const seen = new Set<string>();
  while (accepted.length > 0 && accepted.length < k) {
    const last = accepted.at(-1) as FoundPath;
    for (let hops = 0; hops < last.edges.length; hops += 1) {
      if (query.shouldStop()) return { reach: { ...first.reach, outcome: 'stopped' }, paths: accepted };
      const detour = findDetour(search, query, last, hops, accepted);
      const key = detour?.edges.join(' ');
      if (!detour || key === undefined || seen.has(key)) continue;
      seen.add(key);
      candidates.push(detour);
    }
    candidates.sort(comparePaths);
    const next = candidates.shift();
    if (!next) break;
    accepted.push(next);
  }
  return { reach: first.reach, paths: accepted };
}
