import type { PathsResponse } from '../../server/contract/explore.ts';
import type { StatementList } from '../../server/contract/graph.ts';
import type { GraphEdge, GraphNode } from '../../server/contract/graph.ts';
import { signedIn } from '../graph/questions.ts';
import type { KnownData } from './app-state.ts';
import type { Resource } from './resource-store.ts';
import type { Question } from './view-state.ts';

/** The key of the answer to a question among the resources; null where the client answers by itself. */
export function answerKey(question: Question | null): string | null {
  switch (question?.kind) {
    case 'path':
      return pathsKey(question.from, question.to);
    case 'ended':
    case 'disputed':
      return statementsKey(question.kind);
    default:
      return null;
  }
}

export function pathsKey(from: string, to: string): string {
  return `paths ${from} ${to}`;
}

export function statementsKey(filter: 'ended' | 'disputed'): string {
  return `statements ${filter}`;
}

/** What an answer brings onto the canvas. */
export interface AnswerMarks {
  readonly nodes: ReadonlySet<string>;
  readonly pathEdges: ReadonlySet<string>;
}

const NOTHING: AnswerMarks = { nodes: new Set(), pathEdges: new Set() };

export function idOf(item: GraphNode | GraphEdge | string): string {
  return typeof item === 'string' ? item : item.id;
}

/** The entities and relationships of the answer to a question; empty while it is on its way. */
export function marksOfAnswer(
  question: Question | null,
  data: KnownData,
  resource: Resource | undefined,
): AnswerMarks {
  if (question?.kind === 'signed') {
    return {
      nodes: new Set(signedIn(data.graph, question.year).map((node) => node.id)),
      pathEdges: new Set(),
    };
  }
  if (!question || resource?.status !== 'ready') return NOTHING;
  if (question.kind === 'path') {
    const path = (resource.value as PathsResponse).paths[question.index];
    if (!path) return NOTHING;
    return { nodes: new Set(path.nodes.map(idOf)), pathEdges: new Set(path.edges.map(idOf)) };
  }
  const { statements } = resource.value as StatementList;
  const ids = statements.flatMap(({ subject, object }) =>
    object === undefined ? [subject] : [subject, object],
  );
  return { nodes: new Set(ids.filter((id) => data.graph.hasNode(id))), pathEdges: new Set() };
}
