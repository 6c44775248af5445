import type { ExplorerApi } from '../api/explorer-api.ts';
import type { AppState } from '../state/app-state.ts';
import { memoLast } from '../state/memo-last.ts';
import { watch, type Store } from '../state/store.ts';
import type { ViewState } from '../state/view-state.ts';
import { learn } from './bring-onto-canvas.ts';

/** Things asked for at most on one page; more of them stay undrawn. */
const ASKED_MAX = 200;
const AT_ONCE = 4;

/** What an exploration shows by name. */
function wantedIds({ layout, shown }: ViewState): readonly string[] {
  return layout === 'force' && shown !== 'everything' ? shown : NOTHING;
}
const NOTHING: readonly string[] = [];

const missingIds = memoLast((data: AppState['data'], wanted: readonly string[]): readonly string[] =>
  data ? wanted.filter((id) => !data.graph.hasNode(id)) : [],
);

/**
 * Fetches what the view shows and the client does not hold: a document, or what is beyond the part of the graph that
 * the service sent. So an address shows the same on a fresh page. What the service does not know is left out.
 */
export function holdShownThings(app: Store<AppState>, api: ExplorerApi): () => void {
  const asked = new Set<string>();
  const waiting: string[] = [];
  let running = 0;
  const next = async (): Promise<void> => {
    const id = waiting.shift();
    if (id === undefined) return;
    running += 1;
    try {
      await fetchThing(app, api, id);
    } catch {
      // An id that nothing has; the panel says so where it is selected.
    }
    running -= 1;
    void next();
  };
  return watch(
    app,
    ({ data, history }) => missingIds(data, wantedIds(history.view)),
    (missing) => {
      for (const id of missing) {
        const key = `${app.get().data?.meta.revision} ${id}`;
        if (asked.has(key) || asked.size >= ASKED_MAX) continue;
        asked.add(key);
        waiting.push(id);
      }
      for (let free = AT_ONCE - running; free > 0; free -= 1) void next();
    },
  );
}

/** Learns an entity and its relationships to what the client holds. */
async function fetchThing(app: Store<AppState>, api: ExplorerApi, id: string): Promise<void> {
  const { nodes, edges } = await api.neighbours(id);
  const known = app.get().data?.graph;
  const isKept = (other: string): boolean => other === id || known?.hasNode(other) === true;
  learn(
    { app },
    {
      nodes: nodes.filter((node) => node.id === id),
      edges: edges.filter((edge) => isKept(edge.source) && isKept(edge.target)),
    },
  );
}
