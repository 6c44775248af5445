import { listBestFirst } from './best-first-paths.ts';
import type { PathAnswer, PathQuery } from './found-path.ts';
import type { Rank } from './path-key.ts';
import type { Topology } from './topology.ts';

export interface PathSearch {
  /** The k best of the least length, by (cost, then comparePaths). */
  shortest(query: PathQuery, k: number): PathAnswer;
  /** The k best of any length up to maxHops, by (length, cost, comparePaths) or by (cost, length, comparePaths). */
  kShortest(query: PathQuery, k: number, rank: Rank): PathAnswer;
}

/**
 * Searches for simple paths on a snapshot: no node twice; paths that differ in an edge only are different paths. One
 * search at a time; it never yields.
 */
export function createPathSearch(topology: Topology): PathSearch {
  return {
    shortest(query, k) {
      const { reach, paths } = listBestFirst(topology, query, k + 1, 'length');
      const least = paths.filter((path) => path.edges.length === reach.hops);
      return { reach, paths: least.slice(0, k), hasMore: least.length > k };
    },
    kShortest: (query, k, rank) => listBestFirst(topology, query, k, rank),
  };
}
