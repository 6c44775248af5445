import type { GraphEdge, GraphNode } from '../../server/contract/graph.ts';
import type { BetweenResponse, PathsResponse, SharedResponse } from '../../server/contract/paths.ts';
import { edgeOf, nodeOf, type GraphData } from '../graph/graph-data.ts';
import { uniqueById, type LayeredSource } from '../graph/layered/layered-source.ts';
import { endsOf, idOf } from './answers.ts';
import type { KnownData } from './app-state.ts';
import type { BetweenQuestion, PathQuestion } from './path-question.ts';
import type { Resource } from './resource-store.ts';
import type { Question } from './view-state.ts';

type Walk = LayeredSource['walks'][number];

function knownNodes(graph: GraphData, ids: readonly string[]): readonly GraphNode[] {
  return ids.flatMap((id) => nodeOf(graph, id) ?? []);
}

function isWhole<T>(item: T | string): item is T {
  return typeof item !== 'string';
}

function sourceOfWalks(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  walks: readonly Walk[],
): LayeredSource {
  const starts = walks.flatMap((walk) => walk.nodes.slice(0, 1));
  const ends = walks.flatMap((walk) => walk.nodes.slice(-1));
  return { nodes: uniqueById(nodes), edges: uniqueById(edges), starts, ends, walks };
}

/** Paths from A to B; where there is none the nearest miss, and while nothing is known the ends alone. */
function sourceOfPaths(
  question: PathQuestion,
  graph: GraphData,
  answer: PathsResponse | null,
): LayeredSource {
  const found = answer?.paths ?? [];
  const miss = answer?.reason?.nearestMissPath;
  if (found.length > 0) {
    const walks = found.map((path) => ({ nodes: path.nodes.map(idOf), edges: path.edges.map(idOf) }));
    const nodes = found.flatMap((path) => path.nodes.filter(isWhole));
    return sourceOfWalks(
      nodes,
      found.flatMap((path) => path.edges.filter(isWhole)),
      walks,
    );
  }
  if (miss) {
    const edges = miss.edges.flatMap((id) => edgeOf(graph, id) ?? []);
    return { ...sourceOfWalks(knownNodes(graph, miss.nodes), edges, [miss]), isMiss: true };
  }
  const ends = endsOf(question);
  const starts = question.from === null ? [] : [question.from];
  return {
    nodes: uniqueById(knownNodes(graph, ends)),
    edges: [],
    starts,
    ends,
    walks: [{ nodes: ends, edges: [] }],
  };
}

function sourceOfBetween(
  { ids }: BetweenQuestion,
  graph: GraphData,
  answer: BetweenResponse | null,
): LayeredSource {
  const alone = knownNodes(graph, answer?.unconnected ?? ids);
  const nodes = uniqueById([...(answer?.nodes ?? []), ...alone]);
  const known = new Set(nodes.map((node) => node.id));
  const ends = ids.filter((id) => known.has(id));
  return { nodes, edges: answer?.edges ?? [], starts: ends.slice(0, 1), ends: ends.slice(1), walks: [] };
}

function sourceOfShared({ from, to, groups }: SharedResponse): LayeredSource {
  const things = groups.flatMap((group) => group.things);
  const walks = things.map(({ node, edges }): Walk => {
    const middle = node ? [node.id] : [];
    return { nodes: [from.id, ...middle, to.id], edges: edges.map(idOf) };
  });
  const nodes = [from, to, ...things.flatMap(({ node }) => node ?? [])];
  const all = sourceOfWalks(
    nodes,
    things.flatMap(({ edges }) => edges),
    walks,
  );
  return { ...all, starts: [from.id], ends: [to.id] };
}

/** What the layered layout draws of the answer to a question; null where the question is not about paths. */
export function layeredSourceOf(
  question: Question | null,
  data: KnownData,
  resource: Resource | undefined,
): LayeredSource | null {
  const value = resource?.status === 'ready' ? resource.value : null;
  switch (question?.kind) {
    case 'path':
      return sourceOfPaths(question, data.graph, value as PathsResponse | null);
    case 'between':
      return sourceOfBetween(question, data.graph, value as BetweenResponse | null);
    case 'shared':
      return value === null
        ? sourceOfPaths({ ...question, kind: 'path', index: 0, options: {} }, data.graph, null)
        : sourceOfShared(value as SharedResponse);
    default:
      return null;
  }
}
