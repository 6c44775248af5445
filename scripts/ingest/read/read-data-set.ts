import { basename } from 'node:path';

import { INGEST_LIMITS } from '../limits.ts';
import type { ProblemList } from '../problem.ts';
import { createCollector } from '../resolve/collect-entry.ts';
import type { Collector } from '../resolve/collect-entry.ts';
import { createDataSetDraft } from '../resolve/data-set-draft.ts';
import type { DataSetDraft } from '../resolve/data-set-draft.ts';
import { createResolver } from '../resolve/resolve-entry.ts';
import type { PlacedEntry, Resolver } from '../resolve/resolve-entry.ts';
import { toSlug } from '../resolve/statement-ids.ts';
import type { BoundedHeap } from '../spool/bounded-heap.ts';
import { createLineSpool } from '../spool/line-spool.ts';
import type { TemporaryFolder } from '../spool/temporary-folder.ts';
import { createEntryCount } from './entry-count.ts';
import type { EntryCount } from './entry-count.ts';
import type { DataSetSource, InputFile } from './find-files.ts';
import { isEntityTable } from './raw-entry.ts';
import type { RawEntry } from './raw-entry.ts';
import { readFileEntries } from './read-file-entries.ts';

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
  /** Of this data set, for the names of its temporary files. */
  readonly name: string;
  readonly folder: TemporaryFolder;
  readonly problems: ProblemList;
  readonly heap: BoundedHeap;
  /** Called now and then with the number of entries read so far. */
  readonly progress: (entries: number) => void;
}

/**
 * Reads and checks one data set. Entities wait until every passage is known, statements until every entity is: those
 * of YAML, JSON and NDJSON in a spool, those of tables in their files, which are read later.
 */
export async function readDataSet(source: DataSetSource, options: ReadOptions): Promise<ReadDataSet> {
  const { problems, heap, folder, name } = options;
  const { files } = source;
  const shown = (file: number): string => files[file]?.shown ?? source.shown;
  const report = (file: number, line: number, text: string): void => problems.add(shown(file), line, text);
  const draft = createDataSetDraft(toSlug(basename(source.folder)), folder, name);
  const collector = createCollector(draft, report, shown);
  const count = createEntryCount(options.progress);
  const each = async (number: number, take: (waiting: Waiting) => void): Promise<void> => {
    const file = files[number];
    if (file === undefined) return;
    await readFileEntries(file, problems, { count, heap }, (raw) => {
      const waiting = collect(raw, number, { collector, problems, count });
      if (waiting !== null) take(waiting);
    });
  };
  const waiting = createLineSpool(folder, `${name}-waiting`, INGEST_LIMITS.spoolMemoryBytes);
  for (const at of ofRank(files, 'known first')) await each(at, (one) => waiting.add(JSON.stringify(one)));
  const resolver = createResolver(draft, report, shown);
  const resolve = (one: Waiting): void => resolveOne(one, { resolver, problems, count });
  for (const at of ofRank(files, 'entities')) await each(at, resolve);
  for (let at = 0; at < waiting.size(); at += 1) {
    resolve(JSON.parse(waiting.get(at)) as Waiting);
    if (at % HEAP_CHECK_ROWS === 0) heap.check();
  }
  waiting.close();
  for (const at of ofRank(files, 'statements')) await each(at, resolve);
  collector.finish();
  const shownFiles = files.map((file) => file.shown);
  return { draft, entries: count.entries(), rejected: count.rejected(), shownFiles };
}

/** An entry that has been looked at by itself, and whether that found a problem. */
interface Waiting {
  readonly placed: PlacedEntry;
  readonly isRejected: boolean;
}

interface Counting {
  readonly problems: ProblemList;
  readonly count: EntryCount;
}

function collect(
  raw: RawEntry,
  file: number,
  { collector, problems, count }: Counting & { readonly collector: Collector },
): Waiting | null {
  const before = problems.count();
  const placed = collector.collect(raw, file);
  const isRejected = problems.count() > before;
  count.take(isRejected);
  return placed === null ? null : { placed, isRejected };
}

/** Problems of an entry that was rejected before are told too, but it is counted once. */
function resolveOne(
  { placed, isRejected }: Waiting,
  { resolver, problems, count }: Counting & { readonly resolver: Resolver },
): void {
  const before = problems.count();
  resolver.resolve(placed);
  if (!isRejected && problems.count() > before) count.reject();
}

/** What a file may hold that other files wait for. */
type Rank = 'known first' | 'entities' | 'statements';

function rankOf(file: InputFile): Rank {
  if (file.table === 'statements') return 'statements';
  return file.table !== null && isEntityTable(file.table) ? 'entities' : 'known first';
}

function ofRank(files: readonly InputFile[], rank: Rank): number[] {
  return [...files.keys()].filter((at) => rankOf(files[at] as InputFile) === rank);
}

const HEAP_CHECK_ROWS = 1_000;
