import { AppError } from '../../app-error.ts';
import type { BetweenQuery } from '../../contract/path-requests.ts';
import type { BetweenResponse } from '../../contract/paths.ts';
import type { Connection } from '../../topology/connect-ends.ts';
import type { SearchOutcome } from '../../topology/found-path.ts';
import { createWalkMask } from '../../topology/edge-mask.ts';
import type { ExploreDeps, UseCase } from '../explore-deps.ts';
import { requireNode } from '../find-by-id.ts';
import type { LoadedGraph } from '../load-graph.ts';
import { resolveDate } from '../resolve-date.ts';
import { toBibliography } from './cite-documents.ts';
import { findGrounds } from './find-grounds.ts';
import { createSearchBounds } from './path-finder.ts';
import type { ConnectTask } from './path-task.ts';
import { projectTold } from './project-told.ts';
import { ENGLISH } from './sentences-en.ts';
import { citedDocuments, tellPath } from './tell-path.ts';
import { walkTree } from './walk-tree.ts';
import { listLeftOut, readWalkFilter } from './walk-rules.ts';

function describeUnconnected(
  { topology }: LoadedGraph,
  unconnected: readonly number[],
  outcome: SearchOutcome,
  maxHops: number,
  leftOut: readonly string[],
): BetweenResponse['reason'] {
  if (unconnected.length === 0) return undefined;
  const captions = unconnected.map((node) => topology.captions[node]).join(', ');
  const rest = leftOut.length > 0 ? ` Left out: ${leftOut.join('; ')}.` : '';
  const within = outcome === 'none' ? 'at any length' : `within ${maxHops} hops`;
  return outcome === 'stopped'
    ? { code: 'stopped', message: `There was no time to connect ${captions}.${rest}` }
    : {
        code: 'not-connected',
        message: `Nothing connects ${captions} with the others ${within}.${rest}`,
      };
}

interface ToTell extends Connection {
  readonly task: ConnectTask;
}

/** The tree with its entities and relationships, told from its first end on. */
async function tellConnection(
  deps: ExploreDeps,
  graph: LoadedGraph,
  { asOf }: BetweenQuery,
  found: ToTell,
  signal: AbortSignal,
): Promise<
  Pick<BetweenResponse, 'nodes' | 'edges' | 'bibliography' | 'citations' | 'narrative' | 'plainText'>
> {
  const walked = walkTree(graph.topology, found);
  const { filter, ends } = found.task;
  const grounds = findGrounds(graph.topology, createWalkMask(graph.topology, filter), found.nodes, walked);
  const nodes = [...found.nodes, ...ends];
  const edges = [...found.edges, ...grounds.flatMap((ground) => ground.edges)];
  const told = await projectTold(deps, graph, nodes, edges, asOf, filter.withoutDocuments, signal);
  const relations = walked.map(([edge, from]) => told.relation(edge, from));
  const text = tellPath(relations, grounds.map(told.ground), told, ENGLISH);
  return {
    nodes: found.nodes.map(told.node),
    edges: found.edges.map(told.edge),
    ...text,
    bibliography: toBibliography(citedDocuments(text.citations), told.documents),
  };
}

function refuseRepeated(ids: readonly string[]): void {
  if (new Set(ids).size < ids.length) {
    throw new AppError('contradictory-parameters', 'ids names an entity twice: give different ones.');
  }
}

/**
 * The small graph that connects several entities, told and cited as a path is. Where not all can be connected, the
 * largest group that can, and why the others cannot.
 * @throws AppError unknown-id, contradictory-parameters
 */
export function createConnectEntities(deps: ExploreDeps): UseCase<BetweenQuery, BetweenResponse> {
  return (query, signal) =>
    deps.graph.use(async (graph) => {
      const nowMs = deps.now();
      const { topology } = graph;
      refuseRepeated(query.ids);
      const ends = query.ids.map((id) => requireNode(graph, id));
      const filter = await readWalkFilter(graph, query, query.ids, nowMs);
      const maxHops = query.maxHops ?? deps.limits.pathMaxHops;
      const dayNow = resolveDate(query.asOf, nowMs).day.day;
      const task = { kind: 'connect', ends, filter, scoreWeights: {}, dayNow, maxHops } as const;
      const bounds = createSearchBounds(deps.now, deps.limits.pathTimeoutMs, signal);
      const found = await graph.paths.connect(task, bounds);
      const answer = await tellConnection(deps, graph, query, { ...found, task }, signal);
      const isStopped = found.outcome === 'stopped';
      const reason = describeUnconnected(
        graph,
        found.unconnected,
        found.outcome,
        maxHops,
        listLeftOut(query),
      );
      const idOf = (node: number): string => topology.ids[node] as string;
      return {
        ...answer,
        connected: found.connected.map(idOf),
        unconnected: found.unconnected.map(idOf),
        ...(reason ? { reason } : {}),
        truncated: isStopped,
        ...(isStopped ? { truncatedBy: 'time' as const } : {}),
        revision: graph.revision,
        elapsedMs: Math.round((deps.now() - nowMs) * 1_000) / 1_000,
      };
    });
}
