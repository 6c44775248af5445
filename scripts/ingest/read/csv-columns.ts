import type { Table } from './raw-entry.ts';

const NAMED = ['id', 'caption', 'name', 'acronym', 'kind'] as const;
const TAIL = ['note', 'references'] as const;

/** The columns a table may have; all but the id (statements: subject, type, object) and references may be missing. */
export const CSV_COLUMNS: { readonly [T in Table]: readonly string[] } = {
  organisations: [...NAMED, 'country', ...TAIL],
  people: ['id', 'caption', 'name', 'family', 'given', ...TAIL],
  agreements: [...NAMED, 'field', 'subject', 'signed', 'modality', ...TAIL],
  programmes: [...NAMED, 'field', 'subject', 'started', 'ended', 'modality', ...TAIL],
  facilities: [...NAMED, 'field', 'subject', 'started', 'ended', 'modality', ...TAIL],
  missions: [...NAMED, 'field', 'subject', 'launched', 'ended', 'modality', ...TAIL],
  events: [...NAMED, 'field', 'subject', 'held', 'modality', ...TAIL],
  places: [...NAMED, 'country', ...TAIL],
  topics: [...NAMED, ...TAIL],
  statements: [
    'id',
    'subject',
    'type',
    'object',
    'role',
    'modality',
    'date',
    'from',
    'to',
    'as',
    'asOf',
    'office',
    'ordinal',
    'conflict',
    ...TAIL,
  ],
  documents: [
    'id',
    'title',
    'publisher',
    'publisherNote',
    'agency',
    'kind',
    'published',
    'publishedNote',
    'statesUpTo',
    'language',
    'url',
    'sha256',
    'note',
  ],
  passages: ['id', 'document', 'section', 'paragraph', 'start', 'end', 'sha256', 'paraphrase'],
  dataset: ['id', 'title', 'shores'],
  fields: ['id', 'caption'],
};

const LISTS = new Set(['references', 'kind', 'shores', 'subject', 'object']);
const NUMBERS = new Set(['paragraph', 'start', 'end', 'ordinal']);
const DATES = new Set(['signed', 'started', 'ended', 'launched', 'held']);

type Entry = Record<string, unknown>;

/** A record of a table in the shape YAML has; an empty cell is a missing value. */
export function cellsToEntry(table: Table, header: readonly string[], record: readonly string[]): Entry {
  const entry: Entry = Object.create(null) as Entry;
  for (let at = 0; at < header.length; at += 1) {
    const column = header[at];
    const cell = record[at];
    if (column !== undefined && cell !== undefined && cell !== '') place(entry, table, column, cell);
  }
  if (Array.isArray(entry['names'])) addPersonalNames(entry);
  return entry;
}

function place(entry: Entry, table: Table, column: string, cell: string): void {
  if (column === 'name' || column === 'acronym') {
    const kind = column === 'name' ? 'official' : 'acronym';
    const names = splitCell(cell).map((text) => ({ text, kind }));
    entry['names'] = [...((entry['names'] as unknown[] | undefined) ?? []), ...names];
  } else if (DATES.has(column)) {
    const dates = splitCell(cell).map((date) => ({ what: column, date }));
    entry['dates'] = [...((entry['dates'] as unknown[] | undefined) ?? []), ...dates];
  } else if (column === 'references') entry['refs'] = splitCell(cell);
  else if (NUMBERS.has(column)) entry[column] = /^-?\d{1,15}$/u.test(cell.trim()) ? Number(cell) : cell;
  else if (table === 'statements' && (column === 'subject' || column === 'object')) {
    const ends = splitCell(cell);
    if (ends.length > 1) entry[`${column}s`] = ends;
    else entry[column] = ends[0] ?? '';
  } else if (LISTS.has(column) && !(column === 'kind' && table === 'documents') && column !== 'subject') {
    const values = splitCell(cell);
    entry[column] = column === 'kind' && values.length === 1 ? values[0] : values;
  } else entry[column] = cell.trim();
}

function addPersonalNames(entry: Entry): void {
  const [first] = entry['names'] as Entry[];
  for (const part of ['family', 'given']) {
    if (entry[part] === undefined || first === undefined) continue;
    first[part] = entry[part];
    delete entry[part];
  }
}

function splitCell(cell: string): string[] {
  return cell
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
