import { describe, expect, it } from 'vitest';

import { ApiError } from '../../../client/api/api-error.ts';
import { createExplorerApi } from '../../../client/api/explorer-api.ts';
import { createHttpClient } from '../../../client/api/http.ts';
import { createSession } from '../../../client/commands/session.ts';
import type { AppState } from '../../../client/state/app-state.ts';
import { createHistory } from '../../../client/state/history.ts';
import { createResourceStore } from '../../../client/state/resource-store.ts';
import { createStore } from '../../../client/state/store.ts';
import { INITIAL_VIEW } from '../../../client/state/view-state.ts';
import { createWorkbenchState } from '../../../client/state/workbench-state.ts';
import { readShelf } from '../../../client/state/shelf.ts';
import { smallBridge } from './graph-fixture.ts';

type Answer = () => Response;

function json(body: unknown, status = 200): Answer {
  return () =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}

function problem(code: string, status: number): Answer {
  return json(
    { type: 'about:blank', title: 't', status, detail: `detail of ${code}`, code, requestId: 'q' },
    status,
  );
}

/** The client over a network of our own, whose answers the test chooses by path. */
function setUp() {
  const { nodes, edges } = smallBridge();
  const good: Record<string, Answer> = {
    '/api/meta': json({ revision: 'r1', dataSets: [] }),
    '/api/graph': json({
      nodes,
      edges,
      total: { nodes: nodes.length, edges: edges.length },
      truncated: false,
      revision: 'r1',
    }),
    '/api/documents': json({ documents: [] }),
  };
  let network: Record<string, Answer> = good;
  const asked: string[] = [];
  const fetcher = ((input: string) => {
    const path = input.split('?')[0] ?? '';
    asked.push(input);
    const answer = network[path];
    return answer ? Promise.resolve(answer()) : Promise.reject(new TypeError('network'));
  }) as typeof fetch;
  const api = createExplorerApi(createHttpClient(fetcher));
  const app = createStore<AppState>({
    service: { status: 'loading' },
    data: null,
    history: createHistory(INITIAL_VIEW),
    dialog: null,
    theme: 'system',
    isPanelOpen: false,
    previewedPath: null,
    notice: null,
    workbench: createWorkbenchState(readShelf(null)),
    keptResultViews: {},
  });
  const timers: { run: () => void; ms: number }[] = [];
  const session = createSession(app, createResourceStore(), api, {
    setTimer: (run, ms) => timers.push({ run, ms }),
    clearTimer: () => undefined,
  });
  const settle = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const tick = async (): Promise<void> => {
    timers.pop()?.run();
    await settle();
  };
  const use = (next: Record<string, Answer>): void => {
    network = next;
  };
  return { app, api, session, asked, timers, settle, tick, use, good };
}

describe('the session', () => {
  it('loads the graph and is ready', async () => {
    const { app, session, settle } = setUp();
    session.start();
    await settle();
    expect(app.get().service.status).toBe('ready');
    expect(app.get().data?.graph.order).toBe(smallBridge().nodes.length);
  });

  it('waits patiently for a service that is away, and recovers by itself', async () => {
    const { app, session, settle, tick, timers, use, good } = setUp();
    use({});
    session.start();
    await settle();
    expect(app.get().service).toMatchObject({ status: 'away', retryInSeconds: 1 });
    await tick();
    await tick();
    expect(timers.at(-1)?.ms).toBeGreaterThan(1000);
    use(good);
    await tick();
    expect(app.get().service.status).toBe('ready');
  });

  it('says when no data is loaded, and shows it when it is', async () => {
    const { app, session, settle, tick, use, good } = setUp();
    use({ ...good, '/api/graph': problem('no-data', 503) });
    session.start();
    await settle();
    expect(app.get().service.status).toBe('empty');
    use(good);
    await tick();
    expect(app.get().service.status).toBe('ready');
  });

  it('says that a token is wanted first', async () => {
    const { app, session, settle, use, good } = setUp();
    use({ ...good, '/api/graph': problem('unauthorized', 401) });
    session.start();
    await settle();
    expect(app.get().service.status).toBe('locked');
  });

  it('keeps what is drawn while the service is away', async () => {
    const { app, session, settle, tick, use } = setUp();
    session.start();
    await settle();
    use({});
    await tick();
    expect(app.get().service.status).toBe('away');
    expect(app.get().data).not.toBeNull();
  });

  it('loads again when the data has another revision, and not before', async () => {
    const { session, settle, tick, asked, use, good } = setUp();
    session.start();
    await settle();
    await tick();
    expect(asked.filter((path) => path === '/api/graph')).toHaveLength(1);
    use({ ...good, '/api/meta': json({ revision: 'r2', dataSets: [] }) });
    await tick();
    expect(asked.filter((path) => path === '/api/graph')).toHaveLength(2);
  });
});

describe('a call', () => {
  it('escapes ids and joins lists', async () => {
    const { api, asked } = setUp();
    await expect(api.node('org:a/b c')).rejects.toBeInstanceOf(ApiError);
    await expect(api.paths({ from: 'org:a', to: 'org:b', hubs: ['Place', 'Topic'] })).rejects.toThrow();
    expect(asked[0]).toBe('/api/nodes/org%3Aa%2Fb%20c');
    expect(asked[1]).toContain('from=org%3Aa&to=org%3Ab&hubs=Place%2CTopic');
  });

  it('fails with the problem the service names, or as unreachable', async () => {
    const { api, use } = setUp();
    use({
      '/api/nodes/x': problem('unknown-id', 404),
      '/api/nodes/y': () => new Response('<h1>502</h1>', { status: 502 }),
    });
    await expect(api.node('x')).rejects.toMatchObject({
      code: 'unknown-id',
      message: 'detail of unknown-id',
    });
    await expect(api.node('y')).rejects.toMatchObject({ code: 'unreachable' });
    await expect(api.node('z')).rejects.toMatchObject({ code: 'unreachable' });
  });
});
