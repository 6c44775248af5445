import { useMemo } from 'react';

import type { ExplorerApi } from '../../api/explorer-api.ts';
import { answerKey, marksOfAnswer, type AnswerMarks } from '../../state/answers.ts';
import type { KnownData } from '../../state/app-state.ts';
import type { Resource } from '../../state/resource-store.ts';
import type { Question } from '../../state/view-state.ts';
import { useApp, useResource } from '../explorer-context.ts';

/** Asks the service what a question needs. */
export function loadAnswer(question: Question, api: ExplorerApi): Promise<unknown> {
  if (question.kind === 'path') return api.paths(question.from, question.to);
  return api.statements(question.kind === 'disputed' ? 'disputed' : 'ended');
}

/** The answer to the open question, and what it brings onto the canvas. */
export function useAnswer(data: KnownData): {
  readonly resource: Resource | undefined;
  readonly marks: AnswerMarks;
} {
  const question = useApp((state) => state.history.view.question);
  const key = answerKey(question);
  const resource = useResource<unknown>(key, (api) =>
    question ? loadAnswer(question, api) : Promise.resolve(null),
  );
  const marks = useMemo(() => marksOfAnswer(question, data, resource), [question, data, resource]);
  return { resource, marks };
}
