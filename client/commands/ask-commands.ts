import { askedAbout } from '../state/answers.ts';
import type { Question } from '../state/view-state.ts';
import { changeView, viewOf } from './change-view.ts';
import type { Command, CommandContext } from './command.ts';

function ask(context: CommandContext, question: Question | null, label: string): void {
  const about = question ? askedAbout(question) : [];
  changeView(context, label, (view) => ({
    ...view,
    question,
    selection: null,
    hidden: view.hidden.filter((id) => !about.includes(id)),
  }));
  context.app.update((state) => ({ ...state, isPanelOpen: true }));
}

function isOpen(context: CommandContext, question: Question): boolean {
  return JSON.stringify(viewOf(context).question) === JSON.stringify(question);
}

/** @param whenOpen what happens where the question is asked already */
function asking(id: string, label: string, whenOpen: (context: CommandContext) => void): Command {
  return {
    id,
    group: 'Ask',
    label: () => label,
    places: [],
    isEnabled: ({ target }) => target?.kind === 'question',
    run: (context) => {
      const { target } = context;
      if (target?.kind !== 'question') return;
      if (isOpen(context, target.question)) whenOpen(context);
      else ask(context, target.question, 'Ask a question');
    },
  };
}

/** Asks a question; its answer is shown on the canvas and beside it. Asking it again puts it away. */
export const askCommand = asking('ask', 'Ask', (context) => ask(context, null, 'Put the question away'));

/** Asks what was typed; typed once more it stays. */
export const askPathCommand = asking('ask-path', 'Ask what is typed', (context) =>
  context.app.update((state) => ({ ...state, isPanelOpen: true })),
);
