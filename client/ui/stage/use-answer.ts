import { useEffect, useMemo } from 'react';

import type { ExplorerApi } from '../../api/explorer-api.ts';
import { answerKey, marksOfAnswer, type AnswerMarks } from '../../state/answers.ts';
import { mergeSubgraph } from '../../graph/graph-data.ts';
import type { LayeredSource } from '../../graph/layered/layered-source.ts';
import type { KnownData } from '../../state/app-state.ts';
import { layeredSourceOf } from '../../state/derive-layered.ts';
import { betweenQueryOf, pathsQueryOf } from '../../state/path-question.ts';
import type { Resource } from '../../state/resource-store.ts';
import type { Question } from '../../state/view-state.ts';
import { useApp, useExplorer, useResource } from '../explorer-context.ts';

/** Asks the service what a question needs. */
function loadAnswer(question: Question | null, api: ExplorerApi, signal: AbortSignal): Promise<unknown> {
  switch (question?.kind) {
    case 'path': {
      const query = pathsQueryOf(question);
      return query ? api.paths(query, signal) : Promise.resolve(null);
    }
    case 'between':
      return api.between(betweenQueryOf(question), signal);
    case 'shared':
      return api.shared(question.from, question.to, signal);
    case 'ended':
    case 'disputed':
      return api.statements(question.kind);
    default:
      return Promise.resolve(null);
  }
}

/** The answer to the open question and its key among the resources. */
export function useAnswerResource(): {
  readonly key: string | null;
  readonly resource: Resource | undefined;
} {
  const question = useApp((state) => state.history.view.question);
  const key = answerKey(question);
  const resource = useResource<unknown>(key, (api, signal) => loadAnswer(question, api, signal));
  return { key, resource };
}

/** Gives up a search that is on its way when another question, or none, takes its place. */
function useAbandoning(key: string | null): void {
  const { resources } = useExplorer();
  useEffect(() => {
    if (key === null) return undefined;
    return () => resources.abandon(key);
  }, [key, resources]);
}

/** Where the client holds a part of the graph only, what an answer brings joins it, so that it can be named and opened. */
function useLearning(data: KnownData, layered: LayeredSource | null): void {
  const { app } = useExplorer();
  useEffect(() => {
    if (!data.isTruncated || !layered) return;
    const graph = mergeSubgraph(data.graph, { nodes: [...layered.nodes], edges: [...layered.edges] });
    if (graph === data.graph) return;
    app.update((state) => (state.data === data ? { ...state, data: { ...data, graph } } : state));
  }, [app, data, layered]);
}

/** The answer to the open question, and what it brings onto the canvas. */
export function useAnswer(data: KnownData): {
  readonly marks: AnswerMarks;
  /** What is brought forward: the path that is looked at for a moment, else the same. */
  readonly forward: AnswerMarks;
  readonly layered: LayeredSource | null;
} {
  const question = useApp((state) => state.history.view.question);
  const previewed = useApp((state) => state.previewedPath);
  const { key, resource } = useAnswerResource();
  useAbandoning(key);
  const marks = useMemo(() => marksOfAnswer(question, data, resource), [question, data, resource]);
  const forward = useMemo(
    () =>
      previewed === null || question?.kind !== 'path'
        ? marks
        : marksOfAnswer({ ...question, index: previewed }, data, resource),
    [question, previewed, data, resource, marks],
  );
  // Another of the paths found is read in the same picture.
  const about = JSON.stringify(question?.kind === 'path' ? { ...question, index: 0 } : question);
  const layered = useMemo(
    () => layeredSourceOf(JSON.parse(about) as Question | null, data, resource),
    [about, data, resource],
  );
  useLearning(data, layered);
  return { marks, forward, layered };
}
