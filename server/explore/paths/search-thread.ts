import { parentPort, workerData } from 'node:worker_threads';

import { createPathSearch } from '../../topology/path-search.ts';
import { createWeightsOf, runTask } from './path-task.ts';
import type { ThreadData } from './run-in-thread.ts';

/** One search, in a thread of its own. */
const { topology, task, timeoutMs } = workerData as ThreadData;
const startedAtMs = performance.now();
const answer = runTask(
  topology,
  createPathSearch(topology),
  createWeightsOf(topology),
  task,
  () => performance.now() - startedAtMs > timeoutMs,
);
parentPort?.postMessage(answer, []);
