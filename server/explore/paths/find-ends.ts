import { AppError } from '../../app-error.ts';
import type { PathsQuery } from '../../contract/path-requests.ts';
import { at, labelMaskOf, nodeIndexOf } from '../../topology/topology.ts';
import { requireNode } from '../find-by-id.ts';
import type { LoadedGraph } from '../load-graph.ts';

const SET_PARAMETERS = ['toAny', 'toLabel', 'toKind', 'toCountry'] as const;

function refuseContradictoryEnds(query: PathsQuery): void {
  const given = SET_PARAMETERS.filter((name) => query[name] !== undefined);
  if (query.to !== undefined && given.length > 0) {
    throw new AppError(
      'contradictory-parameters',
      `to names one end, ${given.join(' and ')} many: give one of them.`,
    );
  }
  if (query.toAny !== undefined && given.length > 1) {
    const others = given.filter((name) => name !== 'toAny').join(' and ');
    throw new AppError(
      'contradictory-parameters',
      `toAny names the ends, ${others} describes them: give one of them.`,
    );
  }
}

async function listDescribed(graph: LoadedGraph, query: PathsQuery, signal: AbortSignal): Promise<number[]> {
  const { topology } = graph;
  const mask = query.toLabel ? labelMaskOf(topology, query.toLabel) : -1;
  const isOfLabel = (node: number): boolean => (at(topology.labelBits, node) & mask) !== 0;
  if (query.toKind === undefined && query.toCountry === undefined) {
    return Array.from({ length: topology.nodeCount }, (_, node) => node).filter(isOfLabel);
  }
  const params = { kind: query.toKind?.toLowerCase() ?? null, country: query.toCountry ?? null };
  const [row] = await graph.run('explore/list-ids-of-kind', params, { signal });
  return ((row?.[0] ?? []) as string[])
    .map((id) => nodeIndexOf(topology, id))
    .filter((node) => node >= 0 && isOfLabel(node))
    .sort((a, b) => a - b);
}

/**
 * Where paths may end: the one entity asked for, or all that are listed or described; never the entity where they
 * begin. Empty where nothing is so described.
 * @throws AppError contradictory-parameters, unknown-id
 */
export async function findEnds(
  graph: LoadedGraph,
  query: PathsQuery,
  signal: AbortSignal,
): Promise<number[]> {
  refuseContradictoryEnds(query);
  const from = requireNode(graph, query.from);
  if (query.to !== undefined) {
    const to = requireNode(graph, query.to);
    if (to === from) {
      throw new AppError(
        'contradictory-parameters',
        'from and to are the same entity: give two different ones.',
      );
    }
    return [to];
  }
  if (query.toAny?.includes(query.from) === true) {
    throw new AppError('contradictory-parameters', 'toAny names the entity where paths begin: give others.');
  }
  const ends = query.toAny
    ? query.toAny.map((id) => requireNode(graph, id))
    : await listDescribed(graph, query, signal);
  return [...new Set(ends)].filter((end) => end !== from);
}
