import { AppError } from '../app-error.ts';
import { ENTITY_LABELS, MODALITIES } from '../contract/vocabulary.ts';
import { createTopologyBuilder } from '../topology/build-topology.ts';
import type { TopologyBuilder } from '../topology/build-topology.ts';
import type { Topology } from '../topology/topology.ts';
import type { RunStatement } from './run-statement.ts';

/** The Neo4j driver reads a large record slowly, chunk by chunk; the embedded engine looks at all nodes each time. */
const NODES_A_PORTION = 5_000;

async function loadNodes(
  run: RunStatement,
  builder: TopologyBuilder,
  signal: AbortSignal,
): Promise<string[]> {
  const ids: string[] = [];
  for (let after = ''; ; after = ids.at(-1) as string) {
    const [row] = await run('explore/list-topology-nodes', { after, limit: NODES_A_PORTION }, { signal });
    const portion = (row?.[0] ?? []) as string[];
    builder.addNodes({
      ids: portion,
      labels: (row?.[1] ?? []) as string[][],
      captions: (row?.[2] ?? []) as string[],
    });
    for (const id of portion) ids.push(id);
    if (portion.length < NODES_A_PORTION) return ids;
  }
}

type Row = readonly unknown[] | undefined;

function addEdges(builder: TopologyBuilder, row: Row): void {
  if (!row) return;
  builder.addEdges({
    sources: row[0] as string[],
    targets: row[1] as string[],
    types: row[2] as string[],
    roles: row[3] as string[],
    modalities: row[4] as string[],
    documents: (row[5] as (number | bigint)[]).map(Number),
    passages: (row[6] as (number | bigint)[]).map(Number),
    documentIds: row[7] as string[][],
    disputed: row[8] as boolean[],
    holds: (row[9] as (number | bigint)[][]).map((days) => days.map(Number)),
  });
}

function refuseMore(maxEdges: number): never {
  throw new AppError(
    'too-many-edges',
    `The graph has more than ${maxEdges} relationships, the most this service keeps in memory.`,
    { hint: 'Raise SETU_TOPOLOGY_MAX_EDGES where the machine has memory for about 25 bytes a relationship.' },
  );
}

/**
 * Reads all entities and relationships, in portions of columns, into a topology. While one portion is taken in, the
 * engine is at work on the next.
 * @throws AppError too-many-edges above maxEdges, and as Engine.read does
 */
export async function loadTopology(
  run: RunStatement,
  maxEdges: number,
  signal: AbortSignal,
): Promise<Topology> {
  const builder = createTopologyBuilder(ENTITY_LABELS, MODALITIES);
  const ids = await loadNodes(run, builder, signal);
  const read = async (start: number): Promise<Row> => {
    if (start >= ids.length) return undefined;
    const to = ids[Math.min(start + NODES_A_PORTION, ids.length) - 1] as string;
    const [row] = await run('explore/list-topology-edges', { from: ids[start] as string, to }, { signal });
    return row;
  };
  let next = read(0);
  for (let start = 0; start < ids.length; start += NODES_A_PORTION) {
    const row = await next;
    next = read(start + NODES_A_PORTION);
    // Its failure is heard of when it is waited for, or not at all.
    next.catch(() => {});
    addEdges(builder, row);
    if (builder.edgeCount > maxEdges) refuseMore(maxEdges);
  }
  return builder.build();
}
