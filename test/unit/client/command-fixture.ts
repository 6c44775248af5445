import type { ExplorerApi } from '../../../client/api/explorer-api.ts';
import type { CommandContext, Target } from '../../../client/commands/command.ts';
import { createRegistry } from '../../../client/commands/registry.ts';
import { createGraphData } from '../../../client/graph/graph-data.ts';
import type { AppState } from '../../../client/state/app-state.ts';
import { createHistory } from '../../../client/state/history.ts';
import { createResourceStore } from '../../../client/state/resource-store.ts';
import { createStore } from '../../../client/state/store.ts';
import { INITIAL_VIEW } from '../../../client/state/view-state.ts';
import type { MetaResponse } from '../../../server/contract/explore.ts';
import { smallBridge } from './graph-fixture.ts';

const UNUSED_API = {} as ExplorerApi;

function meta(): MetaResponse {
  const { fields, shores } = smallBridge();
  return {
    name: 'setu',
    version: '0',
    engine: { name: 'embedded', version: '0' },
    revision: 'r',
    dataSets: [{ id: 'x', title: 'X', revision: 'r', shores: [...shores], fields, statesUpTo: null }],
    counts: { entities: 0, relationships: 0, statements: 0, documents: 0, byLabel: {} },
    snapshot: { revision: 'r', ageSeconds: 0 },
    limits: [],
    capabilities: {},
    library: { configured: false, documents: 0 },
  };
}

/** The commands over a small bridge, with a page that remembers what was copied and where it flew. */
export function setUp() {
  const graph = createGraphData(smallBridge());
  const app = createStore<AppState>({
    service: { status: 'ready' },
    data: {
      meta: meta(),
      graph,
      documents: [],
      isTruncated: false,
      total: { nodes: graph.order, edges: graph.size },
    },
    history: createHistory(INITIAL_VIEW),
    dialog: null,
    theme: 'system',
    isPanelOpen: false,
    previewedPath: null,
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
    desk: {
      copyText: (text) => {
        copied.push(text);
        return Promise.resolve();
      },
      address: () => 'http://setu/#v1.x',
      focusSearch: () => undefined,
    },
  };
  const view = () => app.get().history.view;
  return { app, registry: createRegistry(context), resources, view, copied, flown };
}

export const node = (id: string): Target => ({ kind: 'node', id });
