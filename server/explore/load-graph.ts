import { createHash } from 'node:crypto';

import { AppError } from '../app-error.ts';
import type { Catalogue } from '../cypher/catalogue.ts';
import type { Engine, PinnedData } from '../engine/engine.ts';
import type { Limits } from '../settings.ts';
import type { Topology } from '../topology/topology.ts';
import type { TurnQueue } from './turn-queue.ts';
import { loadTopology } from './load-topology.ts';
import { createPathFinder } from './paths/path-finder.ts';
import type { PathFinder } from './paths/path-finder.ts';
import { createRecordStore } from './record-store.ts';
import type { RecordStore } from './record-store.ts';
import { createRunStatement } from './run-statement.ts';
import type { RunStatement } from './run-statement.ts';

export interface DataSetInfo {
  readonly id: string;
  readonly title: string;
  readonly shores: readonly string[];
  readonly fields: readonly { readonly id: string; readonly caption: string }[];
  readonly revision: string;
}

/** One revision of the data, held on to: the topology, what is known beside it, and what was worked out once for it. */
export interface LoadedGraph {
  readonly revision: string;
  readonly dataSets: readonly DataSetInfo[];
  readonly topology: Topology;
  readonly paths: PathFinder;
  readonly records: RecordStore;
  readonly loadedAtMs: number;
  /** Runs a statement of the catalogue on the data that the topology was read from. */
  readonly run: RunStatement;
  /** Runs a typed statement on that data. */
  readonly runConsole: PinnedData['runConsole'];
  /** Makes something once for this revision. */
  once<T>(key: string, make: () => Promise<T>): Promise<T>;
}

async function readDataSets(run: RunStatement, signal: AbortSignal): Promise<DataSetInfo[]> {
  const rows = await run('explore/list-data-sets', {}, { signal });
  return rows.map(([id, title, shores, fields, revision]) => ({
    id: id as string,
    title: (title ?? id) as string,
    shores: shores as string[],
    fields: (fields as string[]).map((field) => {
      const [fieldId = field, ...caption] = field.split('|');
      return { id: fieldId, caption: caption.join('|') || fieldId };
    }),
    revision: (revision ?? '') as string,
  }));
}

/** The revision of the database (docs/graph-shape.md). */
export function revisionOf(dataSets: readonly Pick<DataSetInfo, 'id' | 'revision'>[]): string {
  const lines = dataSets.map((dataSet) => `${dataSet.id}=${dataSet.revision}`).sort();
  return createHash('sha256').update(lines.join('\n'), 'utf8').digest('hex');
}

function createOnce(): LoadedGraph['once'] {
  const made = new Map<string, Promise<unknown>>();
  return <T>(key: string, make: () => Promise<T>): Promise<T> => {
    const known = made.get(key) as Promise<T> | undefined;
    if (known) return known;
    const making = make();
    made.set(key, making);
    making.catch(() => made.delete(key));
    return making;
  };
}

/** What everybody hears while nothing is loaded, whoever noticed it. */
export function noData(): AppError {
  return new AppError('no-data', 'There is no data, run npm run ingest.', { retryAfterSeconds: 5 });
}

export interface LoadGraphDeps {
  readonly engine: Pick<Engine, 'name'>;
  readonly catalogue: Catalogue;
  readonly limits: Pick<Limits, 'topologyMaxEdges' | 'cacheMb'>;
  /** Where long path searches wait for their turn. */
  readonly longSearches: TurnQueue;
  readonly now: () => number;
}

/**
 * Reads the graph from pinned data.
 * @param known returned as it is where the data still has its revision
 * @throws AppError no-data, too-many-edges, and as Engine.read does
 */
export async function loadGraph(
  deps: LoadGraphDeps,
  data: PinnedData,
  known: LoadedGraph | null,
  signal: AbortSignal,
): Promise<LoadedGraph> {
  const run = createRunStatement(deps.engine.name, data, deps.catalogue);
  for (let attempt = 1; ; attempt += 1) {
    const dataSets = await readDataSets(run, signal);
    if (dataSets.length === 0) {
      throw noData();
    }
    const revision = revisionOf(dataSets);
    if (known?.revision === revision) return known;
    const topology = await loadTopology(run, deps.limits.topologyMaxEdges, signal);
    // A load that ended meanwhile would leave nodes of one revision beside edges of another.
    const isWhole = revisionOf(await readDataSets(run, signal)) === revision && topology.danglingEdges === 0;
    if (!isWhole && attempt < 4) continue;
    return {
      revision,
      dataSets,
      topology,
      paths: createPathFinder(topology, deps.longSearches, deps.now),
      records: createRecordStore(run, topology, deps.limits.cacheMb * 1_000_000),
      loadedAtMs: deps.now(),
      run,
      runConsole: data.runConsole,
      once: createOnce(),
    };
  }
}
