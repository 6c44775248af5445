import { setMaxListeners } from 'node:events';

import { describe, expect, it } from 'vitest';

import {
  createLongSearches,
  createPathFinder,
  createSearchBounds,
} from '../../../../../server/explore/paths/path-finder.ts';
import { createWeightsOf, runTask } from '../../../../../server/explore/paths/path-task.ts';
import type { PathTask } from '../../../../../server/explore/paths/path-task.ts';
import { createTopologyBuilder } from '../../../../../server/topology/build-topology.ts';
import { createPathSearch } from '../../../../../server/topology/path-search.ts';
import type { Topology } from '../../../../../server/topology/topology.ts';
import { statedTies } from '../../topology/topology-fixture.ts';

/** A grid. To pass two of its corners on the way from the first to the last is as hard as it gets for simple paths. */
function buildGrid(side: number): Topology {
  const builder = createTopologyBuilder(['Organisation'], ['stated']);
  const idOf = (x: number, y: number): string => `org:${String(y * side + x).padStart(5, '0')}`;
  const cells = Array.from({ length: side * side }, (_, cell) => ({
    x: cell % side,
    y: Math.floor(cell / side),
  }));
  const ids = cells.map(({ x, y }) => idOf(x, y));
  builder.addNodes({ ids, captions: ids, labels: ids.map(() => ['Organisation']) });
  const edges = cells.flatMap(({ x, y }) => [
    ...(x + 1 < side ? [[idOf(x, y), idOf(x + 1, y)] as const] : []),
    ...(y + 1 < side ? [[idOf(x, y), idOf(x, y + 1)] as const] : []),
  ]);
  builder.addEdges(statedTies(edges));
  return builder.build();
}

const SIDE = 40;
const topology = buildGrid(SIDE);
const task: PathTask = {
  kind: 'k-shortest',
  from: 0,
  ends: [SIDE * SIDE - 1],
  through: [SIDE - 1, SIDE * (SIDE - 1)],
  filter: {},
  scoreWeights: {},
  dayNow: 0,
  maxHops: 4 * SIDE,
  walk: 'any',
  k: 25,
  rank: 'score',
};
const never = new AbortController().signal;
const longSearches = createLongSearches({ pathThreads: 1, pathQueue: 16 });

/** A clock that has every brief search cut, so that each one goes to a thread. */
function hurriedClock(): () => number {
  let nowMs = 0;
  return () => (nowMs += 20);
}
const unhurried = (timeoutMs: number, signal = never) =>
  createSearchBounds(() => performance.now(), timeoutMs, signal);

describe('a search that takes longer', () => {
  it('is done in a thread, with the same answer', async () => {
    const easy: PathTask = { ...task, through: [], maxHops: 2 * SIDE, k: 3 };
    const finder = createPathFinder(topology, longSearches, hurriedClock());
    const here = runTask(topology, createPathSearch(topology), createWeightsOf(topology), easy, () => false);
    expect(await finder.find(easy, unhurried(30_000))).toEqual(here);
    const connect = { ...easy, kind: 'connect', ends: [0, SIDE - 1, SIDE * SIDE - 1] } as const;
    expect(await finder.connect(connect, unhurried(30_000))).toEqual(
      runTask(topology, createPathSearch(topology), createWeightsOf(topology), connect, () => false),
    );
  });

  it('leaves others to be answered meanwhile, and stops at its deadline with what it found', async () => {
    const finder = createPathFinder(topology, longSearches, () => performance.now());
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 20);
    const answer = await finder.find(task, unhurried(1_500));
    clearInterval(timer);
    expect(answer.reach.outcome).toBe('stopped');
    // Were the search on this thread, the timer would have had no turn at all.
    expect(turns).toBeGreaterThan(2);
  });

  it('ends at once when its asker is gone, and lets the next one in', async () => {
    const finder = createPathFinder(topology, longSearches, () => performance.now());
    const leaving = new AbortController();
    const search = finder.find(task, unhurried(60_000, leaving.signal));
    setTimeout(() => leaving.abort(new Error('gone')), 300);
    await expect(search).rejects.toThrow('gone');
    const next = { ...task, through: [], maxHops: 2 * SIDE, kind: 'shortest' } as const;
    const hurried = createPathFinder(topology, longSearches, hurriedClock());
    expect((await hurried.find(next, unhurried(30_000))).paths.length).toBeGreaterThan(0);
  });

  it('waits for its turn, and is told when too many wait', async () => {
    const finder = createPathFinder(topology, longSearches, () => performance.now());
    const leaving = new AbortController();
    setMaxListeners(18, leaving.signal);
    const searches = Array.from({ length: 18 }, () => finder.find(task, unhurried(60_000, leaving.signal)));
    const outcomes = Promise.allSettled(searches);
    await expect(searches[17]).rejects.toMatchObject({ code: 'queue-full' });
    leaving.abort(new Error('gone'));
    expect((await outcomes).every(({ status }) => status === 'rejected')).toBe(true);
  });
});

it('the columns of the snapshot lie in memory that threads share', () => {
  const arrays = Object.entries(topology).filter(([, value]) => ArrayBuffer.isView(value));
  expect(arrays.length).toBeGreaterThan(10);
  for (const [name, value] of arrays) {
    expect((value as Uint8Array).buffer, name).toBeInstanceOf(SharedArrayBuffer);
  }
});
