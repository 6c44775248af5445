import { ApiError } from '../api/api-error.ts';
import type { ExplorerApi } from '../api/explorer-api.ts';
import { createGraphData } from '../graph/graph-data.ts';
import type { AppState, KnownData, Service } from '../state/app-state.ts';
import type { ResourceStore } from '../state/resource-store.ts';
import type { Store } from '../state/store.ts';

/** Seconds between looks at a service that is away: soon at first, then patient. */
const RETRY_SECONDS = [1, 2, 3, 5, 8, 10] as const;
/** How often a page that works looks whether the service is still there and has other data. */
const PULSE_MS = 20_000;

export interface Session {
  /** Loads the data and stays with the service until `stop`. */
  start(): void;
  stop(): void;
  /** Looks again at once. */
  retry(): void;
}

function serviceOf(error: unknown, tries: number): Service {
  const retryInSeconds = RETRY_SECONDS[Math.min(tries, RETRY_SECONDS.length - 1)] ?? 10;
  if (error instanceof ApiError && error.code === 'no-data')
    return { status: 'empty', message: error.message };
  if (error instanceof ApiError && error.code === 'unauthorized') return { status: 'locked' };
  const message = error instanceof Error ? error.message : String(error);
  return { status: 'away', message, retryInSeconds };
}

async function loadData(api: ExplorerApi): Promise<KnownData> {
  const [meta, graph, documents] = await Promise.all([api.meta(), api.graph(), api.documents()]);
  return {
    meta,
    graph: createGraphData(graph),
    documents: documents.documents,
    isTruncated: graph.truncated,
    total: graph.total,
  };
}

/** Keeps the client and the service together: loads, notices when the service goes away or its data changes, recovers. */
export function createSession(
  app: Store<AppState>,
  resources: ResourceStore,
  api: ExplorerApi,
  clock: { setTimer(run: () => void, ms: number): number; clearTimer(timer: number): void },
): Session {
  let timer: number | null = null;
  let tries = 0;
  let isStopped = false;
  const plan = (run: () => void, ms: number): void => {
    if (timer !== null) clock.clearTimer(timer);
    if (!isStopped) timer = clock.setTimer(run, ms);
  };

  const load = async (): Promise<void> => {
    try {
      const data = await loadData(api);
      tries = 0;
      resources.clear();
      const service: Service =
        data.graph.order === 0 ? { status: 'empty', message: 'No data is loaded.' } : { status: 'ready' };
      app.update((state) => ({ ...state, service, data: data.graph.order === 0 ? null : data }));
      plan(() => void pulse(), data.graph.order === 0 ? 5_000 : PULSE_MS);
    } catch (error) {
      const service = serviceOf(error, tries);
      tries += 1;
      app.update((state) => ({ ...state, service }));
      plan(() => void load(), service.status === 'away' ? service.retryInSeconds * 1000 : 5_000);
    }
  };

  const pulse = async (): Promise<void> => {
    try {
      const meta = await api.meta();
      const known = app.get().data;
      if (known?.meta.revision !== meta.revision) return await load();
      plan(() => void pulse(), PULSE_MS);
    } catch {
      await load();
    }
  };

  return {
    start: () => void load(),
    retry: () => void load(),
    stop() {
      isStopped = true;
      if (timer !== null) clock.clearTimer(timer);
    },
  };
}
