import type { ChildProcess } from 'node:child_process';

/** A child that answers one request at a time. */
export interface AskedChild<Request, Answer> {
  readonly process: ChildProcess;
  /** True until the process ended. */
  readonly isAlive: boolean;
  /** Sends a request and waits for its answer. Rejects with ChildEnded when the process ends before. */
  ask(request: Request): Promise<Answer>;
  /** Ends it at once, whatever it is doing. */
  kill(): void;
  /** Resolves when the process is gone. */
  readonly ended: Promise<void>;
}

/** The process ended while somebody waited for it. Stays inside the engine: an adapter turns it into an AppError. */
export interface ChildEnded {
  readonly childEnded: true;
  readonly signal: string | null;
  readonly exitCode: number | null;
}

export function isChildEnded(error: unknown): error is ChildEnded {
  return typeof error === 'object' && error !== null && 'childEnded' in error;
}

interface Waiting<Answer> {
  resolve(answer: Answer): void;
  reject(reason: unknown): void;
}

/** Puts questions and answers over a child's message channel. */
export function askChild<Request extends object, Answer>(child: ChildProcess): AskedChild<Request, Answer> {
  let waiting: Waiting<Answer> | null = null;
  let end: ChildEnded | null = null;
  let announceEnd: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (announceEnd = resolve));
  const finish = (exitCode: number | null, signal: string | null): void => {
    if (end) return;
    end = { childEnded: true, exitCode, signal };
    waiting?.reject(end);
    waiting = null;
    announceEnd();
  };
  child.on('message', (message) => {
    const asked = waiting;
    waiting = null;
    asked?.resolve(message as Answer);
  });
  child.on('exit', finish);
  child.on('error', () => finish(null, null));
  return {
    process: child,
    get isAlive() {
      return end === null;
    },
    ended,
    ask(request) {
      return new Promise((resolve, reject) => {
        if (end) return reject(end);
        waiting = { resolve, reject };
        child.send(request, (error) => {
          if (error) child.kill('SIGKILL');
        });
      });
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
