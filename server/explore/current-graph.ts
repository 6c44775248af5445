import { createHash } from 'node:crypto';

import { AppError } from '../app-error.ts';
import type { Engine } from '../engine/engine.ts';
import type { Limits } from '../settings.ts';
import { createPathSearch } from '../topology/path-search.ts';
import type { PathSearch } from '../topology/path-search.ts';
import type { Topology } from '../topology/topology.ts';
import { loadTopology } from './load-topology.ts';
import { createRecordStore } from './record-store.ts';
import type { RecordStore } from './record-store.ts';
import type { RunStatement } from './run-statement.ts';
import { isStaleGraphError } from './stale-graph.ts';

export interface DataSetInfo {
  readonly id: string;
  readonly title: string;
  readonly shores: readonly string[];
  readonly fields: readonly { readonly id: string; readonly caption: string }[];
  readonly revision: string;
}

/** One revision of the data: the topology, what is known beside it, and what was worked out once for it. */
export interface LoadedGraph {
  readonly revision: string;
  readonly dataSets: readonly DataSetInfo[];
  readonly topology: Topology;
  readonly paths: PathSearch;
  readonly records: RecordStore;
  readonly loadedAtMs: number;
  /** Makes something once for this revision. */
  once<T>(key: string, make: () => Promise<T>): Promise<T>;
}

export interface CurrentGraph {
  /**
   * Does something with the newest graph; does it once more with a newer one when the database turned out to be ahead.
   * @throws AppError no-data, engine-unavailable, too-many-edges while there is no graph
   */
  use<T>(task: (graph: LoadedGraph) => Promise<T>): Promise<T>;
  /** The revision in use, '' before the first. */
  revision(): string;
  /** Looks for a new revision and loads it; `force` loads in any case. */
  refresh(force?: boolean): Promise<LoadedGraph>;
  /** Begins to look for new revisions from time to time. */
  startPolling(): void;
  stop(): void;
}

export interface CurrentGraphDeps {
  readonly engine: Engine;
  readonly run: RunStatement;
  readonly limits: Pick<Limits, 'topologyMaxEdges' | 'cacheMb' | 'revisionPollMs'>;
  readonly now: () => number;
  /** Told of every new graph and every failed look. */
  readonly onChange?: (
    event: { revision: string; nodes: number; edges: number } | { error: unknown },
  ) => void;
}

async function readDataSets(run: RunStatement, signal: AbortSignal): Promise<DataSetInfo[]> {
  const rows = await run('explore/list-data-sets', {}, { signal });
  return rows.map(([id, title, shores, fields, revision]) => ({
    id: id as string,
    title: (title ?? id) as string,
    shores: shores as string[],
    fields: (fields as string[]).map((field) => {
      const [fieldId = field, ...caption] = field.split('|');
      return { id: fieldId, caption: caption.join('|') || fieldId };
    }),
    revision: (revision ?? '') as string,
  }));
}

/** The revision of the database (docs/graph-shape.md). */
export function revisionOf(dataSets: readonly Pick<DataSetInfo, 'id' | 'revision'>[]): string {
  const lines = dataSets.map((dataSet) => `${dataSet.id}=${dataSet.revision}`).sort();
  return createHash('sha256').update(lines.join('\n'), 'utf8').digest('hex');
}

function createOnce(): LoadedGraph['once'] {
  const made = new Map<string, Promise<unknown>>();
  return <T>(key: string, make: () => Promise<T>): Promise<T> => {
    const known = made.get(key) as Promise<T> | undefined;
    if (known) return known;
    const making = make();
    made.set(key, making);
    making.catch(() => made.delete(key));
    return making;
  };
}

/** What everybody hears while nothing is loaded, whoever noticed it. */
export function noData(): AppError {
  return new AppError('no-data', 'There is no data, run npm run ingest.', { retryAfterSeconds: 5 });
}

async function loadGraph(
  deps: CurrentGraphDeps,
  known: LoadedGraph | null,
  signal: AbortSignal,
): Promise<LoadedGraph> {
  for (let attempt = 1; ; attempt += 1) {
    const dataSets = await readDataSets(deps.run, signal);
    if (dataSets.length === 0) {
      throw noData();
    }
    const revision = revisionOf(dataSets);
    if (known?.revision === revision) return known;
    const topology = await loadTopology(deps.run, deps.limits.topologyMaxEdges, signal);
    // A load that ended meanwhile would leave nodes of one revision beside edges of another.
    const isWhole =
      revisionOf(await readDataSets(deps.run, signal)) === revision && topology.danglingEdges === 0;
    if (!isWhole && attempt < 4) continue;
    return {
      revision,
      dataSets,
      topology,
      paths: createPathSearch(topology),
      records: createRecordStore(deps.run, topology, deps.limits.cacheMb * 1_000_000),
      loadedAtMs: deps.now(),
      once: createOnce(),
    };
  }
}

interface State {
  graph: LoadedGraph | null;
  failure: unknown;
  running: { readonly promise: Promise<LoadedGraph>; readonly force: boolean } | null;
  timer: NodeJS.Timeout | undefined;
}

async function look(
  deps: CurrentGraphDeps,
  state: State,
  force: boolean,
  signal: AbortSignal,
): Promise<LoadedGraph> {
  try {
    await deps.engine.refresh();
    const loaded = await loadGraph(deps, force ? null : state.graph, signal);
    const isNew = loaded !== state.graph;
    state.graph = loaded;
    state.failure = null;
    const { nodeCount: nodes, edgeCount: edges } = loaded.topology;
    if (isNew) deps.onChange?.({ revision: loaded.revision, nodes, edges });
    return loaded;
  } catch (error) {
    const code = error instanceof AppError ? error.code : null;
    state.failure = code === 'no-data' ? noData() : error;
    // An engine that is away keeps its last graph: what is in memory can still be answered.
    if (code === 'no-data' || code === 'too-many-edges') state.graph = null;
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
  const state: State = { graph: null, failure, running: null, timer: undefined };
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
      if (!state.graph) throw state.failure;
      try {
        return await task(state.graph);
      } catch (error) {
        if (!isStaleGraphError(error)) throw error;
        return task(await refresh(true));
      }
    },
    revision: () => state.graph?.revision ?? '',
    refresh,
    startPolling: pollLater,
    stop() {
      stopping.abort();
      clearTimeout(state.timer);
    },
  };
}
