import { askedAbout } from '../state/answers.ts';
import { changeView } from './change-view.ts';
import type { Command } from './command.ts';

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
