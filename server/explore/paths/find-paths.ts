import { AppError } from '../../app-error.ts';
import type { PathsQuery } from '../../contract/path-requests.ts';
import type { FoundPathOnWire, PathsResponse } from '../../contract/paths.ts';
import { createWalkMask } from '../../topology/edge-mask.ts';
import type { FoundPath } from '../../topology/found-path.ts';
import type { PathWeights } from '../../topology/path-weights.ts';
import { edgeIdOf } from '../../topology/topology.ts';
import type { ExploreDeps, UseCase } from '../explore-deps.ts';
import type { LoadedGraph } from '../load-graph.ts';
import { checkRobustness } from './check-robustness.ts';
import { toBibliography } from './cite-documents.ts';
import { describeSupport } from './describe-support.ts';
import { describeTime } from './describe-time.ts';
import { explainNoPath } from './explain-no-path.ts';
import { findGrounds } from './find-grounds.ts';
import type { Ground, WalkedEdge } from './find-grounds.ts';
import { projectTold } from './project-told.ts';
import { readPathsRequest } from './read-paths-request.ts';
import type { PathsRequest } from './read-paths-request.ts';
import { ENGLISH } from './sentences-en.ts';
import { citedDocuments, tellPath } from './tell-path.ts';

function projectIds({ topology }: LoadedGraph, weights: PathWeights, path: FoundPath): FoundPathOnWire {
  const { score, parts } = weights.scoreOf(path);
  return {
    length: path.edges.length,
    nodes: path.nodes.map((node) => topology.ids[node] as string),
    edges: path.edges.map((edge) => edgeIdOf(topology, edge)),
    score,
    scoreParts: [...parts],
  };
}

/** The paths with their entities, relationships, text, citations and what they rest on. */
async function projectFull(
  deps: ExploreDeps,
  graph: LoadedGraph,
  { query, task, bounds }: PathsRequest,
  paths: readonly FoundPath[],
): Promise<Pick<PathsResponse, 'paths' | 'robustness' | 'bibliography'>> {
  const { topology } = graph;
  const mask = createWalkMask(topology, task.filter);
  const weights = graph.paths.weightsOf(task);
  const walks = paths.map(({ nodes, edges }) =>
    edges.map((edge, hop): WalkedEdge => [edge, nodes[hop] as number]),
  );
  const grounds = paths.map(({ nodes }, place) =>
    findGrounds(topology, mask, nodes, walks[place] as WalkedEdge[]),
  );
  const nodes = paths.flatMap((path) => path.nodes);
  const edges = [...paths.flatMap((path) => path.edges), ...grounds.flat().flatMap((ground) => ground.edges)];
  const without = task.filter.withoutDocuments;
  const told = await projectTold(deps, graph, nodes, edges, query.asOf, without, bounds.signal);
  const projected = paths.map((path, place): FoundPathOnWire => {
    const relations = (walks[place] as WalkedEdge[]).map(([edge, from]) => told.relation(edge, from));
    return {
      ...projectIds(graph, weights, path),
      nodes: path.nodes.map(told.node),
      edges: path.edges.map(told.edge),
      ...tellPath(relations, (grounds[place] as Ground[]).map(told.ground), told, ENGLISH),
      support: describeSupport(relations, told),
      time: describeTime(topology, path),
    };
  });
  const cited = projected.flatMap(({ citations }) => citedDocuments(citations ?? []));
  return {
    paths: projected,
    robustness: await checkRobustness(graph, task, bounds, paths, told.documents),
    bibliography: toBibliography(cited, told.documents),
  };
}

/** One path is the whole answer of modes any and shortest: nobody asked for the others of its length. */
function asksForMore({ mode = 'shortest', k }: PathsQuery): boolean {
  return k !== undefined || (mode !== 'shortest' && mode !== 'any');
}

/** What cut the answer; the time before the number, for asking for more then only takes longer. */
function cutBy(hasMore: boolean, isOutOfTime: boolean): Pick<PathsResponse, 'truncated' | 'truncatedBy'> {
  if (isOutOfTime) return { truncated: true, truncatedBy: 'time' };
  return hasMore ? { truncated: true, truncatedBy: 'k' } : { truncated: false };
}

function refuseToGoOn(limits: ExploreDeps['limits']): never {
  throw new AppError('deadline-exceeded', `No path was found within ${limits.pathTimeoutMs} ms.`, {
    hint: 'Ask for fewer hops, or for fewer types of relationship.',
  });
}

/**
 * Simple paths from one entity to another, or to the nearest of many, each with a paragraph, its citations and what it
 * rests on. `any` gives one of the shortest paths, `shortest` the best of them (or the k best), `all-shortest` all of
 * that length up to k, `k-shortest` longer ones too.
 * @throws AppError unknown-id, invalid-parameter, contradictory-parameters, deadline-exceeded when not even one was
 * found in time
 */
export function createFindPaths(deps: ExploreDeps): UseCase<PathsQuery, PathsResponse> {
  return (query, signal) =>
    deps.graph.use(async (graph) => {
      const startedAtMs = deps.now();
      const request = await readPathsRequest(deps, graph, query, signal);
      const answer = (rest: Omit<PathsResponse, 'revision' | 'elapsedMs' | 'searched'>): PathsResponse => ({
        ...rest,
        searched: { maxHops: request.task.maxHops, leftOut: [...request.leftOut] },
        revision: graph.revision,
        elapsedMs: Math.round((deps.now() - startedAtMs) * 1_000) / 1_000,
      });
      if (request.task.ends.length === 0) {
        const message =
          'Nothing is there to reach: no entity is so described, but those where paths begin or that they pass.';
        return answer({ paths: [], reason: { code: 'no-such-end', message }, truncated: false });
      }
      const { task, bounds } = request;
      const found = await graph.paths.find(task, bounds);
      const isStopped = found.reach.outcome === 'stopped';
      if (found.paths.length === 0) {
        if (isStopped) refuseToGoOn(deps.limits);
        const { reason, isCut } = await explainNoPath(graph, task, bounds, found.reach, request.leftOut);
        return answer({ paths: [], reason, ...cutBy(false, isCut) });
      }
      const hasMore = found.hasMore && asksForMore(query);
      if (query.fields !== 'ids') {
        const full = await projectFull(deps, graph, request, found.paths);
        return answer({ ...full, ...cutBy(hasMore, isStopped || !bounds.hasTime()) });
      }
      const weights = graph.paths.weightsOf(task);
      const paths = found.paths.map((path) => projectIds(graph, weights, path));
      return answer({ paths, ...cutBy(hasMore, isStopped) });
    });
}
