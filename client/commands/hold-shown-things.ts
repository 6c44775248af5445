import type { ExplorerApi } from '../api/explorer-api.ts';
import type { Subgraph } from '../../server/contract/graph.ts';
import type { AppState } from '../state/app-state.ts';
import { memoLast } from '../state/memo-last.ts';
import { watch, type Store } from '../state/store.ts';
import type { ViewState } from '../state/view-state.ts';
import { learn } from './bring-onto-canvas.ts';

/** Things asked for at most on one page; more of them stay undrawn, and the reader is told. */
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

function describeMissing(missing: number, shown: number, isBeyondMax: boolean): string {
  const why = isBeyondMax
    ? `at most ${ASKED_MAX} are fetched beside what is loaded`
    : missing === 1
      ? 'it could not be fetched'
      : 'they could not be fetched';
  return `${missing} of the ${shown} things of this view ${missing === 1 ? 'is' : 'are'} not drawn: ${why}`;
}

/** A thing as it is in the data of this revision. */
function keyIn(app: Store<AppState>, id: string): string {
  return `${app.get().data?.meta.revision} ${id}`;
}

/** Says how much of the view is missing, once for each thing. */
function createTeller(app: Store<AppState>, isAsked: (id: string) => boolean): () => void {
  const told = new Set<string>();
  return () => {
    const { data, history } = app.get();
    const wanted = wantedIds(history.view);
    const missing = missingIds(data, wanted);
    const untold = missing.map((id) => keyIn(app, id)).filter((key) => !told.has(key));
    if (untold.length === 0) return;
    for (const key of untold) told.add(key);
    const notice = describeMissing(missing.length, wanted.length, !missing.every(isAsked));
    app.update((state) => ({ ...state, notice }));
  };
}

/**
 * Fetches what the view shows and the client does not hold: a document, or what is beyond the part of the graph that
 * the service sent. So an address shows the same on a fresh page. What is fetched is learnt at once, when all has come.
 */
export function holdShownThings(app: Store<AppState>, api: ExplorerApi): () => void {
  const asked = new Set<string>();
  const waiting: string[] = [];
  let fetched: Subgraph[] = [];
  let running = 0;
  const tellMissing = createTeller(app, (id) => asked.has(keyIn(app, id)));
  const settle = (): void => {
    const nodes = fetched.flatMap((subgraph) => subgraph.nodes);
    const edges = fetched.flatMap((subgraph) => subgraph.edges);
    fetched = [];
    learn({ app }, { nodes, edges });
    tellMissing();
  };
  const next = async (): Promise<void> => {
    const id = waiting.shift();
    if (id === undefined) {
      if (running === 0) settle();
      return;
    }
    running += 1;
    try {
      fetched.push(await fetchThing(api, id));
    } catch {
      // An id that nothing has, or no answer: it is counted among what is missing.
    }
    running -= 1;
    void next();
  };
  return watch(
    app,
    ({ data, history }) => missingIds(data, wantedIds(history.view)),
    (missing) => {
      for (const id of missing) {
        const key = keyIn(app, id);
        if (asked.has(key) || asked.size >= ASKED_MAX) continue;
        asked.add(key);
        waiting.push(id);
      }
      if (waiting.length === 0 && running === 0) tellMissing();
      for (let free = Math.min(AT_ONCE - running, waiting.length); free > 0; free -= 1) void next();
    },
  );
}

/** An entity and its relationships; those to what the client does not hold are not learnt. */
async function fetchThing(api: ExplorerApi, id: string): Promise<Subgraph> {
  const { nodes, edges } = await api.neighbours(id);
  return { nodes: nodes.filter((node) => node.id === id), edges };
}
