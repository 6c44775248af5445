import { describe, expect, it } from 'vitest';

import type { ExplorerApi } from '../../../../client/api/explorer-api.ts';
import type { Target } from '../../../../client/commands/command.ts';
import { createConsoleRuns } from '../../../../client/commands/console-runs.ts';
import { createRegistry } from '../../../../client/commands/registry.ts';
import type { ConsoleAnswer } from '../../../../client/graph/console-answer.ts';
import type { AppState } from '../../../../client/state/app-state.ts';
import { askPath } from '../../../../client/state/path-question.ts';
import { createHistory } from '../../../../client/state/history.ts';
import { createResourceStore } from '../../../../client/state/resource-store.ts';
import { createStore } from '../../../../client/state/store.ts';
import { decodeView, encodeView } from '../../../../client/state/url-codec.ts';
import { INITIAL_VIEW, type ViewState } from '../../../../client/state/view-state.ts';
import { readShelf } from '../../../../client/state/shelf.ts';
import { createWorkbenchState } from '../../../../client/state/workbench-state.ts';
import type { GraphNode } from '../../../../server/contract/graph.ts';
import { entity, relation, smallBridge } from '../graph-fixture.ts';
import { knownData } from '../known-data.ts';
import { doneAnswer, wireNode } from './values.ts';

const { nodes } = smallBridge();
const DOCUMENT = entity('doc:paper', {}, { labels: ['Document', 'Entity'] });

interface Setting {
  /** The client holds a part of the graph only. */
  readonly isTruncated?: boolean;
  /** The service looks for all relationships among what it is asked about. */
  readonly isWhole?: boolean;
}

