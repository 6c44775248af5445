import { Worker } from 'node:worker_threads';

import type { Connection } from '../../topology/connect-ends.ts';
import type { PathAnswer } from '../../topology/found-path.ts';
import type { Topology } from '../../topology/topology.ts';
import type { ConnectTask, PathTask } from './path-task.ts';

/** What a thread is handed. Its typed arrays lie in shared memory: nothing of the graph is copied. */
export interface ThreadData {
  readonly topology: Topology;
  readonly task: PathTask | ConnectTask;
  readonly timeoutMs: number;
}

/** What a search needs none of: the texts, which cannot be shared. */
const WITHOUT_TEXTS = { ids: [], captions: [] };

/**
 * A thread takes no loader from `--import` as a process does: running from source, in the project's folder, it registers
 * it by itself.
 */
function startFromSource(entry: URL, data: ThreadData): Worker {
  const load = `import(${JSON.stringify(entry.href)})`;
  const program = `import('tsx/esm/api').then(({ register }) => { register(); return ${load}; });`;
  return new Worker(program, { eval: true, workerData: data, env: {} });
}

function startThread(data: ThreadData): Worker {
  return import.meta.url.endsWith('.ts')
    ? startFromSource(new URL('./search-thread.ts', import.meta.url), data)
    : new Worker(new URL('./search-thread.js', import.meta.url), { workerData: data, env: {} });
}

/**
 * Searches in a thread of its own, which ends with the search: nobody waits for it but who asked.
 * @param timeoutMs after which it stops with what it found
 * @throws the signal's reason when it aborts: the thread is ended at once
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
      signal.removeEventListener('abort', onAbort);
      void thread.terminate();
      settle();
    };
    const onAbort = (): void => end(() => reject(signal.reason as Error));
    signal.addEventListener('abort', onAbort);
    thread.once('message', (answer: PathAnswer | Connection) => end(() => resolve(answer)));
    thread.once('error', (error) => end(() => reject(error)));
    thread.once('exit', () => end(() => reject(new Error('The search thread ended without an answer.'))));
  });
}
