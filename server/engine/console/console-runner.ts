import type { ChildProcess } from 'node:child_process';

import { AppError } from '../../app-error.ts';
import type { Limits } from '../../settings.ts';
import type { ConsoleRequest, ConsoleSink, ConsoleSummary } from '../engine.ts';
import type { EngineLogger } from '../engine-logger.ts';
import { openConsoleProcess } from './console-child-process.ts';
import type { ConsoleProcess } from './console-child-process.ts';
import { openingLimitMs, timeLeftAfterOpeningMs } from './time-left.ts';
import { createVerdictCache } from './verdict-cache.ts';
import type { VerdictCache } from './verdict-cache.ts';

export interface ConsoleRunnerDeps {
  /** Starts a child that nobody has spoken to. */
  readonly start: () => ChildProcess;
  readonly limits: Pick<Limits, 'consoleAtOnce' | 'consoleMemoryMb' | 'consoleVerdicts'>;
  readonly logger: EngineLogger;
}

/** What a child is opened with, and a key: a child that was opened under another key is not used again. */
export interface ConsoleOpening {
  readonly key: string;
  readonly value: unknown;
}

/** Runs typed statements in children of their own; the caller limits how many at once. */
export interface ConsoleRunner {
  run(opening: ConsoleOpening, request: ConsoleRequest, sink: ConsoleSink): Promise<ConsoleSummary>;
  close(): Promise<void>;
}

interface Kept {
  readonly key: string;
  readonly child: ConsoleProcess;
}

/** A child that has grown to this part of its ceiling is not kept: the next statement would pay for the last. */
const KEEP_BELOW = 0.3;

/** Waits for a process to open, no longer than the statement may take in all. */
async function withinTime<T>(opened: Promise<T>, { timeoutMs, signal }: ConsoleRequest): Promise<T> {
  let stop: () => void = () => undefined;
  const late = new Promise<never>((_, reject) => {
    const onAbort = (): void => reject(signal.reason as Error);
    const timer = setTimeout(
      () => reject(new AppError('deadline-exceeded', `No process was free within ${timeoutMs} ms.`)),
      openingLimitMs(timeoutMs),
    );
    signal.addEventListener('abort', onAbort, { once: true });
    stop = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    };
  });
  opened.catch(() => undefined);
  return Promise.race([opened, late]).finally(stop);
}

async function openNew(
  process: ChildProcess,
  opening: unknown,
  memoryMb: number,
  request: ConsoleRequest,
): Promise<ConsoleProcess> {
  try {
    return await withinTime(openConsoleProcess(process, opening, memoryMb), request);
  } catch (error) {
    process.kill('SIGKILL');
    throw error;
  }
}

/** Every child that lives, one that is still opening among them. */
function createRegister() {
  const ends = new Map<ChildProcess, Promise<void>>();
  let isClosed = false;
  return {
    get isClosed() {
      return isClosed;
    },
    add(process: ChildProcess): void {
      const ended = new Promise<void>((resolve) => {
        process.once('exit', () => resolve());
        // It could not be started.
        process.once('error', () => resolve());
      });
      ends.set(process, ended);
      void ended.then(() => ends.delete(process));
    },
    async close(): Promise<void> {
      isClosed = true;
      for (const process of ends.keys()) process.kill('SIGKILL');
      await Promise.all(ends.values());
    },
  };
}

function beingClosed(): AppError {
  return new AppError('engine-unavailable', 'The database is being closed.');
}

/** Has a statement planned only if it was not admitted before, for the same data, and tells how fast its rows came. */
async function runRemembering(
  verdicts: VerdictCache,
  { key, child }: Kept,
  request: ConsoleRequest,
  sink: ConsoleSink,
): Promise<ConsoleSummary> {
  const data = `${key}\0${request.data}`;
  const known = verdicts.get(data, request.text);
  // A plan is asked for to be seen: it is always made anew.
  const { summary, msPerRow } = await child.run(request, request.mode === 'plan' ? null : known, sink);
  const { notifications } = summary;
  verdicts.set(data, request.text, { notifications, msPerRow: msPerRow ?? known?.msPerRow ?? null });
  return summary;
}

/** Children that wait for their next statement. */
function createShelf({ consoleAtOnce, consoleMemoryMb }: ConsoleRunnerDeps['limits']) {
  const idle: Kept[] = [];
  const isSlim = ({ child }: Kept): boolean =>
    (child.memoryBytes() ?? 0) < KEEP_BELOW * consoleMemoryMb * 1_000_000;
  return {
    /** One that was opened under this key; others are of no more use. */
    take(key: string): Kept | null {
      for (let kept = idle.pop(); kept; kept = idle.pop()) {
        if (kept.child.isAlive && kept.key === key) return kept;
        kept.child.kill();
      }
      return null;
    },
    put(kept: Kept): void {
      if (idle.length >= consoleAtOnce) return kept.child.kill();
      idle.push(kept);
      // Weighed when the answer is out: who asked need not wait for it. One at work again is weighed after that.
      setImmediate(() => {
        const place = idle.indexOf(kept);
        if (place >= 0 && !isSlim(kept)) idle.splice(place, 1)[0]?.child.kill();
      });
    },
  };
}

export function createConsoleRunner({ start, limits, logger }: ConsoleRunnerDeps): ConsoleRunner {
  const shelf = createShelf(limits);
  const register = createRegister();
  const verdicts = createVerdictCache(limits.consoleVerdicts);
  const take = async ({ key, value }: ConsoleOpening, request: ConsoleRequest): Promise<Kept> => {
    if (register.isClosed) throw beingClosed();
    const idle = shelf.take(key);
    if (idle) return idle;
    const process = start();
    register.add(process);
    try {
      const child = await openNew(process, value, limits.consoleMemoryMb, request);
      if (!register.isClosed) return { key, child };
      child.kill();
    } catch (error) {
      if (!register.isClosed) throw error;
    }
    throw beingClosed();
  };
  const giveBack = (kept: Kept): void => {
    if (kept.child.isAlive && !kept.child.hasYielded && !register.isClosed) shelf.put(kept);
    else kept.child.kill();
  };
  return {
    async run(opening, request, sink) {
      request.signal.throwIfAborted();
      const askedAtMs = performance.now();
      const kept = await take(opening, request);
      try {
        request.signal.throwIfAborted();
        const timeoutMs = timeLeftAfterOpeningMs(request.timeoutMs, performance.now() - askedAtMs);
        return await runRemembering(verdicts, kept, { ...request, timeoutMs }, sink);
      } catch (error) {
        if (error instanceof AppError) logger.debug({ code: error.code }, 'a console statement failed');
        throw error;
      } finally {
        giveBack(kept);
      }
    },
    close: register.close,
  };
}
