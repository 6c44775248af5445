import type { ExplorerApi } from '../../../client/api/explorer-api.ts';
import type { CommandContext, Target } from '../../../client/commands/command.ts';
import { createRegistry } from '../../../client/commands/registry.ts';
import type { AppState } from '../../../client/state/app-state.ts';
import { createHistory } from '../../../client/state/history.ts';
import { createResourceStore } from '../../../client/state/resource-store.ts';
import { createStore } from '../../../client/state/store.ts';
import { readShelf } from '../../../client/state/shelf.ts';
import { INITIAL_VIEW } from '../../../client/state/view-state.ts';
import { createWorkbenchState } from '../../../client/state/workbench-state.ts';
import { knownData } from './known-data.ts';

const UNUSED_API = {} as ExplorerApi;

/** The commands over a small bridge, with a page that remembers what was copied and where it flew. */
export function setUp() {
  const app = createStore<AppState>({
    service: { status: 'ready' },
    data: knownData(),
    history: createHistory(INITIAL_VIEW),
    dialog: null,
    theme: 'system',
    isPanelOpen: false,
    previewedPath: null,
    workbench: createWorkbenchState(readShelf(null)),
    keptResultViews: {},
    notice: null,
  });
  const resources = createResourceStore();
  const copied: string[] = [];
  const flown: string[] = [];
  const context: Omit<CommandContext, 'target'> = {
    app,
    resources,
    api: UNUSED_API,
    canvas: { zoomBy: () => undefined, panBy: () => undefined, flyTo: (id) => void flown.push(id) },
    editor: { text: () => null, runnable: () => null, format: () => undefined, focus: () => undefined },
    shelf: { changeHistory: () => undefined, changeFavourites: () => undefined, reload: () => undefined },
    runs: { start: () => Promise.resolve(null), cancel: () => undefined },
    desk: {
      copyText: (text) => {
        copied.push(text);
        return Promise.resolve();
      },
      address: () => 'http://setu/#v1.x',
      focusSearch: () => undefined,
      saveFile: () => undefined,
      pickFile: () => Promise.resolve(null),
      now: () => 0,
      newId: () => 'new',
    },
  };
  const view = () => app.get().history.view;
  return { app, registry: createRegistry(context), resources, view, copied, flown };
}

export const node = (id: string): Target => ({ kind: 'node', id });
