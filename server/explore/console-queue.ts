import { AppError } from '../app-error.ts';

export interface ConsoleQueueLimits {
  /** At once, of one user. */
  readonly perUser: number;
  /** At once, of all. */
  readonly atOnce: number;
  /** That may wait. */
  readonly waiting: number;
}

/** Lets console statements in: so many at once, of one user and of all; the others wait in order of arrival. */
export interface ConsoleQueue {
  /**
   * Runs the task when it is its turn.
   * @throws AppError queue-full; the signal's reason when it aborts while waiting
   */
  run<T>(user: string, signal: AbortSignal, task: () => Promise<T>): Promise<T>;
}

interface Waiting {
  readonly user: string;
  start(): void;
}

export function createConsoleQueue(limits: ConsoleQueueLimits): ConsoleQueue {
  const running = new Map<string, number>();
  const waiting: Waiting[] = [];
  let total = 0;
  const hasRoom = (user: string): boolean =>
    total < limits.atOnce && (running.get(user) ?? 0) < limits.perUser;

  function enter(user: string): void {
    total += 1;
    running.set(user, (running.get(user) ?? 0) + 1);
  }

  function leave(user: string): void {
    total -= 1;
    const left = (running.get(user) ?? 1) - 1;
    if (left === 0) running.delete(user);
    else running.set(user, left);
    const next = waiting.findIndex((one) => hasRoom(one.user));
    if (next >= 0) waiting.splice(next, 1)[0]?.start();
  }

  function waitForTurn(user: string, signal: AbortSignal): Promise<void> {
    if (waiting.length >= limits.waiting) {
      throw new AppError('queue-full', 'Too many statements are waiting. Try again in a few seconds.', {
        retryAfterSeconds: 5,
      });
    }
    return new Promise((resolve, reject) => {
      const one: Waiting = {
        user,
        start() {
          signal.removeEventListener('abort', giveUp);
          enter(user);
          resolve();
        },
      };
      const giveUp = (): void => {
        waiting.splice(waiting.indexOf(one), 1);
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', giveUp, { once: true });
      waiting.push(one);
    });
  }

  return {
    async run(user, signal, task) {
      signal.throwIfAborted();
      if (hasRoom(user)) enter(user);
      else await waitForTurn(user, signal);
      try {
        return await task();
      } finally {
        leave(user);
      }
    },
  };
}
