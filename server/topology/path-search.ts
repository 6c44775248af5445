import { findAnyShortest } from './any-shortest-path.ts';
import type { PathAnswer, PathQuery } from './found-path.ts';
import { createKShortest } from './k-shortest-paths.ts';
import type { Rank } from './path-key.ts';
import { listThrough } from './paths-through.ts';
import { createSearchSpace } from './search-space.ts';
import { listShortest } from './shortest-paths.ts';
import { createStopCheck } from './stop-check.ts';
import type { Topology } from './topology.ts';

export interface PathSearch {
  /** One of the least length, whichever is met first; through given nodes the best one. */
  any(query: PathQuery): PathAnswer;
  /** The k best of the least length, by (cost, then comparePaths). */
  shortest(query: PathQuery, k: number): PathAnswer;
  /** The k best of any length up to maxHops, by (length, cost, comparePaths) or by (cost, length, comparePaths). */
  kShortest(query: PathQuery, k: number, rank: Rank): PathAnswer;
}

function isThrough(query: PathQuery): boolean {
  return query.through !== undefined && query.through.length > 0;
}

/** The ones of the least length: through given nodes there is no shorter way than to list more and stop there. */
function listShortestThrough(topology: Topology, query: PathQuery, k: number): PathAnswer {
  const check = createStopCheck(query.shouldStop);
  const { reach, paths } = listThrough(topology, query, k + 1, 'length', check);
  const least = paths.filter((path) => path.edges.length === reach.hops);
  return { reach, paths: least.slice(0, k), hasMore: least.length > k };
}

/**
 * Searches for simple paths on a snapshot: no node twice; paths that differ in an edge only are different paths. The
 * working arrays are made once; by length a search costs what it touches, not what the graph holds, by score and through
 * given nodes it makes a column of the graph's length as well. One search at a time; it never yields.
 * @param lastBase for tests: after which marks are wiped
 */
export function createPathSearch(topology: Topology, lastBase?: number): PathSearch {
  const space = createSearchSpace(topology, lastBase);
  const kShortest = createKShortest(space);
  return {
    any: (query) =>
      isThrough(query)
        ? listShortestThrough(topology, query, 1)
        : findAnyShortest(space, query, createStopCheck(query.shouldStop)),
    shortest: (query, k) =>
      isThrough(query)
        ? listShortestThrough(topology, query, k)
        : listShortest(space, query, k, createStopCheck(query.shouldStop)),
    kShortest(query, k, rank) {
      const check = createStopCheck(query.shouldStop);
      return isThrough(query)
        ? listThrough(topology, query, k, rank, check)
        : kShortest.list(query, k, rank, check);
    },
  };
}
