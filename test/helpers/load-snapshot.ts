import type { EngineConfig } from '../../server/engine/engine-config.ts';
import { SILENT_LOGGER } from '../../server/engine/engine-logger.ts';
import { openEngine } from '../../server/engine/open-engine.ts';
import { loadTopology } from '../../server/explore/load-topology.ts';
import { createRunStatement } from '../../server/explore/run-statement.ts';
import { readLimits } from '../../server/settings.ts';
import { createWalkMask } from '../../server/topology/edge-mask.ts';
import { createPathSearch } from '../../server/topology/path-search.ts';
import { createPathWeights } from '../../server/topology/path-weights.ts';
import type { Topology } from '../../server/topology/topology.ts';
import { catalogue, statement } from './engines.ts';

/** The snapshot that the service would take of a database. */
export async function loadSnapshot(config: EngineConfig): Promise<Topology> {
  const engine = openEngine(config, readLimits({}), catalogue, SILENT_LOGGER);
  try {
    await engine.refresh();
    const data = engine.pin();
    const run = createRunStatement(engine.name, data, catalogue);
    const topology = await loadTopology(run, 1_000_000, new AbortController().signal);
    data.release();
    return topology;
  } finally {
    await engine.close();
  }
}

export type Hops = readonly (number | null)[];

/** For each pair of nodes the hops of a shortest path by the kernel, null where there is none of up to 8. */
export function hopsByKernel(topology: Topology, pairs: readonly (readonly [number, number])[]): Hops {
  const search = createPathSearch(topology);
  const mask = createWalkMask(topology, {});
  const weights = createPathWeights(topology, {}, 20_000);
  return pairs.map(([from, to]) => {
    const query = {
      from,
      ends: [to],
      mask,
      weights,
      maxHops: 8,
      walk: 'any' as const,
      shouldStop: () => false,
    };
    return search.shortest(query, 1).paths[0]?.edges.length ?? null;
  });
}

/** The same by Neo4j's own shortestPath. */
export async function hopsByNeo4j(
  config: EngineConfig,
  topology: Topology,
  pairs: readonly (readonly [number, number])[],
): Promise<Hops> {
  const engine = openEngine(config, readLimits({}), catalogue, SILENT_LOGGER);
  // Statements and their references are no part of the snapshot.
  const text = `UNWIND $pairs AS pair
MATCH (a:Entity {id: pair[0]})
MATCH (b:Entity {id: pair[1]})
OPTIONAL MATCH p = shortestPath((a)-[:${topology.typeNames.join('|')}*..8]-(b))
RETURN length(p) AS hops`;
  try {
    const ids = pairs.map((pair) => pair.map((node) => topology.ids[node]));
    const { rows } = await engine.read(statement('read', text), { pairs: ids });
    return rows.map(([hops]) => (hops === null ? null : Number(hops)));
  } finally {
    await engine.close();
  }
}
