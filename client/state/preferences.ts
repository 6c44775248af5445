import { readResultViews, type ResultViews } from '../graph/answer/choose-view.ts';
import type { ThemeChoice } from './app-state.ts';

/** Where preferences are kept: the browser's storage, or nothing where it is forbidden. */
export interface KeyValueStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const THEME_KEY = 'setu.theme';
const RESULT_VIEWS_KEY = 'setu.result-views';

/** Preferences of this reader on this browser. Views are not here: they are in the address. */
export function readTheme(storage: KeyValueStorage | null): ThemeChoice {
  try {
    const value = storage?.getItem(THEME_KEY);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    return 'system';
  }
}

export function keepTheme(storage: KeyValueStorage | null, theme: ThemeChoice): void {
  try {
    storage?.setItem(THEME_KEY, theme);
  } catch {
    // A browser that keeps nothing still shows everything.
  }
}

export function readKeptResultViews(storage: KeyValueStorage | null): ResultViews {
  try {
    return readResultViews(JSON.parse(storage?.getItem(RESULT_VIEWS_KEY) ?? '{}'));
  } catch {
    return {};
  }
}

/** Adds choices to those that are kept. */
export function keepResultViews(storage: KeyValueStorage | null, chosen: ResultViews): void {
  try {
    const all = { ...readKeptResultViews(storage), ...chosen };
    storage?.setItem(RESULT_VIEWS_KEY, JSON.stringify(all));
  } catch {
    // A browser that keeps nothing still shows everything.
  }
}

const PANE_HEIGHT_KEY = 'setu.workbench-height';

/** Height of the workbench in CSS pixels; undefined where the reader chose none. */
export function readPaneHeight(storage: KeyValueStorage | null): number | undefined {
  try {
    const heightPx = Number(storage?.getItem(PANE_HEIGHT_KEY) ?? 'none');
    return Number.isFinite(heightPx) && heightPx > 0 ? heightPx : undefined;
  } catch {
    return undefined;
  }
}

export function keepPaneHeight(storage: KeyValueStorage | null, heightPx: number): void {
  try {
    storage?.setItem(PANE_HEIGHT_KEY, String(heightPx));
  } catch {
    // As with the theme: what is not kept is chosen anew.
  }
}
