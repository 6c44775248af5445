import { readFavourites, type Favourite } from './favourites.ts';
import type { KeyValueStorage } from './preferences.ts';
import { readHistory, type HistoryEntry } from './query-history.ts';

/** What this browser keeps for the workbench. */
export interface Kept {
  readonly history: readonly HistoryEntry[];
  readonly favourites: readonly Favourite[];
  /** Why nothing is kept beyond this page; null = all is well. */
  readonly keepFault: string | null;
}

/** History and favourites, kept in the browser. */
export interface Shelf {
  changeHistory(change: (history: readonly HistoryEntry[]) => readonly HistoryEntry[]): void;
  changeFavourites(change: (favourites: readonly Favourite[]) => readonly Favourite[]): void;
  /** Looks again at what is kept: another page of the browser changed it. */
  reload(): void;
}

const HISTORY_KEY = 'setu.console.history';
const FAVOURITES_KEY = 'setu.console.favourites';
const NO_STORAGE = 'This browser keeps nothing for this page: save favourites as a file before you leave';
const STORAGE_FULL = 'This browser has no room left: what you add now is gone when you leave';

function readKey(storage: KeyValueStorage | null, key: string): unknown {
  try {
    return JSON.parse(storage?.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

function faultOf(storage: KeyValueStorage | null): string | null {
  if (!storage) return NO_STORAGE;
  try {
    storage.getItem(HISTORY_KEY);
    return null;
  } catch {
    return NO_STORAGE;
  }
}

/** What the browser has kept. */
export function readShelf(storage: KeyValueStorage | null): Kept {
  return {
    history: readHistory(readKey(storage, HISTORY_KEY)),
    favourites: readFavourites(readKey(storage, FAVOURITES_KEY)),
    keepFault: faultOf(storage),
  };
}

/**
 * Changes are applied to what is kept at that moment, so that two pages of one browser lose nothing to each other.
 * Where the browser keeps nothing, they hold for this page, and `keepFault` says so.
 * @param get what this page knows
 * @param set tells the page of every change
 */
export function createShelf(
  storage: KeyValueStorage | null,
  get: () => Kept,
  set: (kept: Kept) => void,
): Shelf {
  const newest = (): Kept => (get().keepFault === null ? readShelf(storage) : get());
  const keep = (kept: Kept, key: string, value: unknown): void => {
    let { keepFault } = kept;
    try {
      storage?.setItem(key, JSON.stringify(value));
    } catch {
      keepFault = STORAGE_FULL;
    }
    set({ ...kept, keepFault });
  };
  return {
    changeHistory(change) {
      const kept = newest();
      const history = change(kept.history);
      keep({ ...kept, history }, HISTORY_KEY, history);
    },
    changeFavourites(change) {
      const kept = newest();
      const favourites = change(kept.favourites);
      keep({ ...kept, favourites }, FAVOURITES_KEY, favourites);
    },
    reload() {
      if (get().keepFault === null) set(readShelf(storage));
    },
  };
}
