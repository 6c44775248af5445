import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';

import { isTable } from './raw-entry.ts';
import type { Table } from './raw-entry.ts';

export type FileKind = 'yaml' | 'ndjson' | 'csv';

export interface InputFile {
  readonly path: string;
  /** As it is shown in problems: relative to the working folder where it lies inside. */
  readonly shown: string;
  readonly kind: FileKind;
  /** What a CSV file holds, by its name; null elsewhere or where the name says nothing. */
  readonly table: Table | null;
}

/** A data set as it was asked for: a folder, or single tables of one folder. */
export interface DataSetSource {
  readonly folder: string;
  readonly shown: string;
  readonly files: readonly InputFile[];
}

export interface FoundSources {
  readonly sources: readonly DataSetSource[];
  /** Paths that cannot be read, each with the reason. */
  readonly faults: readonly { readonly path: string; readonly text: string }[];
}

const KINDS: Readonly<Record<string, FileKind>> = {
  yaml: 'yaml',
  yml: 'yaml',
  json: 'yaml',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  csv: 'csv',
};

/** Finds the files of each data set. Single tables of one folder belong together, with its dataset.yaml. */
export function findSources(paths: readonly string[], workingFolder: string): FoundSources {
  const faults: { path: string; text: string }[] = [];
  const sources: DataSetSource[] = [];
  const tables = new Map<string, InputFile[]>();
  for (const given of paths) {
    const path = resolve(workingFolder, given);
    const status = statSync(path, { throwIfNoEntry: false });
    if (status?.isDirectory() === true) {
      const files = listFolder(path, workingFolder);
      if (files.length === 0)
        faults.push({ path: given, text: 'holds no .yaml, .json, .ndjson or .csv file' });
      sources.push({ folder: path, shown: show(path, workingFolder), files });
    } else if (status?.isFile() === true) {
      const file = toInputFile(path, workingFolder);
      if (file === null) faults.push({ path: given, text: 'is no .yaml, .json, .ndjson or .csv file' });
      else tables.set(dirname(path), [...(tables.get(dirname(path)) ?? []), file]);
    } else faults.push({ path: given, text: 'does not exist; give a data set folder or a table' });
  }
  for (const [folder, files] of tables) {
    sources.push({
      folder,
      shown: show(folder, workingFolder),
      files: withHeader(folder, files, workingFolder),
    });
  }
  return { sources, faults };
}

function withHeader(
  folder: string,
  files: readonly InputFile[],
  workingFolder: string,
): readonly InputFile[] {
  const path = join(folder, 'dataset.yaml');
  const header = existsSync(path) ? toInputFile(path, workingFolder) : null;
  return header === null || files.some((file) => file.path === path) ? files : [header, ...files];
}

function listFolder(folder: string, workingFolder: string): InputFile[] {
  const files: InputFile[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const isHidden = relative(folder, path)
      .split(/[\\/]/u)
      .some((part) => part.startsWith('.'));
    const file = entry.isFile() && !isHidden ? toInputFile(path, workingFolder) : null;
    if (file !== null) files.push(file);
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function toInputFile(path: string, workingFolder: string): InputFile | null {
  const name = basename(path);
  const dot = name.lastIndexOf('.');
  const kind = KINDS[name.slice(dot + 1).toLowerCase()];
  if (dot <= 0 || kind === undefined) return null;
  const base = name.slice(0, dot).toLowerCase();
  return {
    path,
    shown: show(path, workingFolder),
    kind,
    table: kind === 'csv' && isTable(base) ? base : null,
  };
}

function show(path: string, workingFolder: string): string {
  const shown = relative(workingFolder, path);
  return shown === '' || shown.startsWith('..') ? path : shown;
}
