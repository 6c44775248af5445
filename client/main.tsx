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
import {
  keepPaneHeight,
  keepResultViews,
  keepTheme,
  readKeptResultViews,
  readPaneHeight,
  readTheme,
} from './state/preferences.ts';
import { createShelf, readShelf } from './state/shelf.ts';
import { createResourceStore } from './state/resource-store.ts';
import { createStore, watch } from './state/store.ts';
import { decodeView } from './state/url-codec.ts';
import { INITIAL_VIEW } from './state/view-state.ts';
import { createWorkbenchState } from './state/workbench-state.ts';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/page.css';
import './styles/panel.css';
import './styles/paths.css';
import './styles/widgets.css';
import { App } from './ui/app.tsx';
import { bindAddress } from './ui/bind-address.ts';
import { createDesk } from './ui/create-desk.ts';
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

function keepPreferences(app: Explorer['app'], storage: Storage | null): void {
  watch(
    app,
    (state) => state.theme,
    (theme) => {
      document.documentElement.dataset['theme'] = theme;
      keepTheme(storage, theme);
    },
  );
  watch(
    app,
    (state) => state.workbench.heightPx,
    (heightPx) => keepPaneHeight(storage, heightPx),
  );
  const linked = app.get().history.view.resultViews;
  watch(
    app,
    (state) => state.history.view.resultViews,
    (chosen) => chosen !== linked && keepResultViews(storage, chosen),
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

/** The state of a page that begins with what its address and this browser hold. */
function createApp(storage: Storage | null): Explorer['app'] {
  const view = decodeView(location.hash);
  return createStore<AppState>({
    service: { status: 'loading' },
    data: null,
    history: createHistory(view ?? INITIAL_VIEW),
    dialog: null,
    theme: readTheme(storage),
    isPanelOpen:
      window.innerWidth >= PANEL_FROM_PX ||
      (view !== null && (view.selection !== null || view.question !== null)),
    previewedPath: null,
    workbench: createWorkbenchState(readShelf(storage), readPaneHeight(storage)),
    keptResultViews: readKeptResultViews(storage),
    notice: view === null ? 'This address holds no view that can be read: this is the first picture' : null,
  });
}

function createExplorer(): Explorer {
  const storage = browserStorage();
  const app = createApp(storage);
  const api = createExplorerApi(createHttpClient((input, init) => fetch(input, init)));
  const resources = createResourceStore();
  const canvasSlot = createSlot<CanvasPort>();
  const editorSlot = createSlot<EditorPort>();
  const searchSlot = createSlot<(text?: string) => void>();
  const canvas = canvasOf(canvasSlot);
  const shelf = createShelf(
    storage,
    () => app.get().workbench,
    (kept) => app.update((state) => ({ ...state, workbench: { ...state.workbench, ...kept } })),
  );
  const registry = createRegistry({
    app,
    resources,
    api,
    canvas,
    editor: editorOf(editorSlot),
    runs: createConsoleRuns(),
    shelf,
    desk: createDesk((text) => searchSlot.get()?.(text)),
  });
  const session = createSession(app, resources, api, BROWSER_CLOCK);
  keepPreferences(app, storage);
  holdShownThings(app, api);
  bindAddress(app);
  window.addEventListener('storage', () => shelf.reload());
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
