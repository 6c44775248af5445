import { readParameters, type QueryParameter } from './query-parameter.ts';
import { QUERY_MAX_CHARACTERS } from './workbench-view.ts';

/** A statement that the reader keeps, in a folder. */
export interface Favourite {
  readonly id: string;
  readonly folder: string;
  readonly title: string;
  readonly query: string;
  readonly parameters: readonly QueryParameter[];
}

export const FAVOURITES_MAX = 500;
export const TITLE_MAX_CHARACTERS = 200;
/** Where a favourite stands for which no folder is named. */
export const FIRST_FOLDER = 'Favourites';
/** Written into a file of favourites, so that another file is not taken for one. */
const FILE_FORMAT = 'setu-favourites';
const FILE_VERSION = 1;

/** The favourites by folder, folders and titles in alphabetical order. */
export function byFolder(
  favourites: readonly Favourite[],
): readonly { readonly folder: string; readonly favourites: readonly Favourite[] }[] {
  const folders = new Map<string, Favourite[]>();
  for (const favourite of favourites)
    folders.set(favourite.folder, [...(folders.get(favourite.folder) ?? []), favourite]);
  return [...folders]
    .map(([folder, held]) => ({
      folder,
      favourites: held.toSorted((a, b) => a.title.localeCompare(b.title)),
    }))
    .toSorted((a, b) => a.folder.localeCompare(b.folder));
}

/** The favourites with one added, or replaced where its id is known. */
export function withFavourite(favourites: readonly Favourite[], favourite: Favourite): readonly Favourite[] {
  const isKnown = favourites.some((other) => other.id === favourite.id);
  return isKnown
    ? favourites.map((other) => (other.id === favourite.id ? favourite : other))
    : [...favourites, favourite];
}

/** A file that holds favourites: folders with their statements. */
export function writeFavouritesFile(favourites: readonly Favourite[]): string {
  const folders = byFolder(favourites).map(({ folder, favourites: held }) => ({
    name: folder,
    statements: held.map(({ title, query, parameters }) => ({ title, query, parameters })),
  }));
  return `${JSON.stringify({ format: FILE_FORMAT, version: FILE_VERSION, folders }, null, 2)}\n`;
}

function asRecord(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

function readStatement(value: unknown, folder: string, where: string): Favourite | string {
  const raw = asRecord(value);
  if (!raw) return `${where} is no object`;
  const { title, query } = raw;
  if (typeof title !== 'string' || title.trim() === '' || title.length > TITLE_MAX_CHARACTERS)
    return `${where} needs a title of 1 to ${TITLE_MAX_CHARACTERS} characters`;
  if (typeof query !== 'string' || query.trim() === '' || query.length > QUERY_MAX_CHARACTERS)
    return `${where} (“${title}”) needs a query of 1 to ${QUERY_MAX_CHARACTERS} characters`;
  const given = raw['parameters'] ?? [];
  const parameters = readParameters(given);
  if (!Array.isArray(given) || parameters.length !== given.length)
    return `${where} (“${title}”) has parameters that are not {name, type, text}, each name once`;
  return { id: '', folder, title, query, parameters };
}

/** The favourites in a file, without ids; a sentence that says what is wrong where it is none. */
export function readFavouritesFile(text: string): readonly Favourite[] | string {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return `it is no JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
  const raw = asRecord(parsed);
  if (raw?.['format'] !== FILE_FORMAT) return `it is no file of favourites: “format” is not “${FILE_FORMAT}”`;
  if (raw['version'] !== FILE_VERSION) return `its version is not ${FILE_VERSION}`;
  if (!Array.isArray(raw['folders'])) return '“folders” is no list';
  const found: Favourite[] = [];
  for (const [place, entry] of raw['folders'].entries()) {
    const folder = asRecord(entry);
    const name = folder?.['name'];
    if (typeof name !== 'string' || name.trim() === '' || name.length > TITLE_MAX_CHARACTERS)
      return `folder ${place + 1} needs a name of 1 to ${TITLE_MAX_CHARACTERS} characters`;
    if (!Array.isArray(folder?.['statements'])) return `folder “${name}” has no list “statements”`;
    for (const [at, statement] of folder['statements'].entries()) {
      const read = readStatement(statement, name, `statement ${at + 1} of folder “${name}”`);
      if (typeof read === 'string') return read;
      found.push(read);
    }
  }
  return found;
}

/** Two favourites with the same key are the same one. */
function keyOf({ folder, title, query }: Favourite): string {
  return JSON.stringify([folder, title, query]);
}

export interface Import {
  readonly favourites: readonly Favourite[];
  readonly added: number;
  /** Those that are there already. */
  readonly known: number;
}

/** Adds the favourites of a file to those there are; nothing is ever replaced or lost. A sentence where it cannot. */
export function importFavourites(
  favourites: readonly Favourite[],
  text: string,
  newId: () => string,
): Import | string {
  const read = readFavouritesFile(text);
  if (typeof read === 'string') return read;
  const known = new Set(favourites.map(keyOf));
  const fresh = new Map<string, Favourite>();
  for (const favourite of read) {
    const key = keyOf(favourite);
    if (!known.has(key) && !fresh.has(key)) fresh.set(key, favourite);
  }
  const count = favourites.length + fresh.size;
  if (count > FAVOURITES_MAX) return `there would be ${count} favourites, ${FAVOURITES_MAX} at most are kept`;
  const added = [...fresh.values()].map((favourite) => ({ ...favourite, id: newId() }));
  return {
    favourites: [...favourites, ...added],
    added: added.length,
    known: read.length - added.length,
  };
}

/** What was kept of favourites; what cannot be read is left out. */
export function readFavourites(value: unknown): readonly Favourite[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, FAVOURITES_MAX).flatMap((entry): Favourite[] => {
    const raw = asRecord(entry);
    const { id, folder } = raw ?? {};
    if (typeof id !== 'string' || typeof folder !== 'string' || folder === '') return [];
    const read = readStatement(raw, folder, 'it');
    return typeof read === 'string' ? [] : [{ ...read, id }];
  });
}
