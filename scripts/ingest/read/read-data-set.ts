import { basename } from 'node:path';

import { INGEST_LIMITS } from '../limits.ts';
import { quote, UnreadableFile } from '../problem.ts';
import type { ProblemList } from '../problem.ts';
import { createCollector } from '../resolve/collect-entry.ts';
import { createDataSetDraft } from '../resolve/data-set-draft.ts';
import type { DataSetDraft } from '../resolve/data-set-draft.ts';
import { createResolver } from '../resolve/resolve-entry.ts';
import type { PlacedEntry } from '../resolve/resolve-entry.ts';
import { toSlug } from '../resolve/statement-ids.ts';
import type { BoundedHeap } from '../spool/bounded-heap.ts';
import { createLineSpool } from '../spool/line-spool.ts';
import type { TemporaryFolder } from '../spool/temporary-folder.ts';
import type { DataSetSource, InputFile } from './find-files.ts';
import type { RawEntry } from './raw-entry.ts';
import { readCsv } from './read-csv.ts';
import { readNdjson } from './read-ndjson.ts';
import { readYaml } from './read-yaml.ts';

/** What was read of one data set. */
export interface ReadDataSet {
  readonly draft: DataSetDraft;
  /** Entries read: rows of tables, items of lists. Those that were rejected are among them. */
  readonly entries: number;
  /** Entries with at least one problem. */
  readonly rejected: number;
  /** The names of the files by their number. */
  readonly shownFiles: readonly string[];
}

export interface ReadOptions {
  readonly folder: TemporaryFolder;
  readonly problems: ProblemList;
  readonly heap: BoundedHeap;
  /** Called now and then with the number of entries read so far. */
  readonly progress: (entries: number) => void;
}

/**
 * Reads and checks one data set. Statements wait until every entity and passage is known: those of YAML, JSON and
 * NDJSON in a spool, those of statements.csv in their file, which is read last.
 */
export async function readDataSet(source: DataSetSource, options: ReadOptions): Promise<ReadDataSet> {
  const { problems, heap } = options;
  const files = inOrder(source.files);
  const shown = (file: number): string => files[file]?.shown ?? source.shown;
  const report = (file: number, line: number, text: string): void => problems.add(shown(file), line, text);
  const draft = createDataSetDraft(toSlug(basename(source.folder)), options.folder);
  const collector = createCollector(draft, report, shown);
  const waiting = createLineSpool(
    options.folder,
    `waiting-${toSlug(source.folder)}`,
    INGEST_LIMITS.spoolMemoryBytes,
  );
  const count = createEntryCount(options.progress);
  const collect = (raw: RawEntry, file: number): Waiting | null => {
    const before = problems.count();
    const placed = collector.collect(raw, file);
    const isRejected = problems.count() > before;
    count.take(isRejected);
    return placed === null ? null : { placed, isRejected };
  };
  const resolve = ({ placed, isRejected }: Waiting): void => {
    const before = problems.count();
    resolver.resolve(placed);
    if (!isRejected && problems.count() > before) count.reject();
  };
  const early = files.filter((file) => file.table !== 'statements');
  for (const file of early) {
    const number = files.indexOf(file);
    await eachEntry(file, problems, { count, heap }, (raw) => {
      const placed = collect(raw, number);
      if (placed !== null) waiting.add(JSON.stringify(placed));
    });
  }
  if (files.every((file) => file.table !== 'statements') && count.entries() === 0)
    problems.add(source.shown, 1, 'holds no entries; add a table');
  const resolver = createResolver(draft, report, shown);
  for (let at = 0; at < waiting.size(); at += 1) {
    resolve(JSON.parse(waiting.get(at)) as Waiting);
    if (at % HEAP_CHECK_ROWS === 0) heap.check();
  }
  waiting.close();
  for (const file of files.filter((one) => one.table === 'statements')) {
    const number = files.indexOf(file);
    await eachEntry(file, problems, { count, heap }, (raw) => {
      const placed = collect(raw, number);
      if (placed !== null) resolve(placed);
    });
  }
  collector.finish();
  return {
    draft,
    entries: count.entries(),
    rejected: count.rejected(),
    shownFiles: files.map((file) => file.shown),
  };
}

interface Waiting {
  readonly placed: PlacedEntry;
  readonly isRejected: boolean;
}

/** Counts entries, those that the readers could not make out among them. */
interface EntryCount {
  take(isRejected: boolean): void;
  reject(): void;
  /** So many entries were broken before anything could be made of them. */
  broken(entries: number): void;
  entries(): number;
  rejected(): number;
}

function createEntryCount(progress: (entries: number) => void): EntryCount {
  let entries = 0;
  let rejected = 0;
  return {
    take(isRejected) {
      entries += 1;
      if (isRejected) rejected += 1;
      if (entries % 10_000 === 0) progress(entries);
    },
    reject() {
      rejected += 1;
    },
    broken(more) {
      entries += more;
      rejected += more;
    },
    entries: () => entries,
    rejected: () => rejected,
  };
}

/** Files for people first, then the tables; statements last. */
function inOrder(files: readonly InputFile[]): readonly InputFile[] {
  const rank = (file: InputFile): number => (file.kind !== 'csv' ? 0 : file.table === 'statements' ? 2 : 1);
  return [...files].sort((a, b) => rank(a) - rank(b));
}

const HEAP_CHECK_ROWS = 1_000;

async function eachEntry(
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
    if (error instanceof UnreadableFile) problems.add(file.shown, error.line, error.message);
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
  throw new UnreadableFile(
    1,
    `unknown table ${quote(basename(file.path))}; name the file after its table, such as organisations.csv`,
  );
}

function isFileFault(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
