import { AppError } from '../app-error.ts';
import { ENTITY_LABELS, MODALITIES } from '../contract/vocabulary.ts';
import { createTopologyBuilder } from '../topology/build-topology.ts';
import type { TopologyBuilder } from '../topology/build-topology.ts';
import type { EdgeGroup } from '../topology/edge-store.ts';
import type { Topology } from '../topology/topology.ts';
import type { RunStatement } from './run-statement.ts';

const NODES_A_PORTION = 20_000;
/** The database is at work on one portion while another is on its way and taken in; more would only share its time. */
const READS_AT_ONCE = 2;

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

function toGroup(row: readonly unknown[]): EdgeGroup {
  return {
    type: row[0] as string,
    role: row[1] as string,
    modality: row[2] as string,
    disputed: row[3] as boolean,
    documents: Number(row[4]),
    passages: Number(row[5]),
    documentIds: row[6] as string[],
    sources: row[7] as string[],
    targets: row[8] as string[],
    holds: (row[9] as (number | bigint)[][]).map((days) => days.map(Number)),
  };
}

function refuseMore(maxEdges: number): never {
  throw new AppError(
    'too-many-edges',
    `The graph has more than ${maxEdges} relationships, the most this service keeps in memory.`,
    { hint: 'Raise SETU_TOPOLOGY_MAX_EDGES where the machine has memory for about 25 bytes a relationship.' },
  );
}

/**
 * Reads all entities, in portions of columns, and all relationships, in groups that share their facts, into a topology.
 * @throws AppError too-many-edges above maxEdges, and as Engine.read does
 */
export async function loadTopology(
  run: RunStatement,
  maxEdges: number,
  signal: AbortSignal,
): Promise<Topology> {
  const builder = createTopologyBuilder(ENTITY_LABELS, MODALITIES);
  const ids = await loadNodes(run, builder, signal);
  const ended = new AbortController();
  const either = AbortSignal.any([signal, ended.signal]);
  let next = 0;
  const readOn = async (): Promise<void> => {
    while (next < ids.length) {
      const from = ids[next] as string;
      next = Math.min(next + NODES_A_PORTION, ids.length);
      const to = ids[next - 1] as string;
      const rows = await run('explore/list-topology-edges', { from, to }, { signal: either });
      for (const row of rows) builder.addEdges(toGroup(row));
      if (builder.edgeCount > maxEdges) refuseMore(maxEdges);
    }
  };
  try {
    await Promise.all(Array.from({ length: READS_AT_ONCE }, readOn));
  } finally {
    // Where one failed the others need not go on.
    ended.abort();
  }
  return builder.build();
}
