import { findAnyShortest } from './any-shortest.ts';
import type { AnyPathAnswer, PathAnswer, PathQuery } from './found-path.ts';
import { createKShortest } from './k-shortest-paths.ts';
import type { Rank } from './path-key.ts';
import { listThrough } from './paths-through.ts';
import { createSearchSpace } from './search-space.ts';
import { listShortest } from './shortest-paths.ts';
import { createStopCheck } from './stop-check.ts';
import type { Topology } from './topology.ts';

export interface PathSearch {
  /**
   * Any one path of least hops, `through` left aside: always the same one for equal snapshots and queries, but not the
   * best scored. Much less work than `shortest`, where only the length counts or that there is a path at all.
   */
  anyShortest(query: PathQuery): AnyPathAnswer;
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
 * @param lastTop for tests: above which marks are wiped
 */
export function createPathSearch(topology: Topology, lastTop?: number): PathSearch {
  const space = createSearchSpace(topology, lastTop);
  const kShortest = createKShortest(space);
  return {
    anyShortest: (query) => findAnyShortest(space, query, createStopCheck(query.shouldStop)),
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
