import type { ChildProcess } from 'node:child_process';

import { AppError } from '../../app-error.ts';
import { errorFromWire } from '../children/error-on-wire.ts';
import type { ConsoleRequest, ConsoleSink } from '../engine.ts';
import type {
  ConsoleMessage,
  ConsoleOutcome,
  ConsoleRequest as ChildRequest,
  Portion,
} from './console-protocol.ts';
import type { Verdict } from './verdict-cache.ts';
import { readMemoryBytes, watchMemory } from './memory-watchdog.ts';
import { watchProcessor } from './yield-processor.ts';

/** A console child that was opened and can run statements, one at a time. */
export interface ConsoleProcess {
  readonly process: ChildProcess;
  readonly isAlive: boolean;
  /** It runs behind everybody else since a statement took long: no place for the next one. */
  readonly hasYielded: boolean;
  run(request: ConsoleRequest, verdict: Verdict | null, sink: ConsoleSink): Promise<ConsoleOutcome>;
  /** Bytes in use; null where the system does not say. */
  memoryBytes(): number | null;
  kill(): void;
}

const MB = 1_000_000;
/** The engine's own timeout gives the better message: let it come first. */
const GRACE_MS = 300;
/** A plan that nobody waits for any more is there in milliseconds, a new process in tenths of a second. */
const ABANDONED_PLAN_MS = 250;

interface Conversation {
  onMessage(message: ConsoleMessage): void;
  onEnd(error: AppError): void;
}

function describeEnd(signal: string | null): AppError {
  // V8 aborts when its heap is full.
  if (signal === 'SIGABRT') return new AppError('out-of-memory', 'The statement needed too much memory.');
  return new AppError('engine-unavailable', 'The statement ended the process that ran it.', {
    hint: 'Ask for less at a time.',
    retryAfterSeconds: 1,
  });
}

function converse(child: ChildProcess) {
  let current: Conversation | null = null;
  let isAlive = true;
  const end = (signal: string | null): void => {
    if (!isAlive) return;
    isAlive = false;
    current?.onEnd(describeEnd(signal));
  };
  child.on('message', (message) => current?.onMessage(message as ConsoleMessage));
  child.on('exit', (_code, signal) => end(signal));
  child.on('error', () => end(null));
  return {
    get isAlive() {
      return isAlive;
    },
    /** Sends a request and listens until `finish` is called. */
    talk<T>(
      request: ChildRequest<unknown>,
      hear: (message: ConsoleMessage, finish: (result: T) => void, fail: (error: unknown) => void) => void,
      begin?: (fail: (error: unknown) => void) => () => void,
    ): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        let stop: () => void = () => undefined;
        const settle = (how: () => void): void => {
          if (!current) return;
          current = null;
          stop();
          how();
        };
        const fail = (error: unknown): void => settle(() => reject(error as Error));
        const finish = (result: T): void => settle(() => resolve(result));
        if (!isAlive) return reject(describeEnd(null));
        current = { onMessage: (message) => hear(message, finish, fail), onEnd: fail };
        stop = begin?.(fail) ?? stop;
        child.send(request, (error) => {
          if (error) child.kill('SIGKILL');
        });
      });
    },
  };
}

type Talk = ReturnType<typeof converse>;

/** What is watched while a statement runs, beside the time. */
interface Watch {
  readonly memoryMb: number;
  /** Called when the process has been put behind everybody else. */
  readonly onYield: () => void;
}

