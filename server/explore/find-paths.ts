import { AppError } from '../app-error.ts';
import type { FoundPathOnWire, PathsResponse } from '../contract/explore.ts';
import type { GraphEdge, GraphNode } from '../contract/graph.ts';
import type { PathsQuery } from '../contract/requests.ts';
import type { Limits } from '../settings.ts';
import { createWalkMask } from '../topology/edge-mask.ts';
import type { WalkFilter } from '../topology/edge-mask.ts';
import type { FoundPath, PathAnswer, PathQuery } from '../topology/found-path.ts';
import { createPathWeights } from '../topology/path-weights.ts';
import { edgeIdOf, nodeIndexOf } from '../topology/topology.ts';
import type { LoadedGraph } from './load-graph.ts';
import { explainNoPath } from './explain-no-path.ts';
import type { ExploreDeps, UseCase } from './explore-deps.ts';
import { requireNode } from './find-by-id.ts';
import { narratePath } from './path-narrative.ts';
import { toTexts } from './plain-values.ts';
import { hubLabelsWithout, projectEdges, projectNodes } from './project-graph.ts';
import { projectStatements } from './project-statements.ts';
import { resolveDate } from './resolve-date.ts';
import { scorePath } from './score-path.ts';

const MOST_PATHS = 25;

function refuseContradictions(query: PathsQuery): void {
  const both = (query.excludeTypes ?? []).find((type) => query.types?.includes(type) === true);
  if (both !== undefined) {
    throw new AppError('contradictory-parameters', `types and excludeTypes both name ${both}.`);
  }
  if (query.exclude?.includes(query.from) === true || query.exclude?.includes(query.to) === true) {
    throw new AppError('contradictory-parameters', 'exclude names an end of the path.');
  }
}

function filterOf(graph: LoadedGraph, query: PathsQuery, nowMs: number): WalkFilter {
  const excluded = query.exclude?.map((id) => nodeIndexOf(graph.topology, id)).filter((node) => node >= 0);
  return {
    types: query.types && new Set<string>(query.types),
    excludeTypes: query.excludeTypes && new Set<string>(query.excludeTypes),
    modalities: new Set<string>(query.modality ?? ['stated']),
    asOf: resolveDate(query.asOf, nowMs).span,
    minDocuments: query.minDocuments,
    hubLabels: hubLabelsWithout(query.hubs),
    excludedNodes: excluded && new Set(excluded),
  };
}

function search(graph: LoadedGraph, query: PathsQuery, path: PathQuery, k: number): PathAnswer {
  return query.mode === 'k-shortest'
    ? graph.paths.kShortest(path, k, 'length')
    : graph.paths.shortest(path, k);
}

function projectIds({ topology }: LoadedGraph, path: FoundPath): FoundPathOnWire {
  return {
    length: path.edges.length,
    nodes: path.nodes.map((node) => topology.ids[node] as string),
    edges: path.edges.map((edge) => edgeIdOf(topology, edge)),
    score: scorePath(topology, path),
  };
}

async function projectPaths(
  deps: ExploreDeps,
  graph: LoadedGraph,
  paths: readonly FoundPath[],
  asOf: string | undefined,
  signal: AbortSignal,
): Promise<FoundPathOnWire[]> {
  const nodeIndexes = [...new Set(paths.flatMap((path) => path.nodes))];
  const edgeIndexes = [...new Set(paths.flatMap((path) => path.edges))];
  const nodes = await projectNodes(graph, nodeIndexes, resolveDate(asOf, deps.now()).day, signal);
  const edges = await projectEdges(graph, edgeIndexes, signal);
  const ids = edges.flatMap((edge) => toTexts(edge.properties['statements'] as string[] | undefined));
  const statements = await projectStatements(deps, graph, [...new Set(ids)], signal);
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const nodeOf = new Map(nodeIndexes.map((index, place) => [index, nodes[place] as GraphNode]));
  const edgeOf = new Map(edgeIndexes.map((index, place) => [index, edges[place] as GraphEdge]));
  return paths.map((path) => {
    const pathNodes = path.nodes.map((node) => nodeOf.get(node) as GraphNode);
    const pathEdges = path.edges.map((edge) => edgeOf.get(edge) as GraphEdge);
    return {
      length: path.edges.length,
      nodes: pathNodes,
      edges: pathEdges,
      ...narratePath(pathNodes, pathEdges, byId),
      score: scorePath(graph.topology, path),
    };
  });
}

function refuseToGoOn(limits: Pick<Limits, 'pathTimeoutMs'>): never {
  throw new AppError('deadline-exceeded', `No path was found within ${limits.pathTimeoutMs} ms.`, {
    hint: 'Ask for fewer hops, or for fewer types of relationship.',
  });
}

function defaultK(query: PathsQuery, pathMaxPaths: number): number {
  if (query.mode === 'all-shortest') return MOST_PATHS;
  return query.mode === 'k-shortest' ? pathMaxPaths : 1;
}

/**
 * Simple paths between two entities on the snapshot, shortest first, each with a paragraph and its citations. `shortest`
 * gives the best scored of the shortest paths (or the k best), `all-shortest` all of that length up to k, `k-shortest`
 * longer ones too.
 * @throws AppError unknown-id, contradictory-parameters, deadline-exceeded when not even one was found in time
 */
export function createFindPaths(deps: ExploreDeps): UseCase<PathsQuery, PathsResponse> {
  return (query, signal) =>
    deps.graph.use(async (graph) => {
      const startedAtMs = deps.now();
      refuseContradictions(query);
      const filter = filterOf(graph, query, startedAtMs);
      const path: PathQuery = {
        from: requireNode(graph, query.from),
        ends: [requireNode(graph, query.to)],
        weights: createPathWeights(graph.topology, { length: 0, recency: 0 }, 0),
        mask: createWalkMask(graph.topology, filter),
        maxHops: query.maxHops ?? deps.limits.pathMaxHops,
        walk: query.direction ?? 'any',
        shouldStop: () => deps.now() - startedAtMs > deps.limits.pathTimeoutMs,
      };
      const answer = (rest: Pick<PathsResponse, 'paths' | 'reason' | 'truncated'>): PathsResponse => ({
        ...rest,
        revision: graph.revision,
        elapsedMs: Math.round((deps.now() - startedAtMs) * 1_000) / 1_000,
      });
      if (path.ends.includes(path.from)) {
        const message = 'Both ends are the same entity.';
        return answer({ paths: [], reason: { code: 'same-entity', message }, truncated: false });
      }
      const k = query.k ?? defaultK(query, deps.limits.pathMaxPaths);
      const found = search(graph, query, path, k);
      const isStopped = found.reach.outcome === 'stopped';
      if (found.paths.length === 0) {
        if (isStopped) refuseToGoOn(deps.limits);
        const reason = explainNoPath(graph, query, path, filter, found.reach);
        return answer({ paths: [], reason, truncated: false });
      }
      // One path is the whole answer of mode shortest: nobody asked for the others of its length.
      const isAsked = query.mode === 'k-shortest' || query.mode === 'all-shortest' || query.k !== undefined;
      const paths =
        query.fields === 'ids'
          ? found.paths.map((one) => projectIds(graph, one))
          : await projectPaths(deps, graph, found.paths, query.asOf, signal);
      return answer({ paths, truncated: (isAsked && found.hasMore) || isStopped });
    });
}
