import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { RESULT_VIEWS } from '../../../client/graph/answer/choose-view.ts';
import { applyStep, createHistory, redoStep, undoStep, visitView } from '../../../client/state/history.ts';
import { memoLast } from '../../../client/state/memo-last.ts';
import { keepTheme, readTheme } from '../../../client/state/preferences.ts';
import { PARAMETER_TYPES } from '../../../client/state/query-parameter.ts';
import { createResourceStore } from '../../../client/state/resource-store.ts';
import { createStore, watch } from '../../../client/state/store.ts';
import { decodeView, encodeView } from '../../../client/state/url-codec.ts';
import { INITIAL_VIEW, type ViewState } from '../../../client/state/view-state.ts';
import { pathOptions, pathQuestion } from './path-fixture.ts';

const id = fc.string({ minLength: 1, maxLength: 20 });
const place = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((value) => (Object.is(value, -0) ? 0 : value));
const severalIds = fc.uniqueArray(id, { minLength: 2, maxLength: 8 });
const resultView = fc.constantFrom(...RESULT_VIEWS);
const view: fc.Arbitrary<ViewState> = fc.record({
  layout: fc.constantFrom('bridge' as const, 'force' as const),
  shown: fc.oneof(fc.constant('everything' as const), fc.array(id, { maxLength: 5 })),
  hidden: fc.array(id, { maxLength: 3 }),
  unfolded: fc.array(id, { maxLength: 3 }),
  openBands: fc.array(id, { maxLength: 3 }),
  isList: fc.boolean(),
  selection: fc.oneof(
    fc.constant(null),
    fc.record({ kind: fc.constant('node' as const), id }),
    fc.record({ kind: fc.constant('nodes' as const), ids: severalIds }),
    fc.record({ kind: fc.constant('edges' as const), ids: fc.array(id, { maxLength: 3 }) }),
  ),
  question: fc.oneof(
    fc.constant(null),
    pathQuestion,
    fc.record({ kind: fc.constant('between' as const), ids: severalIds, options: pathOptions }),
    fc.record({ kind: fc.constant('signed' as const), year: fc.integer({ min: 1900, max: 2100 }) }),
    fc.record({ kind: fc.constantFrom('ended' as const, 'disputed' as const) }),
  ),
  tab: fc.constantFrom('about' as const, 'partners' as const),
  camera: fc.oneof(
    fc.constant(null),
    fc.record({ x: place, y: place, ratio: fc.double({ min: 0.01, max: 9, noNaN: true }) }),
  ),
  workbench: fc.record({
    isOpen: fc.boolean(),
    query: fc.string({ unit: 'binary', maxLength: 200 }),
    parameters: fc.uniqueArray(
      fc.record({
        name: id,
        type: fc.constantFrom(...PARAMETER_TYPES),
        text: fc.string({ unit: 'binary', maxLength: 60 }),
      }),
      { selector: (parameter) => parameter.name, maxLength: 3 },
    ),
  }),
  resultViews: fc.record(
    { graph: resultView, table: resultView, plan: resultView },
    { requiredKeys: [], noNullPrototype: true },
  ),
  hasEdgesBetween: fc.boolean(),
});

describe('the address of a view', () => {
  it('holds any view and gives it back whole', () => {
    fc.assert(
      fc.property(view, (given) => {
        expect(decodeView(`#${encodeView(given)}`)).toEqual(given);
      }),
    );
  });

  it('is empty for the first picture', () => {
    expect(encodeView(INITIAL_VIEW)).toBe('');
    expect(decodeView('')).toEqual(INITIAL_VIEW);
  });

  it('holds only characters that need no escaping', () => {
    fc.assert(fc.property(view, (given) => /^[\w.-]*$/.test(encodeView(given))));
  });

  it('reads nonsense as no view, and never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = decodeView(`#${text}`);
        expect(read === null || typeof read === 'object').toBe(true);
      }),
    );
    expect(decodeView('#v1.AAAA')).toBeNull();
    expect(decodeView('#v2.x')).toBeNull();
  });

  it('drops parts that are not what they should be', () => {
    const odd = { ...INITIAL_VIEW, selection: { kind: 'node', id: 7 }, camera: { x: 'a' }, hidden: [1, 'a'] };
    expect(decodeView(encodeView(odd as unknown as ViewState))).toEqual({ ...INITIAL_VIEW, hidden: ['a'] });
  });
});

