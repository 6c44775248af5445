import type { EntityLabel } from '../../../server/contract/vocabulary.ts';

/** The tables of a data set: the top-level keys of YAML and JSON files, the names of CSV files. */
export const TABLES = {
  organisations: 'Organisation',
  agreements: 'Agreement',
  people: 'Person',
  programmes: 'Programme',
  facilities: 'Facility',
  missions: 'Mission',
  events: 'Event',
  places: 'Place',
  topics: 'Topic',
} as const satisfies Record<string, EntityLabel>;
export type EntityTable = keyof typeof TABLES;
export type Table = EntityTable | 'dataset' | 'fields' | 'documents' | 'passages' | 'statements';

export function isTable(name: string): name is Table {
  return (
    Object.hasOwn(TABLES, name) ||
    name === 'dataset' ||
    name === 'fields' ||
    name === 'documents' ||
    name === 'passages' ||
    name === 'statements'
  );
}

export function isEntityTable(table: Table): table is EntityTable {
  return Object.hasOwn(TABLES, table);
}

/** One entry of a table as it was read, not yet checked. */
export interface RawEntry {
  readonly table: Table;
  readonly value: unknown;
  /** Where the entry starts, from 1. */
  readonly line: number;
  /** The line of a part of the entry; default: `line`. */
  readonly lineAt?: (path: readonly PropertyKey[]) => number;
}