function setUp(
  answer: ConsoleAnswer | null,
  view: Partial<ViewState> = {},
  { isTruncated = false, isWhole = true }: Setting = {},
) {
  const app = createStore<AppState>({
    service: { status: 'ready' },
    data: { ...knownData(), isTruncated },
    history: createHistory({ ...INITIAL_VIEW, ...view }),
    dialog: null,
    theme: 'system',
    isPanelOpen: false,
    workbench: { ...createWorkbenchState(readShelf(null)), answer },
    keptResultViews: {},
    previewedPath: null,
    notice: null,
  });
  const [copied, flown] = [[] as string[], [] as string[]];
  const api = {
    edgesAmong: (ids: readonly string[]) =>
      Promise.resolve({ edges: [relation('COVERS', ids[0] ?? '', ids[1] ?? '')], isWhole }),
  } as unknown as ExplorerApi;
  const registry = createRegistry({
    app,
    resources: createResourceStore(),
    api,
    canvas: { zoomBy: () => undefined, panBy: () => undefined, flyTo: (id) => void flown.push(id) },
    editor: { text: () => null, runnable: () => null, format: () => undefined, focus: () => undefined },
    shelf: { changeHistory: () => undefined, changeFavourites: () => undefined, reload: () => undefined },
    runs: createConsoleRuns(),
    desk: {
      copyText: (text) => Promise.resolve(void copied.push(text)),
      address: () => '',
      focusSearch: () => undefined,
      saveFile: () => undefined,
      pickFile: () => Promise.resolve(null),
      now: () => 0,
      newId: () => 'new',
    },
  });
  return { app, registry, view: () => app.get().history.view, copied, flown };
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const known = (...ids: readonly string[]): readonly GraphNode[] =>
  nodes.filter((node) => ids.includes(node.id));
const answerOf = (...returned: readonly GraphNode[]): ConsoleAnswer =>
  doneAnswer({
    columns: ['n'],
    rows: returned.map((node) => [wireNode(node.id, { caption: node.caption })]),
    graph: { nodes: [...returned], edges: [] },
  });

describe('an answer on the canvas', () => {
  it('replaces what is there, and can be taken back', () => {
    const { registry, view } = setUp(answerOf(...known('org:isro', 'org:jaxa')));
    const before = view();
    registry.run('replace-canvas');
    expect(view()).toMatchObject({ layout: 'force', shown: ['org:isro', 'org:jaxa'], selection: null });
    registry.run('undo');
    expect(view()).toEqual(before);
  });

  it('is added beside what an exploration shows, and is in the address', () => {
    const { registry, view } = setUp(answerOf(...known('org:jaxa')), {
      layout: 'force',
      shown: ['org:isro'],
      hidden: ['org:jaxa'],
    });
    registry.run('add-answer');
    expect(view()).toMatchObject({ shown: ['org:isro', 'org:jaxa'], hidden: [] });
    expect(decodeView(`#${encodeView(view())}`)).toEqual(view());
  });

  it('is unfolded and shown on the bridge, and what has no place there is counted', () => {
    const folded = setUp(answerOf(...known('org:lab', 'topic:ice')), { hidden: ['org:lab'] });
    folded.registry.run('add-answer');
    expect(folded.view()).toMatchObject({ layout: 'bridge', hidden: [], unfolded: ['org:isro'] });
    expect(folded.app.get().notice).toMatch(/1 thing of the answer\. 1 thing not drawn here/);
  });

  it('leaves paths alone for the bridge where they do not hold it', () => {
    const alone = { layout: 'layered', question: askPath('org:isro', 'org:jaxa') } as const;
    const elsewhere = setUp(answerOf(...known('org:dst')), alone);
    elsewhere.registry.run('add-answer');
    expect(elsewhere.view().layout).toBe('bridge');
    elsewhere.registry.run('undo');
    expect(elsewhere.view().layout).toBe('layered');
    const onThem = setUp(answerOf(...known('org:isro', 'org:jaxa')), alone);
    onThem.registry.run('add-answer');
    expect(onThem.view().layout).toBe('layered');
    expect(onThem.app.get().notice).toBe('On the canvas: 2 things of the answer');
  });

  it('brings along what the client does not hold', () => {
    const { registry, app } = setUp(answerOf(entity('org:new'), DOCUMENT));
    registry.run('replace-canvas');
    expect(app.get().data?.graph.hasNode('org:new')).toBe(true);
    expect(app.get().data?.graph.hasNode('doc:paper')).toBe(true);
  });

  it('asks the service what connects it where the client holds a part of the graph only', async () => {
    const { registry, app } = setUp(answerOf(entity('org:new'), DOCUMENT), {}, { isTruncated: true });
    registry.run('replace-canvas');
    await settle();
    expect(app.get().data?.graph.neighbors('org:new')).toEqual(['doc:paper']);
    expect(app.get().notice).toBe('On the canvas: 2 things of the answer');
  });

  it.each(['add-answer', 'replace-canvas'])(
    'of %s says where not all that connects it was looked for',
    async (id) => {
      const setting = { isTruncated: true, isWhole: false };
      const { registry, app } = setUp(answerOf(...known('org:isro', 'org:jaxa')), {}, setting);
      registry.run(id);
      await settle();
      expect(app.get().notice).toBe(
        'On the canvas: 2 things of the answer. Too many to look for all relationships between them',
      );
    },
  );

  it('counts documents among what the bridge has no place for', () => {
    const { registry, app } = setUp(answerOf(DOCUMENT));
    registry.run('add-answer');
    expect(app.get().notice).toMatch(/0 things of the answer\. 1 thing not drawn here/);
  });

  it('is cut where an address cannot hold it, and says so', () => {
    const many = Array.from({ length: 2_345 }, (_, place) => entity(`org:n${place}`));
    const { registry, view, app } = setUp(answerOf(...many));
    registry.run('replace-canvas');
    expect(view().shown).toHaveLength(2_000);
    expect(app.get().notice).toMatch(/the first 2000 of 2345/);
    expect(decodeView(`#${encodeView(view())}`)).toEqual(view());
  });

  it('is offered only where there is something to draw', () => {
    expect(setUp(null).registry.isEnabled('add-answer')).toBe(false);
    expect(setUp(doneAnswer({ columns: ['n'], rows: [[1]] })).registry.isEnabled('replace-canvas')).toBe(
      false,
    );
  });

  it('shows or leaves out the edges between, as a step of the view', () => {
    const { registry, view } = setUp(answerOf(...known('org:isro', 'org:lab')));
    registry.run('connect-answer');
    expect(view().hasEdgesBetween).toBe(true);
    registry.run('undo');
    expect(view().hasEdgesBetween).toBe(false);
  });
});

describe('a relationship of a row', () => {
  it('opens what is stated, with its ends in sight', () => {
    const { registry, view, app, flown } = setUp(answerOf(), { layout: 'force', shown: ['org:dst'] });
    const target: Target = { kind: 'relation', id: 'e', source: 'org:isro', target: 'agr:space' };
    registry.run('show-relation', target);
    expect(view()).toMatchObject({
      selection: { kind: 'edges', ids: ['e'] },
      shown: ['org:dst', 'org:isro', 'agr:space'],
    });
    expect(app.get().isPanelOpen).toBe(true);
    expect(flown).toEqual(['org:isro']);
  });

  it('leaves paths alone for the bridge where they do not hold its ends', () => {
    const question = askPath('org:isro', 'org:jaxa');
    const { registry, view } = setUp(answerOf(), { layout: 'layered', question });
    registry.run('show-relation', { kind: 'relation', id: 'e', source: 'org:isro', target: 'org:jaxa' });
    expect(view()).toMatchObject({ layout: 'layered', selection: { kind: 'edges', ids: ['e'] } });
    registry.run('show-relation', { kind: 'relation', id: 'f', source: 'org:isro', target: 'agr:space' });
    expect(view()).toMatchObject({ layout: 'bridge', selection: { kind: 'edges', ids: ['f'] } });
  });
});

describe('looking at an answer', () => {
  it('is remembered for answers of its kind', () => {
    const { registry, view } = setUp(answerOf(...known('org:isro')));
    expect(registry.isEnabled('result-plan')).toBe(false);
    registry.run('result-json');
    expect(view().resultViews).toEqual({ table: 'json' });
    registry.run('result-json');
    registry.run('undo');
    expect(view().resultViews).toEqual({});
  });
});

describe('copying rows', () => {
  const answer = doneAnswer({ columns: ['n'], rows: [[2], [1]] });

  it('copies them in the order they are shown', async () => {
    const { registry, copied, app } = setUp(answer);
    registry.run('copy-csv', { kind: 'row-order', places: [1, 0] });
    registry.run('copy-json');
    await settle();
    expect(copied[0]).toBe('n\r\n1\r\n2\r\n');
    expect(JSON.parse(copied[1] ?? '')).toEqual({ columns: ['n'], rows: [[2], [1]] });
    expect(app.get().notice).toBe('Copied 2 rows');
  });

  it('says that a cut answer is not the whole', async () => {
    const { registry, copied, app } = setUp({ ...answer, truncatedBy: 'rows' });
    registry.run('copy-markdown');
    await settle();
    expect(copied[0]).toMatch(/The first 2 rows: the limit of rows cut the answer\./);
    expect(app.get().notice).toBe('Copied 2 rows, not the whole answer');
  });
});