describe('the history of a view', () => {
  const list = { ...INITIAL_VIEW, isList: true };
  const force: ViewState = { ...INITIAL_VIEW, layout: 'force' };

  it('undoes and redoes step by step', () => {
    const two = applyStep(applyStep(createHistory(INITIAL_VIEW), 'Read as list', list), 'Everything', force);
    expect(undoStep(two).view).toEqual(list);
    expect(undoStep(undoStep(two)).view).toEqual(INITIAL_VIEW);
    expect(redoStep(undoStep(two)).view).toEqual(force);
    expect(undoStep(createHistory(list)).view).toEqual(list);
  });

  it('comes back to the start after any acts and as many undos', () => {
    fc.assert(
      fc.property(fc.array(view, { maxLength: 12 }), (views) => {
        let history = createHistory(INITIAL_VIEW);
        for (const next of views) history = applyStep(history, 'step', next);
        const end = history.view;
        const count = history.past.length;
        for (let n = 0; n < count; n += 1) history = undoStep(history);
        expect(history.view).toEqual(INITIAL_VIEW);
        for (let n = 0; n < count; n += 1) history = redoStep(history);
        expect(history.view).toEqual(end);
      }),
    );
  });

  it('takes moves that follow each other for one step', () => {
    const at = (x: number): ViewState => ({ ...INITIAL_VIEW, camera: { x, y: 0, ratio: 1 } });
    const first = applyStep(createHistory(INITIAL_VIEW), 'Move', at(1), 'camera');
    const moved = applyStep(first, 'Move', at(2), 'camera');
    expect(moved.past).toHaveLength(1);
    expect(undoStep(moved).view).toEqual(INITIAL_VIEW);
  });

  it('counts no step where nothing changed, and forgets the future after a new one', () => {
    const history = createHistory(INITIAL_VIEW);
    expect(applyStep(history, 'x', { ...INITIAL_VIEW })).toBe(history);
    const undone = undoStep(applyStep(history, 'x', list));
    expect(applyStep(undone, 'y', force).future).toEqual([]);
  });

  it('knows the browser’s Back as an undo', () => {
    const history = applyStep(createHistory(INITIAL_VIEW), 'x', list);
    expect(visitView(history, INITIAL_VIEW, 'Back').future).toHaveLength(1);
    expect(visitView(visitView(history, INITIAL_VIEW, 'Back'), list, 'Forward').past).toHaveLength(1);
    expect(visitView(history, force, 'Back').past).toHaveLength(2);
  });
});

describe('the store', () => {
  it('tells whoever listens, and only of changes', () => {
    const store = createStore({ a: 1, b: 1 });
    const heard: number[] = [];
    const stop = watch(
      store,
      (state) => state.a,
      (a) => heard.push(a),
    );
    store.update((state) => ({ ...state, b: 2 }));
    store.update((state) => ({ ...state, a: 2 }));
    stop();
    store.update((state) => ({ ...state, a: 3 }));
    expect(heard).toEqual([1, 2]);
  });

  it('remembers the last answer of a function by its arguments', () => {
    let calls = 0;
    const add = memoLast((a: number, b: number) => {
      calls += 1;
      return { sum: a + b };
    });
    expect(add(1, 2)).toBe(add(1, 2));
    expect(add(2, 2)).not.toBe(add(1, 2));
    expect(calls).toBe(3);
  });

  it('asks for an answer once, and again after a failure when told to', async () => {
    const resources = createResourceStore();
    let asked = 0;
    const load = (): Promise<string> => {
      asked += 1;
      return asked === 1 ? Promise.reject(new Error('away')) : Promise.resolve('here');
    };
    expect(resources.ensure('k', load)).toEqual({ status: 'loading' });
    resources.ensure('k', load);
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(resources.peek('k')).toMatchObject({ status: 'failed' });
    resources.retry('k');
    resources.ensure('k', load);
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(resources.peek('k')).toEqual({ status: 'ready', value: 'here' });
    expect(asked).toBe(2);
  });

  it('keeps the theme where storage allows, and lives without', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    keepTheme(storage, 'dark');
    expect(readTheme(storage)).toBe('dark');
    const forbidden = {
      getItem: (): string | null => {
        throw new Error('forbidden');
      },
      setItem: (): void => {
        throw new Error('forbidden');
      },
    };
    keepTheme(forbidden, 'dark');
    expect(readTheme(forbidden)).toBe('system');
    expect(readTheme(null)).toBe('system');
  });
});
