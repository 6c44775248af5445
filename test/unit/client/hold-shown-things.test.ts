import { describe, expect, it } from 'vitest';

import type { ExplorerApi } from '../../../client/api/explorer-api.ts';
import { holdShownThings } from '../../../client/commands/hold-shown-things.ts';
import { createHistory } from '../../../client/state/history.ts';
import { watch } from '../../../client/state/store.ts';
import { INITIAL_VIEW, type ViewState } from '../../../client/state/view-state.ts';
import * as fixture from './command-fixture.ts';
import { entity, relation } from './graph-fixture.ts';

const DOCUMENT = entity('doc:paper', {}, { labels: ['Document', 'Entity'] });

function setUp(view: Partial<ViewState>) {
  const { app } = fixture.setUp();
  app.update((state) => ({ ...state, history: createHistory({ ...INITIAL_VIEW, ...view }) }));
  const asked: string[] = [];
  const api = {
    neighbours: (id: string) => {
      asked.push(id);
      const edge = relation('COVERS', 'doc:paper', 'org:isro');
      return id === DOCUMENT.id
        ? Promise.resolve({ nodes: [DOCUMENT, entity('org:stranger')], edges: [edge] })
        : Promise.reject(new Error('nothing has this id'));
    },
  } as unknown as ExplorerApi;
  return { app, api, asked };
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe('what a view shows and the client does not hold', () => {
  it('is fetched once, with its relationships to what is held', async () => {
    const { app, api, asked } = setUp({
      layout: 'force',
      shown: ['org:isro', 'doc:paper', 'no:thing'],
    });
    const stop = holdShownThings(app, api);
    await settle();
    app.update((state) => ({ ...state, notice: 'something else' }));
    await settle();
    stop();
    const graph = app.get().data?.graph;
    expect(asked).toEqual(['doc:paper', 'no:thing']);
    expect(app.get().notice).toBe('something else');
    expect(graph?.hasNode('doc:paper')).toBe(true);
    expect(graph?.hasNode('org:stranger')).toBe(false);
    expect(graph?.neighbors('doc:paper')).toEqual(['org:isro']);
  });

  it('is counted where it cannot be fetched, once', async () => {
    const { app, api } = setUp({ layout: 'force', shown: ['org:isro', 'doc:paper', 'no:thing'] });
    const notices: unknown[] = [];
    watch(
      app,
      ({ notice }) => notice,
      (notice) => notices.push(notice),
    );
    const stop = holdShownThings(app, api);
    await settle();
    stop();
    expect(notices.filter((notice) => notice !== null)).toEqual([
      '1 of the 3 things of this view is not drawn: it could not be fetched',
    ]);
  });

  it('is learnt at once, and what is beyond the most that are fetched is counted', async () => {
    const shown = Array.from({ length: 230 }, (_, place) => `org:far-${place}`);
    const { app } = setUp({ layout: 'force', shown });
    const held = app.get().data?.graph.order ?? 0;
    const api = { neighbours: (id: string) => Promise.resolve({ nodes: [entity(id)], edges: [] }) };
    const orders = new Set<number | undefined>();
    app.subscribe(() => orders.add(app.get().data?.graph.order));
    const stop = holdShownThings(app, api as unknown as ExplorerApi);
    await expect
      .poll(() => app.get().notice)
      .toBe('30 of the 230 things of this view are not drawn: at most 200 are fetched beside what is loaded');
    stop();
    expect([...orders]).toEqual([held + 200]);
  });

  it('is not asked for while the bridge is shown', async () => {
    const { app, api, asked } = setUp({ shown: ['doc:paper'] });
    holdShownThings(app, api)();
    await settle();
    expect(asked).toEqual([]);
  });
});
