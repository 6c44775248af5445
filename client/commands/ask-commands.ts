import { endsOf } from '../state/answers.ts';
import type { Question } from '../state/view-state.ts';
import { changeView } from './change-view.ts';
import type { Command } from './command.ts';

/** The entities that a question is about: they are no longer hidden. */
function askedAbout(question: Question): readonly string[] {
  switch (question.kind) {
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

/** Asks a question; its answer is shown on the canvas and beside it. Asking it again puts it away. */
export const askCommand: Command = {
  id: 'ask',
  group: 'Ask',
  label: () => 'Ask',
  places: [],
  isEnabled: ({ target }) => target?.kind === 'question',
  run: (context) => {
    const { target } = context;
    if (target?.kind !== 'question') return;
    const { question } = target;
    const isSame = JSON.stringify(context.app.get().history.view.question) === JSON.stringify(question);
    changeView(context, isSame ? 'Put the question away' : 'Ask a question', (view) => ({
      ...view,
      question: isSame ? null : question,
      selection: null,
      hidden: view.hidden.filter((id) => !askedAbout(question).includes(id)),
    }));
    context.app.update((state) => ({ ...state, isPanelOpen: true }));
  },
};
