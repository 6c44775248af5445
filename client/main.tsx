import { createRoot } from 'react-dom/client';

import { createExplorerApi } from './api/explorer-api.ts';
import { createHttpClient } from './api/http.ts';
import type { CanvasPort } from './commands/command.ts';
import { createConsoleRuns } from './commands/console-runs.ts';
import type { EditorPort } from './commands/editor-port.ts';
import { holdShownThings } from './commands/hold-shown-things.ts';
import { createRegistry } from './commands/registry.ts';
import { createSession } from './commands/session.ts';
import type { AppState } from './state/app-state.ts';
import { createHistory } from './state/history.ts';
import { keepResultViews, keepTheme, readKeptResultViews, readTheme } from './state/preferences.ts';
import { createResourceStore } from './state/resource-store.ts';
import { createStore, watch } from './state/store.ts';
import { decodeView } from './state/url-codec.ts';
import { INITIAL_VIEW, type ViewState } from './state/view-state.ts';
import { INITIAL_WORKBENCH_STATE } from './state/workbench-state.ts';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/page.css';
import './styles/panel.css';
import './styles/widgets.css';
import { App } from './ui/app.tsx';
import { bindAddress } from './ui/bind-address.ts';
import { createSlot, type Slot } from './ui/slot.ts';
import { ExplorerContext, type Explorer } from './ui/explorer-context.ts';

/** Beside a canvas narrower than this the panel waits until it is asked for. */
const PANEL_FROM_PX = 1100;

function browserStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

const BROWSER_CLOCK = {
  setTimer: (run: () => void, ms: number) => window.setTimeout(run, ms),
  clearTimer: (timer: number) => window.clearTimeout(timer),
};

function keepThemeOnPage(app: Explorer['app'], storage: Storage | null): void {
  watch(
    app,
    (state) => state.theme,
    (theme) => {
      document.documentElement.dataset['theme'] = theme;
      keepTheme(storage, theme);
    },
  );
}

/** The canvas that is on the page at the moment; without one its acts do nothing. */
function canvasOf(slot: Slot<CanvasPort>): CanvasPort {
  return {
    zoomBy: (factor) => slot.get()?.zoomBy(factor),
    panBy: (x, y) => slot.get()?.panBy(x, y),
    flyTo: (id) => slot.get()?.flyTo(id),
  };
}

/** The editor that is on the page at the moment. */
function editorOf(slot: Slot<EditorPort>): EditorPort {
  return {
    text: () => slot.get()?.text() ?? null,
    runnable: () => slot.get()?.runnable() ?? null,
    format: () => slot.get()?.format(),
    focus: () => slot.get()?.focus(),
  };
}

const chosenResultViews = (state: AppState) => state.history.view.resultViews;

/** The page before anything is known of the data. @param view of the address; null = it holds none that can be read */
function firstState(storage: Storage | null, view: ViewState | null): AppState {
  return {
    service: { status: 'loading' },
    data: null,
    history: createHistory(view ?? INITIAL_VIEW),
    dialog: null,
    theme: readTheme(storage),
    isPanelOpen:
      window.innerWidth >= PANEL_FROM_PX ||
      (view !== null && (view.selection !== null || view.question !== null)),
    workbench: INITIAL_WORKBENCH_STATE,
    keptResultViews: readKeptResultViews(storage),
    notice: view === null ? 'This address holds no view that can be read: this is the first picture' : null,
  };
}

function createExplorer(): Explorer {
  const storage = browserStorage();
  const app = createStore(firstState(storage, decodeView(location.hash)));
  const api = createExplorerApi(createHttpClient((input, init) => fetch(input, init)));
  const resources = createResourceStore();
  const canvasSlot = createSlot<CanvasPort>();
  const editorSlot = createSlot<EditorPort>();
  const searchSlot = createSlot<(text?: string) => void>();
  const canvas = canvasOf(canvasSlot);
  const registry = createRegistry({
    app,
    resources,
    api,
    canvas,
    editor: editorOf(editorSlot),
    runs: createConsoleRuns(),
    desk: {
      copyText: (text) => navigator.clipboard.writeText(text),
      address: () => location.href,
      focusSearch: (text) => searchSlot.get()?.(text),
    },
  });
  const session = createSession(app, resources, api, BROWSER_CLOCK);
  keepThemeOnPage(app, storage);
  watch(app, chosenResultViews, (chosen) => keepResultViews(storage, chosen));
  holdShownThings(app, api);
  bindAddress(app);
  return {
    app,
    resources,
    api,
    registry,
    session,
    canvas,
    registerCanvas: canvasSlot.fill,
    registerEditor: editorSlot.fill,
    registerSearch: searchSlot.fill,
  };
}

const explorer = createExplorer();
explorer.session.start();
// Japanese names are few and far from the first picture: their typeface's table of pieces comes after it.
window.setTimeout(() => void import('./styles/fonts-ja.css'), 300);
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <ExplorerContext value={explorer}>
    <App />
  </ExplorerContext>,
);
