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
    if (isOpen(context, question)) ask(context, null, 'Put the question away');
    else ask(context, question, 'Ask a question');
  },
};

/** Asks what was typed; typed once more it stays. */
export const askPathCommand: Command = {
  id: 'ask-path',
  group: 'Ask',
  label: () => 'Ask what is typed',
  places: [],
  isEnabled: ({ target }) => target?.kind === 'question',
  run: (context) => {
    const { target } = context;
    if (target?.kind !== 'question') return;
    const { question } = target;
    if (isOpen(context, question)) context.app.update((state) => ({ ...state, isPanelOpen: true }));
    else ask(context, question, 'Ask a question');
  },
};
