import type { GraphEdge, GraphNode, StatementList } from '../../server/contract/graph.ts';
import type { BetweenResponse, PathsResponse, SharedResponse } from '../../server/contract/paths.ts';
import { signedIn } from '../graph/questions.ts';
import type { KnownData } from './app-state.ts';
import { betweenQueryOf, pathsQueryOf, type PathQuestion } from './path-question.ts';
import type { Resource } from './resource-store.ts';
import type { Question } from './view-state.ts';

/** The key of the answer to a question among the resources; null where the client answers by itself, or cannot yet ask. */
export function answerKey(question: Question | null): string | null {
  switch (question?.kind) {
    case 'path': {
      const query = pathsQueryOf(question);
      return query && `paths ${JSON.stringify(query)}`;
    }
    case 'between':
      return `between ${JSON.stringify(betweenQueryOf(question))}`;
    case 'shared':
      return `shared ${question.from} ${question.to}`;
    case 'ended':
    case 'disputed':
      return statementsKey(question.kind);
    default:
      return null;
  }
}

export function statementsKey(filter: 'ended' | 'disputed'): string {
  return `statements ${filter}`;
}

/** What an answer brings onto the canvas. */
export interface AnswerMarks {
  readonly nodes: ReadonlySet<string>;
  readonly pathEdges: ReadonlySet<string>;
  /** What must be in the picture though it is not brought forward: the other paths. */
  readonly revealed: ReadonlySet<string>;
  /** No path was found: this is what would be one if a condition were given up. */
  readonly isMiss: boolean;
}

const NOTHING: AnswerMarks = {
  nodes: new Set(),
  pathEdges: new Set(),
  revealed: new Set(),
  isMiss: false,
};

export function idOf(item: GraphNode | GraphEdge | string): string {
  return typeof item === 'string' ? item : item.id;
}

function marksOf(nodes: readonly string[], edges: readonly string[], revealed = nodes): AnswerMarks {
  return { nodes: new Set(nodes), pathEdges: new Set(edges), revealed: new Set(revealed), isMiss: false };
}

/** The ends of a question that have been chosen. */
export function endsOf({ from, to }: PathQuestion): readonly string[] {
  return [from, to].filter((end) => typeof end === 'string');
}

/** The entities that a question is about. */
export function askedAbout(question: Question | null): readonly string[] {
  switch (question?.kind) {
    case 'path':
      return endsOf(question);
    case 'between':
      return question.ids;
    case 'shared':
      return [question.from, question.to];
    default:
      return [];
  }
}

function marksOfPath(question: PathQuestion, { paths, reason }: PathsResponse): AnswerMarks {
  const path = paths[question.index] ?? paths[0];
  const miss = reason?.nearestMissPath;
  if (path) {
    const revealed = paths.flatMap(({ nodes }) => nodes.map(idOf));
    return marksOf(path.nodes.map(idOf), path.edges.map(idOf), revealed);
  }
  return miss ? { ...marksOf(miss.nodes, miss.edges), isMiss: true } : marksOf(endsOf(question), []);
}

function marksOfShared({ from, to, groups }: SharedResponse): AnswerMarks {
  const things = groups.flatMap((group) => group.things);
  const nodes = things.flatMap(({ node }) => (node ? [node.id] : []));
  return marksOf(
    [from.id, to.id, ...nodes],
    things.flatMap(({ edges }) => edges.map(idOf)),
  );
}

function marksOfStatements({ statements }: StatementList, data: KnownData): AnswerMarks {
  const ids = statements.flatMap(({ subject, object }) =>
    object === undefined ? [subject] : [subject, object],
  );
  return marksOf(
    ids.filter((id) => data.graph.hasNode(id)),
    [],
  );
}

/** The entities and relationships of the answer to a question; of a path search on its way its ends. */
export function marksOfAnswer(
  question: Question | null,
  data: KnownData,
  resource: Resource | undefined,
): AnswerMarks {
  if (!question) return NOTHING;
  if (question.kind === 'signed') {
    return marksOf(
      signedIn(data.graph, question.year).map((node) => node.id),
      [],
    );
  }
  if (resource?.status !== 'ready') {
    if (question.kind === 'path') return marksOf(endsOf(question), []);
    return question.kind === 'between' ? marksOf(question.ids, []) : NOTHING;
  }
  switch (question.kind) {
    case 'path':
      return marksOfPath(question, resource.value as PathsResponse);
    case 'between': {
      const { nodes, edges, unconnected } = resource.value as BetweenResponse;
      return marksOf([...nodes.map(idOf), ...unconnected], edges.map(idOf));
    }
    case 'shared':
      return marksOfShared(resource.value as SharedResponse);
    default:
      return marksOfStatements(resource.value as StatementList, data);
  }
}
