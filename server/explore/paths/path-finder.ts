import { AppError } from '../../app-error.ts';
import type { Limits } from '../../settings.ts';
import type { Connection } from '../../topology/connect-ends.ts';
import type { PathAnswer } from '../../topology/found-path.ts';
import { createPathSearch } from '../../topology/path-search.ts';
import type { Topology } from '../../topology/topology.ts';
import { createConsoleQueue } from '../console-queue.ts';
import type { ConsoleQueue } from '../console-queue.ts';
import { runTask } from './path-task.ts';
import type { ConnectTask, PathTask } from './path-task.ts';
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
   * @throws AppError queue-full when too many long searches wait already; the signal's reason when it aborts
   */
  find(task: PathTask, bounds: SearchBounds): Promise<PathAnswer>;
  /** @throws as find does */
  connect(task: ConnectTask, bounds: SearchBounds): Promise<Connection>;
}

/** A search that takes longer leaves the thread that answers everybody. */
const BRIEF_MS = 10;
const WAITING = 16;

/** One for the service: long searches of all snapshots share their threads. */
export function createLongSearches({ pathThreads }: Pick<Limits, 'pathThreads'>): ConsoleQueue {
  return createConsoleQueue({ perUser: pathThreads, atOnce: pathThreads, waiting: WAITING });
}

async function runLong<T>(
  longSearches: ConsoleQueue,
  bounds: SearchBounds,
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await longSearches.run('paths', bounds.remainingMs(), bounds.signal, run);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'queue-full') throw error;
    throw new AppError('queue-full', 'Too many long path searches are waiting.', {
      cause: error,
      retryAfterSeconds: 2,
      hint: 'Ask for fewer hops, or try again.',
    });
  }
}

/**
 * Searches at once where that takes no time worth speaking of, else in a thread of its own.
 * @param now milliseconds since 1970-01-01
 */
export function createPathFinder(
  topology: Topology,
  longSearches: ConsoleQueue,
  now: () => number,
): PathFinder {
  const search = createPathSearch(topology);
  const find = async (
    task: PathTask | ConnectTask,
    bounds: SearchBounds,
  ): Promise<PathAnswer | Connection> => {
    bounds.signal.throwIfAborted();
    const untilMs = now() + Math.min(BRIEF_MS, bounds.remainingMs());
    let isCut = false;
    const answer = runTask(topology, search, task, () => (isCut ||= now() > untilMs));
    if (!isCut || !bounds.hasTime()) return answer;
    return runLong(longSearches, bounds, () =>
      runInThread(topology, task, bounds.remainingMs(), bounds.signal),
    );
  };
  return {
    find: async (task, bounds) => (await find(task, bounds)) as PathAnswer,
    connect: async (task, bounds) => (await find(task, bounds)) as Connection,
  };
}
