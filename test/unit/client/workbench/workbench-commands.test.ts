import { describe, expect, it } from 'vitest';

import type { CypherRequest } from '../../../../server/contract/explore.ts';
import type { ExplorerApi } from '../../../../client/api/explorer-api.ts';
import type { CommandContext, PickedFile, Target } from '../../../../client/commands/command.ts';
import { createRegistry } from '../../../../client/commands/registry.ts';
import { splitStatements } from '../../../../client/cypher/split-statements.ts';
import { addLines, beginAnswer } from '../../../../client/graph/console-answer.ts';
import type { AppState } from '../../../../client/state/app-state.ts';
import { writeFavouritesFile } from '../../../../client/state/favourites.ts';
import { createHistory } from '../../../../client/state/history.ts';
import type { QueryParameter } from '../../../../client/state/query-parameter.ts';
import { createResourceStore } from '../../../../client/state/resource-store.ts';
import { createShelf, readShelf } from '../../../../client/state/shelf.ts';
import { createStore } from '../../../../client/state/store.ts';
import { INITIAL_VIEW } from '../../../../client/state/view-state.ts';
import { createWorkbenchState } from '../../../../client/state/workbench-state.ts';
import { knownData } from '../known-data.ts';

/** An engine that answers each statement with one row. */
const ONE_ROW = [
  { columns: ['x'] },
  { rows: [[1]] },
  {
    summary: {
      graph: { nodes: [], edges: [] },
      notifications: [],
      truncated: false,
      engine: 'embedded',
      elapsedMs: 3,
    },
  },
];

function setUp() {
  const kept = readShelf({ getItem: () => null, setItem: () => undefined });
  const app = createStore<AppState>({
    service: { status: 'ready' },
    data: knownData(),
    history: createHistory(INITIAL_VIEW),
    dialog: null,
    theme: 'system',
    isPanelOpen: false,
    previewedPath: null,
    notice: null,
    keptResultViews: {},
    workbench: createWorkbenchState(kept),
  });
  const desk = { text: '', file: null as PickedFile | null, saved: '', ids: 0 };
  const requests: CypherRequest[] = [];
  const context: Omit<CommandContext, 'target'> = {
    app,
    resources: createResourceStore(),
    api: {} as ExplorerApi,
    canvas: { zoomBy: () => undefined, panBy: () => undefined, flyTo: () => undefined },
    editor: {
      text: () => (desk.text === '' ? null : desk.text),
      runnable: () => splitStatements(desk.text)[0]?.text ?? null,
      format: () => undefined,
      focus: () => undefined,
    },
    runs: {
      start: (request, onProgress) => {
        requests.push(request);
        const answer = addLines(beginAnswer(request.query), ONE_ROW);
        onProgress(answer);
        return Promise.resolve(answer);
      },
      cancel: () => undefined,
    },
    shelf: createShelf(
      null,
      () => app.get().workbench,
      (next) => app.update((state) => ({ ...state, workbench: { ...state.workbench, ...next } })),
    ),
    desk: {
      copyText: () => Promise.resolve(),
      address: () => '',
      focusSearch: () => undefined,
      saveFile: (_, text) => {
        desk.saved = text;
      },
      pickFile: () => Promise.resolve(desk.file),
      now: () => 7,
      newId: () => {
        desk.ids += 1;
        return `id-${desk.ids}`;
      },
    },
  };
  const registry = createRegistry(context);
  return {
    app,
    desk,
    requests,
    registry,
    view: () => app.get().history.view.workbench,
    bench: () => app.get().workbench,
    /** Lets what a command began come to its end. */
    settle: () => new Promise((resolve) => setTimeout(resolve, 0)),
  };
}

const year: QueryParameter = { name: 'year', type: 'integer', text: '2016' };
const query = (text: string, parameters: readonly QueryParameter[] = []): Target => ({
  kind: 'query',
  query: text,
  parameters,
});

