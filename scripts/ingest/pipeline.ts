import type { Catalogue } from '../../server/cypher/catalogue.ts';
import type { EngineConfig } from '../../server/engine/engine-config.ts';
import type { GraphWriter } from '../../server/engine/graph-writer.ts';
import { openWriter } from '../../server/engine/open-writer.ts';
import type { DataSetReport, IngestReport } from './ingest-report.ts';
import { sumChanges } from './ingest-report.ts';
import { INGEST_LIMITS } from './limits.ts';
import { createExistingGraph } from './load/existing-graph.ts';
import { createIngestStatements } from './load/ingest-statements.ts';
import { loadDataSet } from './load/load-data-set.ts';
import type { LoadedDataSet } from './load/load-data-set.ts';
import { createProblemList } from './problem.ts';
import type { ProblemList } from './problem.ts';
import { findSources } from './read/find-files.ts';
import { readDataSet } from './read/read-data-set.ts';
import type { ReadDataSet } from './read/read-data-set.ts';
import { checkPassages } from './resolve/check-passages.ts';
import type { PassageCheck } from './resolve/check-passages.ts';
import { openLibrary } from './resolve/library.ts';
import type { Library } from './resolve/library.ts';
import { createBoundedHeap } from './spool/bounded-heap.ts';
import type { BoundedHeap } from './spool/bounded-heap.ts';
import { createSortedDigest } from './spool/sorted-digest.ts';
import { createTemporaryFolder } from './spool/temporary-folder.ts';
import type { TemporaryFolder } from './spool/temporary-folder.ts';

/** What is going on, for a progress bar. */
export interface Progress {
  readonly step: 'reading' | 'checking' | 'loading';
  readonly done: number;
  /** Null while it is not known. */
  readonly total: number | null;
}

export interface IngestOptions {
  /** Data set folders or single tables. */
  readonly paths: readonly string[];
  /** Relative paths start here, and problems name files relative to it. */
  readonly workingFolder: string;
  /** Folder of the reader's documents; null = none. */
  readonly library: string | null;
  /** Null: a dry run, no database is touched. */
  readonly engine: EngineConfig | null;
  readonly catalogue: Catalogue;
  /** Rows of a transaction, about. */
  readonly batchRows: number;
  readonly progress?: (progress: Progress) => void;
  /** How the database is opened; tests end a load early with it. */
  readonly open?: typeof openWriter;
  /** Loads nothing where the database holds other data but none of these data sets. */
  readonly onlyWhereEmptyOrLoaded?: boolean;
}

/** What the stages keep their rows in. */
interface Room {
  readonly folder: TemporaryFolder;
  readonly heap: BoundedHeap;
}

interface CheckedDataSet extends ReadDataSet {
  readonly references: PassageCheck;
}

/**
 * The order of the stages: find, parse and validate, resolve, check against the library; then, only when nothing at all
 * is wrong, project and load.
 * @throws AppError of the engine; Error with a sentence for a library that cannot be read
 */
export async function ingest(options: IngestOptions): Promise<IngestReport> {
  const started = performance.now();
  const problems = createProblemList();
  const folder = createTemporaryFolder();
  const heap = createBoundedHeap(INGEST_LIMITS.heapBytes);
  const opening = startOpening(options);
  try {
    const library = options.library === null ? null : openLibrary(options.library);
    const dataSets = await readAll(options, problems, { folder, heap }, library);
    const isLoading = opening !== null && problems.count() === 0;
    const loaded = isLoading ? await loadAll(dataSets, options, await opening, { folder, heap }) : null;
    const reports = dataSets.map((one, at) => describe(one, loaded?.dataSets[at] ?? null));
    return {
      isDryRun: options.engine === null,
      target: loaded?.target ?? null,
      dataSets: reports,
      problems: problems.sorted(),
      problemCount: problems.count(),
      changes: sumChanges(reports),
      elapsedMs: Math.round(performance.now() - started),
    };
  } finally {
    folder.remove();
    // Closed already where something was loaded; where it never opened there is nothing to close.
    await opening?.then((writer) => writer.close()).catch(() => undefined);
  }
}

