import { Worker } from 'node:worker_threads';

import { AppError } from '../../app-error.ts';
import type { Connection } from '../../topology/connect-ends.ts';
import type { PathAnswer } from '../../topology/found-path.ts';
import type { Topology } from '../../topology/topology.ts';
import type { ConnectTask, PathTask } from './path-task.ts';

/** What a thread is handed. The columns of the graph lie in shared memory; only the small tables of codes are copied. */
export interface ThreadData {
  readonly topology: Topology;
  readonly task: PathTask | ConnectTask;
  readonly timeoutMs: number;
}

/** What a search needs none of: the texts, which cannot be shared. */
const WITHOUT_TEXTS = { ids: [], captions: [] };
/** A search keeps beginnings of paths until its time is up; this is far more than it needs. */
const MEMORY_MB = 512;
/** How much longer than its own time a thread may take to answer. */
const GRACE_MS = 2_000;

const OPTIONS = { env: {}, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } };

/**
 * A thread takes no loader from `--import` as a process does: running from source, in the project's folder, it registers
 * it by itself.
 */
function startFromSource(entry: URL, data: ThreadData): Worker {
  const load = `import(${JSON.stringify(entry.href)})`;
  const program = `import('tsx/esm/api').then(({ register }) => { register(); return ${load}; });`;
  return new Worker(program, { ...OPTIONS, eval: true, workerData: data });
}

function startThread(data: ThreadData): Worker {
  return import.meta.url.endsWith('.ts')
    ? startFromSource(new URL('./search-thread.ts', import.meta.url), data)
    : new Worker(new URL('./search-thread.js', import.meta.url), { ...OPTIONS, workerData: data });
}

function tooLong(timeoutMs: number): AppError {
  return new AppError('deadline-exceeded', `No path was found within ${timeoutMs} ms.`, {
    hint: 'Ask for fewer hops, or for fewer types of relationship.',
  });
}

function nameError(error: NodeJS.ErrnoException): Error {
  if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return error;
  return new AppError('out-of-memory', 'The search needed too much memory.', {
    cause: error,
    hint: 'Ask for fewer hops, for fewer paths, or through fewer entities.',
  });
}

/**
 * Searches in a thread of its own, which ends with the search: nobody waits for it but who asked.
 * @param timeoutMs after which it stops with what it found
 * @throws AppError out-of-memory, deadline-exceeded; the signal's reason when it aborts: the thread is ended at once
 */
export function runInThread(
  topology: Topology,
  task: PathTask | ConnectTask,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<PathAnswer | Connection> {
  return new Promise((resolve, reject) => {
    const thread = startThread({ topology: { ...topology, ...WITHOUT_TEXTS }, task, timeoutMs });
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      void thread.terminate();
      settle();
    };
    const onAbort = (): void => end(() => reject(signal.reason as Error));
    const timer = setTimeout(() => end(() => reject(tooLong(timeoutMs))), timeoutMs + GRACE_MS);
    signal.addEventListener('abort', onAbort);
    thread.once('message', (answer: PathAnswer | Connection) => end(() => resolve(answer)));
    thread.once('error', (error: NodeJS.ErrnoException) => end(() => reject(nameError(error))));
    thread.once('exit', () => end(() => reject(new Error('The search thread ended without an answer.'))));
  });
}
