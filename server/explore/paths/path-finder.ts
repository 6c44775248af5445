import { AppError } from '../../app-error.ts';
import type { Limits } from '../../settings.ts';
import type { Connection } from '../../topology/connect-ends.ts';
import type { PathAnswer } from '../../topology/found-path.ts';
import { createPathSearch } from '../../topology/path-search.ts';
import type { Topology } from '../../topology/topology.ts';
import { createTurnQueue } from '../turn-queue.ts';
import type { TurnQueue } from '../turn-queue.ts';
import { createWeightsOf, runTask } from './path-task.ts';
import type { ConnectTask, PathTask, WeightsOf } from './path-task.ts';
import { runInThread } from './run-in-thread.ts';

/** How long a request may still search, and who may end it. */
export interface SearchBounds {
  /** 0 when the time is up. */
  remainingMs(): number;
  hasTime(): boolean;
  readonly signal: AbortSignal;
}

/** @param now milliseconds since 1970-01-01 */
export function createSearchBounds(now: () => number, timeoutMs: number, signal: AbortSignal): SearchBounds {
  const deadlineMs = now() + timeoutMs;
  const remainingMs = (): number => Math.max(0, deadlineMs - now());
  return { remainingMs, hasTime: () => remainingMs() > 0, signal };
}

/** Finds paths in one snapshot without keeping others waiting. */
export interface PathFinder {
  /**
   * @throws AppError queue-full when too many long searches wait already and nothing was found in a moment,
   * out-of-memory, deadline-exceeded when a thread does not answer; the signal's reason when it aborts
   */
  find(task: PathTask, bounds: SearchBounds): Promise<PathAnswer>;
  /** @throws as find does */
  connect(task: ConnectTask, bounds: SearchBounds): Promise<Connection>;
  readonly weightsOf: WeightsOf;
}

/** A search that takes longer leaves the thread that answers everybody. */
const BRIEF_MS = 10;

/** One for the service: long searches of all snapshots share their threads. */
export function createLongSearches({
  pathThreads,
  pathQueue,
}: Pick<Limits, 'pathThreads' | 'pathQueue'>): TurnQueue {
  return createTurnQueue({
    perUser: pathThreads,
    atOnce: pathThreads,
    waiting: pathQueue,
    what: 'long path searches',
  });
}

/**
 * Searches at once where that takes no time worth speaking of, else in a thread of its own.
 * @param now milliseconds since 1970-01-01
 */
export function createPathFinder(topology: Topology, longSearches: TurnQueue, now: () => number): PathFinder {
  const search = createPathSearch(topology);
  const weightsOf = createWeightsOf(topology);
  const find = async (
    task: PathTask | ConnectTask,
    bounds: SearchBounds,
  ): Promise<PathAnswer | Connection> => {
    bounds.signal.throwIfAborted();
    const untilMs = now() + Math.min(BRIEF_MS, bounds.remainingMs());
    let isCut = false;
    const answer = runTask(topology, search, weightsOf, task, () => (isCut ||= now() > untilMs));
    if (!isCut || !bounds.hasTime()) return answer;
    try {
      return await longSearches.run('paths', bounds.remainingMs(), bounds.signal, () =>
        runInThread(topology, task, bounds.remainingMs(), bounds.signal),
      );
    } catch (error) {
      // Where too many wait, what was found in a moment is better than nothing; it says that it was stopped.
      const isFull = error instanceof AppError && error.code === 'queue-full';
      if (isFull && 'paths' in answer && answer.paths.length > 0) return answer;
      throw error;
    }
  };
  return {
    weightsOf,
    find: async (task, bounds) => (await find(task, bounds)) as PathAnswer,
    connect: async (task, bounds) => (await find(task, bounds)) as Connection,
  };
}
