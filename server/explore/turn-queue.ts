import { AppError } from '../app-error.ts';

export interface TurnQueueLimits {
  /** At once, of one user. */
  readonly perUser: number;
  /** At once, of all. */
  readonly atOnce: number;
  /** That may wait. */
  readonly waiting: number;
  /** What waits, for those who are sent away: `statements`. */
  readonly what: string;
}

/** Lets work in that takes long: so much at once, of one user and of all; the rest waits in order of arrival. */
export interface TurnQueue {
  /**
   * Runs the task when it is its turn.
   * @throws AppError queue-full, also when its turn does not come within maxWaitMs; the signal's reason when it aborts
   * while waiting
   */
  run<T>(user: string, maxWaitMs: number, signal: AbortSignal, task: () => Promise<T>): Promise<T>;
}

interface Waiting {
  readonly user: string;
  start(): void;
}

interface State {
  readonly limits: TurnQueueLimits;
  /** What runs, by user. */
  readonly running: Map<string, number>;
  readonly waiting: Waiting[];
  total: number;
}

function hasRoom({ limits, running, total }: State, user: string): boolean {
  return total < limits.atOnce && (running.get(user) ?? 0) < limits.perUser;
}

function enter(state: State, user: string): void {
  state.total += 1;
  state.running.set(user, (state.running.get(user) ?? 0) + 1);
}

function leave(state: State, user: string): void {
  state.total -= 1;
  const left = (state.running.get(user) ?? 1) - 1;
  if (left === 0) state.running.delete(user);
  else state.running.set(user, left);
  const next = state.waiting.findIndex((one) => hasRoom(state, one.user));
  if (next >= 0) state.waiting.splice(next, 1)[0]?.start();
}

function queueFull({ what }: TurnQueueLimits): AppError {
  return new AppError('queue-full', `Too many ${what} are waiting. Try again in a few seconds.`, {
    retryAfterSeconds: 5,
  });
}

function waitForTurn(state: State, user: string, maxWaitMs: number, signal: AbortSignal): Promise<void> {
  const { waiting, limits } = state;
  if (waiting.length >= limits.waiting) throw queueFull(limits);
  return new Promise((resolve, reject) => {
    const one: Waiting = {
      user,
      start() {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
        enter(state, user);
        resolve();
      },
    };
    const giveUp = (reason: unknown): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      waiting.splice(waiting.indexOf(one), 1);
      reject(reason as Error);
    };
    const onAbort = (): void => giveUp(signal.reason);
    const timer = setTimeout(() => giveUp(queueFull(limits)), maxWaitMs);
    signal.addEventListener('abort', onAbort, { once: true });
    waiting.push(one);
  });
}

export function createTurnQueue(limits: TurnQueueLimits): TurnQueue {
  const state: State = { limits, running: new Map(), waiting: [], total: 0 };
  return {
    async run(user, maxWaitMs, signal, task) {
      signal.throwIfAborted();
      if (hasRoom(state, user)) enter(state, user);
      else await waitForTurn(state, user, maxWaitMs, signal);
      try {
        return await task();
      } finally {
        leave(state, user);
      }
    },
  };
}
