import { AppError } from '../app-error.ts';
import type { Engine, PinnedData } from '../engine/engine.ts';
import type { Limits } from '../settings.ts';
import { loadGraph, noData } from './load-graph.ts';
import type { LoadedGraph, LoadGraphDeps } from './load-graph.ts';
import { isStaleGraphError } from './stale-graph.ts';

export interface HeldGraph {
  readonly graph: LoadedGraph;
  /** Idempotent. */
  release(): void;
}

export interface CurrentGraph {
  /**
   * Does something with the newest graph; does it once more with a newer one when the database turned out to be ahead.
   * @throws AppError no-data, engine-unavailable, too-many-edges while there is no graph
   */
  use<T>(task: (graph: LoadedGraph) => Promise<T>): Promise<T>;
  /**
   * Holds on to the newest graph for longer than one task, for an answer that is sent bit by bit.
   * @throws AppError as `use` does
   */
  hold(): HeldGraph;
  /** The revision in use, '' before the first. */
  revision(): string;
  /** Looks for a new revision and loads it; `force` loads in any case. */
  refresh(force?: boolean): Promise<LoadedGraph>;
  /** Begins to look for new revisions from time to time. */
  startPolling(): void;
  stop(): void;
}

export interface CurrentGraphDeps extends LoadGraphDeps {
  readonly engine: Engine;
  readonly limits: LoadGraphDeps['limits'] & Pick<Limits, 'revisionPollMs'>;
  /** Told of every new graph and every failed look. */
  readonly onChange?: (
    event: { revision: string; nodes: number; edges: number } | { error: unknown },
  ) => void;
}

/** A graph with the data it reads from, which is let go when it was replaced and nobody reads any more. */
interface Kept {
  readonly graph: LoadedGraph;
  readonly data: PinnedData;
  users: number;
  isReplaced: boolean;
}

interface State {
  kept: Kept | null;
  failure: unknown;
  running: { readonly promise: Promise<LoadedGraph>; readonly force: boolean } | null;
  timer: NodeJS.Timeout | undefined;
}

function letGoIfDone(kept: Kept): void {
  if (kept.isReplaced && kept.users === 0) kept.data.release();
}

function replace(state: State, next: Kept | null): void {
  const before = state.kept;
  state.kept = next;
  if (!before) return;
  before.isReplaced = true;
  letGoIfDone(before);
}

function hold(state: State): HeldGraph {
  const { kept } = state;
  if (!kept) throw state.failure;
  kept.users += 1;
  let isHeld = true;
  const release = (): void => {
    if (!isHeld) return;
    isHeld = false;
    kept.users -= 1;
    letGoIfDone(kept);
  };
  return { graph: kept.graph, release };
}

async function useOnce<T>(state: State, task: (graph: LoadedGraph) => Promise<T>): Promise<T> {
  const held = hold(state);
  try {
    return await task(held.graph);
  } finally {
    held.release();
  }
}

/** Loads what is published now, unless it is what we have. */
async function loadNewest(
  deps: CurrentGraphDeps,
  state: State,
  force: boolean,
  signal: AbortSignal,
): Promise<LoadedGraph> {
  await deps.engine.refresh();
  const data = deps.engine.pin();
  const known = !force && state.kept?.data.state === data.state ? state.kept.graph : null;
  try {
    const graph = await loadGraph(deps, data, known, signal);
    if (graph === known) data.release();
    else replace(state, { graph, data, users: 0, isReplaced: false });
    return graph;
  } catch (error) {
    data.release();
    throw error;
  }
}

async function look(
  deps: CurrentGraphDeps,
  state: State,
  force: boolean,
  signal: AbortSignal,
): Promise<LoadedGraph> {
  const before = state.kept?.graph;
  try {
    const loaded = await loadNewest(deps, state, force, signal);
    state.failure = null;
    const { nodeCount: nodes, edgeCount: edges } = loaded.topology;
    if (loaded !== before) deps.onChange?.({ revision: loaded.revision, nodes, edges });
    return loaded;
  } catch (error) {
    const code = error instanceof AppError ? error.code : null;
    state.failure = code === 'no-data' ? noData() : error;
    // An engine that is away keeps its last graph: what is in memory can still be answered.
    if (code === 'no-data' || code === 'too-many-edges') replace(state, null);
    deps.onChange?.({ error: state.failure });
    throw state.failure;
  }
}

/** One look at a time: who comes meanwhile waits for the same one, unless it must be a forced one. */
function refreshOnce(
  deps: CurrentGraphDeps,
  state: State,
  force: boolean,
  signal: AbortSignal,
): Promise<LoadedGraph> {
  const { running } = state;
  if (running && (running.force || !force)) return running.promise;
  const before = running?.promise.catch(() => {}) ?? Promise.resolve();
  const mine = { force, promise: before.then(() => look(deps, state, force, signal)) };
  state.running = mine;
  const clear = (): void => {
    if (state.running === mine) state.running = null;
  };
  mine.promise.then(clear, clear);
  return mine.promise;
}

export function createCurrentGraph(deps: CurrentGraphDeps): CurrentGraph {
  const stopping = new AbortController();
  const failure = new AppError('engine-unavailable', 'The graph is being read for the first time.', {
    retryAfterSeconds: 1,
  });
  const state: State = { kept: null, failure, running: null, timer: undefined };
  const refresh = (force = false): Promise<LoadedGraph> => refreshOnce(deps, state, force, stopping.signal);

  function pollLater(): void {
    state.timer = setTimeout(() => {
      refresh()
        .catch(() => {})
        .finally(() => {
          if (!stopping.signal.aborted) pollLater();
        });
    }, deps.limits.revisionPollMs);
    state.timer.unref();
  }

  return {
    async use(task) {
      try {
        return await useOnce(state, task);
      } catch (error) {
        if (!isStaleGraphError(error)) throw error;
        await refresh(true);
        return useOnce(state, task);
      }
    },
    hold: () => hold(state),
    revision: () => state.kept?.graph.revision ?? '',
    refresh,
    startPolling: pollLater,
    stop() {
      stopping.abort();
      clearTimeout(state.timer);
    },
  };
}
