import { AppError } from '../app-error.ts';
import type { MetaResponse, ReadyResponse } from '../contract/explore.ts';
import type { Engine } from '../engine/engine.ts';
import { SETTINGS } from '../settings.ts';
import type { SettingName } from '../settings.ts';
import { at } from '../topology/topology.ts';
import type { Topology } from '../topology/topology.ts';
import { noData } from './load-graph.ts';
import { readDocuments } from './document-records.ts';
import type { ExploreDeps, UseCase } from './explore-deps.ts';
import { countStatements } from './list-statements.ts';

function countByLabel(topology: Topology): Record<string, number> {
  const counts: Record<string, number> = {};
  topology.labelNames.forEach((label, bit) => {
    let count = 0;
    for (const bits of topology.labelBits) if ((bits & (1 << bit)) !== 0) count += 1;
    if (count > 0) counts[label] = count;
  });
  return counts;
}

function isDocument(topology: Topology, node: number): boolean {
  return (at(topology.labelBits, node) & (1 << topology.labelNames.indexOf('Document'))) !== 0;
}

export interface ServiceDeps extends ExploreDeps {
  readonly engine: Engine;
  /** Of the program, from package.json. */
  readonly version: string;
}

/** Engine, data sets, counts, limits in force. `entities` does not count documents. */
export function createDescribeService(deps: ServiceDeps): UseCase<Record<never, never>, MetaResponse> {
  return (_, signal) =>
    deps.graph.use(async (graph) => {
      const { topology } = graph;
      const [{ version }, documents, statements] = await Promise.all([
        graph.once('engine-version', () => deps.engine.verify(signal)),
        readDocuments(graph),
        countStatements(graph),
      ]);
      const documentCount = topology.ids.filter((_id, node) => isDocument(topology, node)).length;
      const statesUpTo = (dataSet: string): string | null =>
        [...documents.values()]
          .filter((document) => document.dataSets.includes(dataSet))
          .map((document) => document.summary.statesUpTo ?? '')
          .sort()
          .at(-1) || null;
      return {
        name: 'setu',
        version: deps.version,
        engine: { name: deps.engine.name, version },
        revision: graph.revision,
        dataSets: graph.dataSets.map((dataSet) => ({
          ...dataSet,
          shores: [...dataSet.shores],
          fields: [...dataSet.fields],
          statesUpTo: statesUpTo(dataSet.id),
        })),
        counts: {
          entities: topology.nodeCount - documentCount,
          relationships: topology.edgeCount,
          statements,
          documents: documentCount,
          byLabel: countByLabel(topology),
        },
        snapshot: {
          revision: graph.revision,
          ageSeconds: Math.floor((deps.now() - graph.loadedAtMs) / 1_000),
        },
        limits: (Object.keys(SETTINGS) as SettingName[]).map((name) => ({
          name,
          value: deps.limits[name],
          default: SETTINGS[name].default,
          maximum: SETTINGS[name].maximum,
          help: SETTINGS[name].help,
        })),
        capabilities: { ...deps.engine.capabilities },
        library: { configured: deps.library.isConfigured, documents: deps.library.size },
      };
    });
}

const READY_TIMEOUT_MS = 1_500;

async function reach(engine: Engine, signal: AbortSignal): Promise<void> {
  try {
    await engine.verify(signal);
  } catch (error) {
    if (error instanceof AppError) throw error.code === 'no-data' ? noData() : error;
    if (!signal.aborted) throw error;
    throw new AppError('engine-unavailable', 'The database does not answer.', { retryAfterSeconds: 2 });
  }
}

/**
 * Reaches the engine and looks that there is data.
 * @throws AppError engine-unavailable, no-data, too-many-edges
 */
export function createCheckReadiness(deps: ServiceDeps): UseCase<Record<never, never>, ReadyResponse> {
  return async (_, signal) => {
    await reach(deps.engine, AbortSignal.any([signal, AbortSignal.timeout(READY_TIMEOUT_MS)]));
    const { revision } =
      deps.graph.revision() === '' ? await deps.graph.refresh() : { revision: deps.graph.revision() };
    return { status: 'ready', engine: deps.engine.name, revision };
  };
}
