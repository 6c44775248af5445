import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { loadCatalogue } from '../../server/cypher/catalogue.ts';
import { formatReport } from './ingest-report.ts';
import type { IngestReport } from './ingest-report.ts';
import { ingest } from './pipeline.ts';
import type { Progress } from './pipeline.ts';
import { findSources } from './read/find-files.ts';

/** Raise it when the same data set makes another graph than before: stores are then brought up to date. */
const PROJECTION_VERSION = 1;
/** Beside the pointer of the generations: which files were loaded, and which generation they made. */
const STAMP_FILE = 'shipped.json';
const POINTER_FILE = 'current';

export interface LoadIfStaleOptions {
  /** Data set folders that are shipped. */
  readonly paths: readonly string[];
  readonly workingFolder: string;
  /** Folder of the embedded store. */
  readonly store: string;
  readonly batchRows: number;
  readonly progress?: (progress: Progress) => void;
}

/**
 * `current`: nothing to do. `loaded`: the store was empty or held another revision of these data sets. `kept`: the
 * store holds other data and not these data sets, so it is left alone.
 */
export type LoadIfStaleResult =
  { readonly outcome: 'current' } | { readonly outcome: 'loaded' | 'kept'; readonly report: IngestReport };

/**
 * Loads the shipped data sets into the embedded store where it is empty or holds another revision of them. When
 * nothing changed it only reads the files' digests: a few milliseconds, no engine.
 * @throws Error with the problems of the data set, as `npm run ingest` prints them
 */
export async function loadIfStale(options: LoadIfStaleOptions): Promise<LoadIfStaleResult> {
  const digest = digestOfFiles(options.paths, options.workingFolder);
  if (isCurrent(options.store, digest)) return { outcome: 'current' };
  const report = await ingest({
    paths: options.paths,
    workingFolder: options.workingFolder,
    library: null,
    engine: { engine: 'embedded', store: options.store },
    catalogue: loadCatalogue(),
    batchRows: options.batchRows,
    onlyWhereEmptyOrLoaded: true,
    ...(options.progress === undefined ? {} : { progress: options.progress }),
  });
  if (report.problemCount > 0) throw new Error(formatReport(report));
  writeStamp(options.store, digest);
  return { outcome: report.dataSets.some((one) => one.loaded !== null) ? 'loaded' : 'kept', report };
}

/** The pointer must be there: a store that was emptied by hand is filled again. */
function isCurrent(store: string, digest: string): boolean {
  if (!existsSync(join(store, POINTER_FILE))) return false;
  try {
    const stamp: unknown = JSON.parse(readFileSync(join(store, STAMP_FILE), 'utf8'));
    return typeof stamp === 'object' && stamp !== null && 'digest' in stamp && stamp.digest === digest;
  } catch {
    return false;
  }
}

function writeStamp(store: string, digest: string): void {
  mkdirSync(store, { recursive: true });
  const draft = join(store, `${STAMP_FILE}.${process.pid}.draft`);
  writeFileSync(draft, `${JSON.stringify({ digest })}\n`);
  renameSync(draft, join(store, STAMP_FILE));
}

function digestOfFiles(paths: readonly string[], workingFolder: string): string {
  const hash = createHash('sha256').update(`projection ${PROJECTION_VERSION}\n`);
  for (const source of findSources(paths, workingFolder).sources) {
    for (const file of source.files) {
      const content = createHash('sha256').update(readFileSync(file.path)).digest('hex');
      hash.update(`${file.path.slice(source.folder.length)} ${content}\n`);
    }
  }
  return hash.digest('hex');
}
