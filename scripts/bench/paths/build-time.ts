import { loadCatalogue } from '../../../server/cypher/catalogue.ts';
import { SILENT_LOGGER } from '../../../server/engine/engine-logger.ts';
import { openEngine } from '../../../server/engine/open-engine.ts';
import { loadTopology } from '../../../server/explore/load-topology.ts';
import { createRunStatement } from '../../../server/explore/run-statement.ts';
import { readLimits } from '../../../server/settings.ts';
import { median } from '../compare.ts';

const ROUNDS = 3;

export interface BuildTime {
  readonly seconds: number;
  /** Of this process alone, without the database's. */
  readonly processSeconds: number;
  readonly edges: number;
}

/** Median seconds of reading a database into a topology, the first time left out. */
export async function measureBuild(uri: string): Promise<BuildTime> {
  const catalogue = loadCatalogue();
  const config = { engine: 'neo4j', uri, username: '', password: '' } as const;
  const engine = openEngine(config, readLimits({}), catalogue, SILENT_LOGGER);
  const times: number[] = [];
  const processTimes: number[] = [];
  let edges = 0;
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      await engine.refresh();
      const data = engine.pin();
      const started = performance.now();
      const before = process.cpuUsage();
      const run = createRunStatement('neo4j', data, catalogue);
      const topology = await loadTopology(run, 20_000_000, new AbortController().signal);
      const { user, system } = process.cpuUsage(before);
      if (round > 0) times.push((performance.now() - started) / 1_000);
      if (round > 0) processTimes.push((user + system) / 1_000_000);
      edges = topology.edgeCount;
      data.release();
    }
  } finally {
    await engine.close();
  }
  return { seconds: median(times), processSeconds: median(processTimes), edges };
}
