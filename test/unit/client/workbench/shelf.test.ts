import { describe, expect, it } from 'vitest';

import type { KeyValueStorage } from '../../../../client/state/preferences.ts';
import {
  HISTORY_MAX_ENTRIES,
  searchHistory,
  withRun,
  type HistoryEntry,
} from '../../../../client/state/query-history.ts';
import { createShelf, readShelf, type Kept, type Shelf } from '../../../../client/state/shelf.ts';

function memory(): KeyValueStorage & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  };
}

/** A page of the browser over a storage. */
function page(storage: KeyValueStorage | null): { readonly shelf: Shelf; readonly known: () => Kept } {
  let known = readShelf(storage);
  const shelf = createShelf(
    storage,
    () => known,
    (kept) => {
      known = kept;
    },
  );
  return { shelf, known: () => known };
}

const run = (query: string, ranAtMs = 0, outcome = '1 row'): HistoryEntry => ({
  query,
  parameters: [],
  ranAtMs,
  outcome,
});
const queries = (kept: Kept): string[] => kept.history.map((entry) => entry.query);

describe('the history of statements', () => {
  it('has the newest first and each statement once', () => {
    const runs = [run('a', 1), run('b', 2), run('a', 3)].reduce<readonly HistoryEntry[]>(withRun, []);
    expect(runs.map((entry) => [entry.query, entry.ranAtMs])).toEqual([
      ['a', 3],
      ['b', 2],
    ]);
  });

  it('tells the same statement with other values apart', () => {
    const valued = { ...run('a'), parameters: [{ name: 'x', type: 'text' as const, text: '1' }] };
    expect(withRun([run('a')], valued)).toHaveLength(2);
  });

  it('is bounded', () => {
    let runs: readonly HistoryEntry[] = [];
    for (let place = 0; place <= HISTORY_MAX_ENTRIES + 5; place += 1)
      runs = withRun(runs, run(`q${place}`, place));
    expect(runs).toHaveLength(HISTORY_MAX_ENTRIES);
    expect(runs.at(-1)?.query).toBe('q6');
  });

  it('is searched by all words, in any case, in statements, values and outcomes', () => {
    const runs = [
      run('RETURN Apple', 0, '3 rows'),
      { ...run('RETURN $x'), parameters: [{ name: 'x', type: 'text' as const, text: 'pear' }] },
    ];
    const found = (text: string) => searchHistory(runs, text).map((entry) => entry.query);
    expect(found('apple RETURN')).toEqual(['RETURN Apple']);
    expect(found('PEAR')).toEqual(['RETURN $x']);
    expect(found('3 rows')).toEqual(['RETURN Apple']);
    expect(found(' ')).toHaveLength(2);
    expect(found('plum')).toEqual([]);
  });
});

describe('what the browser keeps', () => {
  it('is there again on the next page', () => {
    const storage = memory();
    page(storage).shelf.changeHistory((history) => withRun(history, run('a')));
    expect(queries(page(storage).known())).toEqual(['a']);
  });

  it('loses nothing where two pages write', () => {
    const storage = memory();
    const [first, second] = [page(storage), page(storage)];
    first.shelf.changeHistory((history) => withRun(history, run('of the first')));
    second.shelf.changeHistory((history) => withRun(history, run('of the second')));
    expect(queries(page(storage).known())).toEqual(['of the second', 'of the first']);
    first.shelf.reload();
    expect(queries(first.known())).toEqual(['of the second', 'of the first']);
  });

  it('holds for this page where there is no storage, and says so', () => {
    const { shelf, known } = page(null);
    expect(known().keepFault).toMatch(/keeps nothing/);
    shelf.changeHistory((history) => withRun(history, run('a')));
    shelf.changeHistory((history) => withRun(history, run('b')));
    expect(queries(known())).toEqual(['b', 'a']);
  });

  it('goes on for this page where the storage is full, and says so', () => {
    const storage = memory();
    const full: KeyValueStorage = {
      getItem: storage.getItem,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    const { shelf, known } = page(full);
    expect(known().keepFault).toBeNull();
    shelf.changeHistory((history) => withRun(history, run('a')));
    shelf.changeHistory((history) => withRun(history, run('b')));
    expect(known().keepFault).toMatch(/no room left/);
    expect(queries(known())).toEqual(['b', 'a']);
  });

  it('is read from anything: what is no run and no favourite is left out', () => {
    const storage = memory();
    for (const text of ['{', 'null', '7', '[1, {}, {"query": 3}]', '[{"query": "a", "ranAtMs": "x"}]']) {
      storage.setItem('setu.console.history', text);
      storage.setItem('setu.console.favourites', text);
      expect(readShelf(storage)).toMatchObject({ history: [], favourites: [], keepFault: null });
    }
  });
});