/** Reaches the database while the data is still being read; nothing is written before all of it is right. */
function startOpening({ engine, open, catalogue }: IngestOptions): Promise<GraphWriter> | null {
  if (engine === null) return null;
  const opening = (open ?? openWriter)(engine, catalogue);
  // Looked at when the data has been read; a problem in the data is told first.
  opening.catch(() => undefined);
  return opening;
}

async function readAll(
  options: IngestOptions,
  problems: ProblemList,
  room: Room,
  library: Library | null,
): Promise<CheckedDataSet[]> {
  const { sources, faults } = findSources(options.paths, options.workingFolder);
  for (const fault of faults) problems.add(fault.path, 1, fault.text);
  const dataSets: CheckedDataSet[] = [];
  const ids = new Map<string, string>();
  for (const [at, source] of sources.entries()) {
    const progress = (done: number): void => options.progress?.({ step: 'reading', done, total: null });
    const read = await readDataSet(source, { ...room, name: `set-${at}`, problems, progress });
    const { id } = read.draft.header;
    const other = ids.get(id);
    if (other !== undefined) {
      problems.add(
        source.shown,
        1,
        `the data set "${id}" is also ${other}; give one of them another id in dataset.yaml`,
      );
    }
    ids.set(id, source.shown);
    const report = (file: number, line: number, text: string): void =>
      problems.add(read.shownFiles[file] ?? source.shown, line, text);
    dataSets.push({ ...read, references: checkPassages(read.draft, library, report) });
  }
  return dataSets;
}

async function loadAll(
  dataSets: readonly CheckedDataSet[],
  options: IngestOptions,
  writer: GraphWriter,
  room: Room,
): Promise<{ target: string; dataSets: (LoadedDataSet | null)[] }> {
  await writer.prepareSchema();
  const loaded: (LoadedDataSet | null)[] = [];
  for (const dataSet of dataSets) loaded.push(await loadOne(dataSet, options, writer, room));
  await writer.publish(loaded.some(isChanged));
  return { target: writer.target, dataSets: loaded };
}

async function loadOne(
  { draft }: CheckedDataSet,
  options: IngestOptions,
  writer: GraphWriter,
  { folder, heap }: Room,
): Promise<LoadedDataSet | null> {
  const statements = createIngestStatements(options.catalogue, writer.engine);
  const { id } = draft.header;
  if (options.onlyWhereEmptyOrLoaded === true) {
    const existing = createExistingGraph(writer, statements);
    if (!(await existing.isEmpty()) && (await existing.dataSet(id)) === null) return null;
  }
  const total = draft.statementIds.size();
  const loaded = await loadDataSet(draft, {
    writer,
    statements,
    batchRows: options.batchRows,
    heap,
    revision: createSortedDigest(folder, `${id}-revision`, INGEST_LIMITS.spoolMemoryBytes),
    progress: (done) => options.progress?.({ step: 'loading', done, total }),
  });
  draft.aboutEntities.clear();
  draft.relations.clear();
  return loaded;
}

function isChanged(loaded: LoadedDataSet | null): boolean {
  if (loaded === null) return false;
  const kinds = [
    loaded.counts.documents,
    loaded.counts.entities,
    loaded.counts.relationships,
    loaded.counts.statements,
  ];
  return loaded.isHeaderChanged || kinds.some((kind) => kind.created + kind.updated + kind.deleted > 0);
}

function describe(read: CheckedDataSet, loaded: LoadedDataSet | null): DataSetReport {
  const { draft, entries, rejected, references } = read;
  return {
    id: draft.header.id,
    title: draft.header.title,
    entries,
    accepted: entries - rejected,
    rejected,
    documents: draft.documents.size,
    entities: draft.entities.size(),
    statements: draft.statementIds.size(),
    references,
    loaded: loaded?.counts ?? null,
    revision: loaded?.revision ?? null,
  };
}
