import { basename } from 'node:path';

import { quote, unreadableFile, unreadableLine } from '../problem.ts';
import type { ProblemList } from '../problem.ts';
import type { BoundedHeap } from '../spool/bounded-heap.ts';
import type { EntryCount } from './entry-count.ts';
import type { InputFile } from './find-files.ts';
import type { RawEntry } from './raw-entry.ts';
import { readCsv } from './read-csv.ts';
import { readNdjson } from './read-ndjson.ts';
import { readYaml } from './read-yaml.ts';

/**
 * Hands every entry of a file on. A file that cannot be read to its end is a problem, not an error: the other files
 * are still looked at.
 */
export async function readFileEntries(
  file: InputFile,
  problems: ProblemList,
  { count, heap }: { readonly count: EntryCount; readonly heap: BoundedHeap },
  take: (raw: RawEntry) => void,
): Promise<void> {
  let seen = problems.count();
  try {
    for await (const batch of openFile(file, problems)) {
      count.broken(problems.count() - seen);
      for (const raw of batch) take(raw);
      seen = problems.count();
      heap.check();
    }
  } catch (error) {
    const line = unreadableLine(error);
    if (line !== null) problems.add(file.shown, line, (error as Error).message);
    else if (isFileFault(error)) {
      problems.add(
        file.shown,
        1,
        `cannot be read (${error.code ?? error.message}); check that it is there and yours`,
      );
    } else throw error;
  }
  count.broken(problems.count() - seen);
}

function openFile(file: InputFile, problems: ProblemList): Iterable<RawEntry[]> | AsyncIterable<RawEntry[]> {
  if (file.kind === 'yaml') return [readYaml(file.path, file.shown, problems)];
  if (file.kind === 'ndjson') return readNdjson(file.path, file.shown, problems);
  if (file.table !== null) return readCsv(file.path, file.shown, file.table, problems);
  throw unreadableFile(
    1,
    `unknown table ${quote(basename(file.path))}; name the file after its table, such as organisations.csv`,
  );
}

function isFileFault(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
