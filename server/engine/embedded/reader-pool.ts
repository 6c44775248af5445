import { AppError } from '../../app-error.ts';
import { askChild, isChildEnded } from '../children/ask-child.ts';
import type { AskedChild } from '../children/ask-child.ts';
import { errorFromWire } from '../children/error-on-wire.ts';
import { startChild } from '../children/start-child.ts';
import type { ReadResult } from '../engine.ts';
import type { EngineLogger } from '../engine-logger.ts';
import type { ReaderAnswer, ReaderRequest } from './reader-protocol.ts';

export interface ReadJob {
  readonly text: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly maxRows: number | null;
  readonly timeoutMs: number;
}

/** The reader children of one generation. */
export interface ReaderPool {
  /** Runs a statement on the next free child; a child that dies is replaced and the read tried again. */
  read(job: ReadJob, signal?: AbortSignal): Promise<ReadResult>;
  /** Starts a child if none is there; its engine's version. */
  version(): Promise<string>;
  /** Ends the children when the reads in hand are answered; for a pool whose generation was replaced. */
  retire(): void;
  /** Ends the children now. */
  close(): Promise<void>;
  /** Process ids of the children, for tests. */
  pids(): readonly number[];
}

interface Reader {
  readonly child: AskedChild<ReaderRequest, ReaderAnswer>;
  readonly version: string;
}

interface PoolState {
  readonly idle: Reader[];
  readonly all: Set<AskedChild<ReaderRequest, ReaderAnswer>>;
  readonly waiting: ((free: Reader | null) => void)[];
  /** Reads in hand, waiting ones too. */
  inHand: number;
  isRetired: boolean;
  isClosed: boolean;
}

const AWAY = 'The process that reads the database ended. Ask again.';

async function startReader(path: string, state: PoolState): Promise<Reader> {
  const child = askChild<ReaderRequest, ReaderAnswer>(startChild('./reader-child', import.meta.url));
  state.all.add(child);
  const onEnd = (): void => {
    state.all.delete(child);
    const at = state.idle.findIndex((reader) => reader.child === child);
    if (at >= 0) state.idle.splice(at, 1);
    // Its place is free: whoever waits may start another.
    state.waiting.shift()?.(null);
  };
  void child.ended.then(onEnd, onEnd);
  const answer = await child.ask({ type: 'open', path });
  if (answer.type === 'ready') return { child, version: answer.version };
  child.kill();
  // The file of an older generation may be gone; the next look finds a newer one.
  throw new AppError('engine-unavailable', 'The database file cannot be opened.', { retryAfterSeconds: 1 });
}

/** Rejects when the signal aborts or the time is over; `late` is called once in that case. */
function withinTime<T>(
  work: Promise<T>,
  timeoutMs: number,
  signal: AbortSignal | undefined,
  late: () => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (reason: unknown): void => {
      late();
      reject(reason as Error);
    };
    const onAbort = (): void => stop(signal?.reason);
    const timer = setTimeout(
      () => stop(new AppError('deadline-exceeded', `The read took longer than ${timeoutMs} ms.`)),
      timeoutMs,
    );
    signal?.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    });
  });
}

async function takeReader(path: string, size: number, state: PoolState): Promise<Reader> {
  for (;;) {
    if (state.isClosed) throw new AppError('engine-unavailable', 'The database is being closed.');
    const free = state.idle.pop();
    if (free) return free;
    if (state.all.size < size) return startReader(path, state);
    const handed = await new Promise<Reader | null>((resolve) => state.waiting.push(resolve));
    if (handed) return handed;
  }
}

function giveBack(reader: Reader, state: PoolState): void {
  if (!reader.child.isAlive) return;
  if (state.isClosed) return reader.child.kill();
  const next = state.waiting.shift();
  if (next) next(reader);
  else state.idle.push(reader);
}

function endAll(state: PoolState): void {
  state.isClosed = true;
  for (const child of state.all) child.kill();
  for (const wait of state.waiting.splice(0)) wait(null);
}

function endIfDone(state: PoolState): void {
  if (state.isRetired && state.inHand === 0) endAll(state);
}

async function ask(reader: Reader, job: ReadJob): Promise<ReadResult> {
  const answer = await reader.child.ask({
    type: 'read',
    text: job.text,
    params: job.params,
    maxRows: job.maxRows,
  });
  if (answer.type === 'result') return answer.result;
  throw answer.type === 'failed' ? errorFromWire(answer.error) : new AppError('internal-error', AWAY);
}

interface Pool {
  readonly path: string;
  readonly size: number;
  readonly state: PoolState;
  readonly logger: EngineLogger;
}

async function readOnce(
  { path, size, state }: Pool,
  job: ReadJob,
  signal: AbortSignal | undefined,
): Promise<ReadResult> {
  let running: Reader | null = null;
  let isLate = false;
  const work = async (): Promise<ReadResult> => {
    const reader = await takeReader(path, size, state);
    if (isLate) {
      giveBack(reader, state);
      throw new AppError('deadline-exceeded', 'Too late.');
    }
    running = reader;
    return ask(reader, job).finally(() => giveBack(reader, state));
  };
  return withinTime(work(), job.timeoutMs, signal, () => {
    isLate = true;
    // The engine cannot cancel: only the end of the process ends the work.
    running?.child.kill();
  });
}

/** Every idle child may have died unnoticed: one try for each, and one on a new child. */
async function readWithRetries(
  pool: Pool,
  job: ReadJob,
  signal: AbortSignal | undefined,
): Promise<ReadResult> {
  for (let attempt = 1; ; attempt += 1) {
    signal?.throwIfAborted();
    try {
      return await readOnce(pool, job, signal);
    } catch (error) {
      if (!isChildEnded(error)) throw error;
      pool.logger.warn({ exitCode: error.exitCode, signal: error.signal, attempt }, 'a reader process ended');
      if (attempt > pool.size) throw new AppError('engine-unavailable', AWAY, { retryAfterSeconds: 1 });
    }
  }
}

/** @param size children at most; each runs one statement at a time */
export function createReaderPool(path: string, size: number, logger: EngineLogger): ReaderPool {
  const state: PoolState = {
    idle: [],
    all: new Set(),
    waiting: [],
    inHand: 0,
    isRetired: false,
    isClosed: false,
  };
  const pool: Pool = { path, size, state, logger };
  return {
    async read(job, signal) {
      state.inHand += 1;
      try {
        return await readWithRetries(pool, job, signal);
      } finally {
        state.inHand -= 1;
        endIfDone(state);
      }
    },
    async version() {
      const reader = await takeReader(path, size, state);
      giveBack(reader, state);
      return reader.version;
    },
    retire() {
      state.isRetired = true;
      endIfDone(state);
    },
    async close() {
      endAll(state);
      await Promise.all([...state.all].map((child) => child.ended));
    },
    pids: () => [...state.all].map((child) => child.process.pid ?? 0),
  };
}