describe('the commands of the workbench', () => {
  it('open and close the pane as steps that can be undone', () => {
    const { registry, view } = setUp();
    registry.run('workbench');
    expect(view().isOpen).toBe(true);
    expect(registry.labelOf('undo')).toBe('Undo: Open the workbench');
    registry.run('workbench');
    expect(view().isOpen).toBe(false);
    registry.run('undo');
    registry.run('undo');
    expect(view().isOpen).toBe(false);
  });

  it('take typing into the view as one step', () => {
    const { registry, view, app } = setUp();
    for (const text of ['R', 'RET', 'RETURN 1']) registry.run('write-query', { kind: 'text', text });
    expect(view().query).toBe('RETURN 1');
    expect(app.get().history.past).toHaveLength(1);
  });

  it('undo what was typed even where the view has not taken it yet, and redo it whole', () => {
    const { registry, view, desk } = setUp();
    registry.run('write-query', { kind: 'text', text: 'RETURN' });
    desk.text = 'RETURN 1';
    registry.run('undo');
    expect(view().query).toBe('');
    desk.text = '';
    registry.run('redo');
    expect(view().query).toBe('RETURN 1');
  });

  it('run what the editor says with the values it uses, and remember it', async () => {
    const { registry, desk, requests, bench, settle } = setUp();
    registry.run('workbench');
    registry.run('set-parameter', { kind: 'parameter', parameter: year });
    registry.run('set-parameter', {
      kind: 'parameter',
      parameter: { ...year, name: 'other', text: 'wrong' },
    });
    desk.text = 'RETURN $year AS x; RETURN 2';
    registry.run('run-query');
    await settle();
    expect(requests).toEqual([{ query: 'RETURN $year AS x', params: { year: 2016 } }]);
    expect(bench().answer?.status).toBe('done');
    expect(bench().history).toEqual([
      { query: 'RETURN $year AS x', parameters: [year], ranAtMs: 7, outcome: '1 row · 3 ms' },
    ]);
  });

  it('run nothing while a value is missing or wrong, and ask for it', async () => {
    const { registry, app, desk, requests, bench, settle } = setUp();
    registry.run('workbench');
    desk.text = 'RETURN $year';
    registry.run('run-query');
    await settle();
    expect(app.get().notice).toBe('$year is missing: fill it in under Parameters');
    expect(bench().wantedParameter).toEqual({ name: 'year' });
    registry.run('set-parameter', { kind: 'parameter', parameter: { ...year, text: 'x' } });
    registry.run('run-query');
    expect(app.get().notice).toMatch(/^\$year is no number/);
    expect(requests).toEqual([]);
  });

  it('ask for a plan, or for a plan with what it cost', async () => {
    const { registry, desk, requests, settle } = setUp();
    registry.run('workbench');
    desk.text = 'RETURN 1';
    registry.run('explain-query');
    registry.run('profile-query');
    await settle();
    expect(requests.map((request) => request.explain)).toEqual(['plan', 'profile']);
  });

  it('open a statement with its values and keep those of other parameters', () => {
    const { registry, view } = setUp();
    const other: QueryParameter = { name: 'other', type: 'text', text: 'x' };
    registry.run('set-parameter', { kind: 'parameter', parameter: other });
    registry.run('open-query', query('RETURN $year', [year]));
    expect(view()).toEqual({ isOpen: true, query: 'RETURN $year', parameters: [other, year] });
  });

  it('take the selected entity as a value', () => {
    const { registry, view } = setUp();
    const from: QueryParameter = { name: 'from', type: 'text', text: '' };
    const target: Target = { kind: 'parameter', parameter: from };
    expect(registry.isEnabled('parameter-from-selection', target)).toBe(false);
    registry.run('select', { kind: 'node', id: 'org:dst' });
    registry.run('parameter-from-selection', target);
    expect(view().parameters).toEqual([{ name: 'from', type: 'thing', text: 'org:dst' }]);
  });

  it('take several selected entities as values in the order of selection, in one step', () => {
    const { registry, view, desk } = setUp();
    desk.text = 'MATCH (a {id: $to}), (b {id: $from}) WHERE a.year > $year RETURN a';
    registry.run('select', { kind: 'nodes', ids: ['org:isro', 'org:jaxa', 'org:dst'] });
    const to: QueryParameter = { name: 'to', type: 'thing', text: '' };
    registry.run('parameter-from-selection', { kind: 'parameter', parameter: to });
    expect(view().parameters).toEqual([
      { name: 'from', type: 'thing', text: 'org:isro' },
      { name: 'to', type: 'thing', text: 'org:jaxa' },
    ]);
    expect(registry.labelOf('undo')).toBe('Undo: Fill in $from, $to');
    desk.text = 'MATCH (a {id: $id}) RETURN a';
    const one: QueryParameter = { name: 'id', type: 'thing', text: '' };
    registry.run('parameter-from-selection', { kind: 'parameter', parameter: one });
    expect(view().parameters.at(-1)).toEqual({ name: 'id', type: 'thing', text: 'org:isro' });
  });

  it('save what is written, rename it, delete it and put it back', () => {
    const { registry, desk, bench } = setUp();
    registry.run('workbench');
    expect(registry.isEnabled('save-favourite')).toBe(false);
    desk.text = '// All of them\nRETURN 1';
    registry.run('save-favourite');
    const [saved] = bench().favourites;
    expect(saved).toMatchObject({ id: 'id-1', title: 'All of them', query: '// All of them\nRETURN 1' });
    expect(bench()).toMatchObject({ page: 'favourites', edited: 'id-1' });
    const renamed = { ...saved!, title: 'One', folder: 'Mine' };
    registry.run('save-favourite', { kind: 'favourite', favourite: renamed });
    expect(bench()).toMatchObject({ favourites: [renamed], edited: null });
    registry.run('delete-favourite', { kind: 'favourite', favourite: renamed });
    expect(bench().favourites).toEqual([]);
    expect(registry.labelOf('restore-favourite')).toBe('Put back “One”');
    registry.run('restore-favourite');
    expect(bench().favourites).toEqual([renamed]);
  });

  it('write favourites into a file and add those of another, or say why not', async () => {
    const { registry, desk, bench, settle } = setUp();
    registry.run('workbench');
    desk.text = 'RETURN 1';
    registry.run('save-favourite');
    registry.run('export-favourites');
    const before = bench().favourites;
    expect(desk.saved).toBe(writeFavouritesFile(before));
    desk.file = { name: 'a.json', text: desk.saved };
    registry.run('import-favourites');
    await settle();
    expect(bench().importOutcome).toBe('0 added from a.json, 1 were there already');
    for (const [file, outcome] of [
      [{ name: 'b.json', text: '{' }, /^b\.json was not read: it is no JSON.*Nothing was changed\.$/],
      [{ name: 'c.json', fault: 'it is larger than 5 MB' }, /^c\.json was not read: it is larger than 5 MB/],
    ] as const) {
      desk.file = file;
      registry.run('import-favourites');
      await settle();
      expect(bench().importOutcome).toMatch(outcome);
      expect(bench().favourites).toEqual(before);
    }
  });

  it('forget one run, or all', async () => {
    const { registry, desk, bench, settle } = setUp();
    registry.run('workbench');
    for (const text of ['RETURN 1', 'RETURN 2', 'RETURN 3']) {
      desk.text = text;
      registry.run('run-query');
      await settle();
    }
    const [, second] = bench().history;
    registry.run('forget-runs', { kind: 'run', run: second! });
    expect(bench().history.map((run) => run.query)).toEqual(['RETURN 3', 'RETURN 1']);
    registry.run('forget-runs');
    expect(bench().history).toEqual([]);
  });
});
