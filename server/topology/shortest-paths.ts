import { findBestMeeting } from './best-meeting.ts';
import { listByBeginnings } from './beginnings.ts';
import type { WaysOn } from './beginnings.ts';
import type { FoundPath, PathAnswer, PathQuery, SearchReach } from './found-path.ts';
import { findBridges } from './find-bridges.ts';
import { meet } from './meet.ts';
import { createPathKey } from './path-key.ts';
import { readMeeting } from './read-meeting.ts';
import type { SearchSpace } from './search-space.ts';
import { hasSecondWay } from './second-way.ts';
import { findShortestRests } from './shortest-rests.ts';
import type { StopCheck } from './stop-check.ts';

function waysOn(space: SearchSpace, hops: number): WaysOn {
  const { onShortest, keys, seen, back } = space;
  const { marks, base } = onShortest;
  return {
    isEnd: (node) => seen.marks[node] === back.base,
    bitOf: () => 0,
    all: 0,
    restOf: (node) => ((marks[node] as number) >= base ? (keys[node] as number) : Infinity),
    hopsOf: (node) => hops - ((marks[node] as number) - base),
  };
}

function stopped(reach: SearchReach, paths: readonly FoundPath[]): PathAnswer {
  return { reach: { ...reach, outcome: 'stopped' }, paths, hasMore: false };
}

/** The best of the shortest paths, and whether there is another. */
function listBest(space: SearchSpace, query: PathQuery, reach: SearchReach, check: StopCheck): PathAnswer {
  const { bridges, fore, back } = space;
  findBestMeeting(space, query, check);
  findBridges(space, query, 1, check);
  if (check.isStopped) return stopped(reach, []);
  const path = readMeeting(space, query.weights, reach.hops);
  const hasMore =
    bridges.size > 1 ||
    hasSecondWay(space, query, fore, space.metFore) ||
    hasSecondWay(space, query, back, space.metBack);
  return { reach, paths: [path], hasMore };
}

/** All shortest paths as far as they are wanted: the least key of the rest of each of their nodes gives the order. */
function listInOrder(
  space: SearchSpace,
  query: PathQuery,
  k: number,
  reach: SearchReach,
  check: StopCheck,
): PathAnswer {
  const key = createPathKey('length', query.weights);
  findBridges(space, query, Infinity, check);
  findShortestRests(space, query, key, reach.hops, check);
  if (check.isStopped) return stopped(reach, []);
  const shortest = { ...query, maxHops: reach.hops };
  const ways = waysOn(space, reach.hops);
  const paths = listByBeginnings({ topology: space.topology, query: shortest, key, ways, check }, k);
  const hasMore = (space.restWays[query.from] as number) > paths.length;
  return check.isStopped ? { ...stopped(reach, paths), hasMore } : { reach, paths, hasMore };
}

/**
 * The k best of the shortest paths: both ends search until they meet, which gives the hops. One path is then looked for
 * where most is promised; for several the least cost of the rest is worked out for each node of a shortest path, and the
 * paths are read off in order.
 * @param blocked nodes to keep off
 */
export function listShortest(
  space: SearchSpace,
  query: PathQuery,
  k: number,
  check: StopCheck,
  blocked: readonly number[] | null = null,
): PathAnswer {
  const reach = meet(space, query, blocked, check);
  if (reach.outcome !== 'found') return { reach, paths: [], hasMore: false };
  return k === 1 ? listBest(space, query, reach, check) : listInOrder(space, query, k, reach, check);
}
