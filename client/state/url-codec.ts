import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';

import { readBetweenQuestion, readPathQuestion, readSharedQuestion } from './read-path-question.ts';
import { readResultViews } from '../graph/answer/choose-view.ts';
import {
  INITIAL_VIEW,
  isAboutPaths,
  type CameraPlace,
  type LayoutName,
  type Question,
  type Selection,
  selectNodes,
  type ViewState,
} from './view-state.ts';
import { readWorkbench } from './workbench-view.ts';

/** Version of the form; an address of another version opens the first picture and says so. */
const PREFIX = 'v1.';
const FRAGMENT_MAX_CHARACTERS = 100_000;

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** The view as the fragment of an address, without `#`; empty for the first picture. */
export function encodeView(view: ViewState): string {
  const changed = Object.entries(view).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(INITIAL_VIEW[key as keyof ViewState]),
  );
  if (changed.length === 0) return '';
  const json = JSON.stringify(Object.fromEntries(changed));
  return PREFIX + toBase64Url(deflateSync(strToU8(json), { level: 9 }));
}

/** The view an address holds; null where it holds none that can be read. Never throws. */
export function decodeView(fragment: string): ViewState | null {
  const text = fragment.replace(/^#/, '');
  if (text === '') return INITIAL_VIEW;
  if (!text.startsWith(PREFIX) || text.length > FRAGMENT_MAX_CHARACTERS) return null;
  try {
    const parsed: unknown = JSON.parse(strFromU8(inflateSync(fromBase64Url(text.slice(PREFIX.length)))));
    return typeof parsed === 'object' && parsed !== null ? readView(parsed as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function readIds(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
}

function readLayout(value: unknown, question: Question | null): LayoutName {
  if (value === 'layered') return isAboutPaths(question) ? 'layered' : 'bridge';
  return value === 'force' ? 'force' : 'bridge';
}

function readView(raw: Record<string, unknown>): ViewState {
  const question = readQuestion(raw['question']);
  return {
    layout: readLayout(raw['layout'], question),
    shown: Array.isArray(raw['shown']) ? readIds(raw['shown']) : 'everything',
    hidden: readIds(raw['hidden']),
    unfolded: readIds(raw['unfolded']),
    openBands: readIds(raw['openBands']),
    isList: raw['isList'] === true,
    selection: readSelection(raw['selection']),
    question,
    tab: raw['tab'] === 'partners' ? 'partners' : 'about',
    camera: readCamera(raw['camera']),
    workbench: readWorkbench(raw['workbench']),
    resultViews: readResultViews(raw['resultViews']),
    hasEdgesBetween: raw['hasEdgesBetween'] === true,
  };
}

function asRecord(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
}

function readSelection(value: unknown): Selection | null {
  const raw = asRecord(value);
  if (raw?.['kind'] === 'node' && typeof raw['id'] === 'string') return { kind: 'node', id: raw['id'] };
  if (raw?.['kind'] === 'nodes') return selectNodes(readIds(raw['ids']));
  if (raw?.['kind'] === 'edges') return { kind: 'edges', ids: readIds(raw['ids']) };
  return null;
}

function readQuestion(value: unknown): Question | null {
  const raw = asRecord(value);
  if (!raw) return null;
  if (raw['kind'] === 'path') return readPathQuestion(raw);
  if (raw['kind'] === 'between') return readBetweenQuestion(raw);
  if (raw['kind'] === 'shared') return readSharedQuestion(raw);
  if (raw['kind'] === 'signed' && Number.isInteger(raw['year']))
    return { kind: 'signed', year: raw['year'] as number };
  if (raw['kind'] === 'ended' || raw['kind'] === 'disputed') return { kind: raw['kind'] };
  return null;
}

function readCamera(value: unknown): CameraPlace | null {
  const raw = asRecord(value);
  if (!raw) return null;
  const [x, y, ratio] = [raw['x'], raw['y'], raw['ratio']];
  if (typeof x !== 'number' || typeof y !== 'number' || typeof ratio !== 'number') return null;
  return [x, y, ratio].every(Number.isFinite) && ratio > 0 ? { x, y, ratio } : null;
}