/** Starts the clocks of a statement; whichever rings first ends the process. */
function startLimits(
  child: ChildProcess,
  request: ConsoleRequest,
  { memoryMb, onYield }: Watch,
  fail: (error: unknown) => void,
) {
  const end = (error: unknown): void => {
    child.kill('SIGKILL');
    fail(error);
  };
  const tooLate = (): void =>
    end(new AppError('deadline-exceeded', `The statement took longer than ${request.timeoutMs} ms.`));
  const tooLarge = (): void =>
    end(new AppError('out-of-memory', `The statement needed more than ${memoryMb} MB.`));
  let abandoned: ReturnType<typeof setTimeout> | undefined;
  const onAbort = (): void => {
    const endNow = (): void => end(request.signal.reason);
    if (request.mode === 'plan') abandoned = setTimeout(endNow, ABANDONED_PLAN_MS);
    else endNow();
  };
  const timer = setTimeout(tooLate, request.timeoutMs + GRACE_MS);
  const pid = child.pid ?? 0;
  const stopWatching = watchMemory(pid, memoryMb * MB, tooLarge);
  const stopYielding = watchProcessor(pid, onYield);
  request.signal.addEventListener('abort', onAbort, { once: true });
  const stop = (): void => {
    clearTimeout(timer);
    clearTimeout(abandoned);
    stopWatching();
    stopYielding();
    request.signal.removeEventListener('abort', onAbort);
  };
  return { end, stop, tooLarge };
}

async function handOn({ columns, ...rows }: Portion, sink: ConsoleSink): Promise<void> {
  if (columns) sink.columns(columns);
  if (rows.count > 0) await sink.rows(rows);
}

function runStatement(
  child: ChildProcess,
  talk: Talk,
  request: ConsoleRequest,
  verdict: Verdict | null,
  sink: ConsoleSink,
  watch: Watch,
): Promise<ConsoleOutcome> {
  const { text, params, mode, maxRows, maxBytes, timeoutMs } = request;
  const run = { text, params, mode, verdict, maxRows, maxBytes, timeoutMs };
  let limits: ReturnType<typeof startLimits> | null = null;
  // A few portions are on their way at once; the sink gets one after the other.
  let handedOn: Promise<void> = Promise.resolve();
  const handNext = (portion: Portion): Promise<void> =>
    (handedOn = handedOn.then(() => handOn(portion, sink)));
  const conclude = async ({ summary, msPerRow, ...last }: ConsoleMessage & { type: 'done' }) => {
    await handNext(last);
    // A plan may be there after its caller has left.
    request.signal.throwIfAborted();
    return { summary, msPerRow };
  };
  return talk.talk<ConsoleOutcome>(
    { type: 'run', run },
    (message, finish, fail) => {
      if (message.type === 'done') conclude(message).then(finish, fail);
      else if (message.type === 'failed') fail(errorFromWire(message.error));
      else if (message.type === 'memory' && message.bytes > watch.memoryMb * MB) limits?.tooLarge();
      else if (message.type === 'rows') {
        handNext(message).then(
          () => child.connected && child.send({ type: 'more' }),
          (error: unknown) => limits?.end(error),
        );
      }
    },
    (fail) => {
      limits = startLimits(child, request, watch, fail);
      return limits.stop;
    },
  );
}

/**
 * Opens a started console child.
 * @param opening the adapter's own: a file, or an address with its login. It goes over the channel, not the environment
 * @param memoryMb megabytes at which a statement ends with its process
 */
export async function openConsoleProcess(
  child: ChildProcess,
  opening: unknown,
  memoryMb: number,
): Promise<ConsoleProcess> {
  const talk = converse(child);
  await talk.talk<null>({ type: 'open', opening }, (message, finish, fail) => {
    if (message.type === 'ready') finish(null);
    else if (message.type === 'failed') fail(errorFromWire(message.error));
  });
  let hasYielded = false;
  const watch: Watch = { memoryMb, onYield: () => (hasYielded = true) };
  return {
    process: child,
    get isAlive() {
      return talk.isAlive && !child.killed;
    },
    get hasYielded() {
      return hasYielded;
    },
    run: (request, verdict, sink) => runStatement(child, talk, request, verdict, sink, watch),
    memoryBytes: () => readMemoryBytes(child.pid ?? 0),
    kill: () => void child.kill('SIGKILL'),
  };
}
