import { captionOf, changeView, targetNode } from './change-view.ts';
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
      hidden:
        question.kind === 'path'
          ? view.hidden.filter((id) => id !== question.from && id !== question.to)
          : view.hidden,
    }));
    context.app.update((state) => ({ ...state, isPanelOpen: true }));
  },
};

/** Looks at another of the paths found. */
export const choosePathCommand: Command = {
  id: 'choose-path',
  group: 'Ask',
  label: () => 'Show another path',
  places: [],
  isEnabled: ({ target }) => target?.kind === 'path-index',
  run: (context) => {
    const { target } = context;
    if (target?.kind !== 'path-index') return;
    changeView(context, 'Show another path', (view) =>
      view.question?.kind === 'path'
        ? { ...view, question: { ...view.question, index: target.index } }
        : view,
    );
  },
};

export const swapPathCommand: Command = {
  id: 'swap-path',
  group: 'Ask',
  label: () => 'Walk the path the other way',
  icon: 'swap',
  places: [],
  isEnabled: ({ app }) => app.get().history.view.question?.kind === 'path',
  run: (context) =>
    changeView(context, 'Walk the path the other way', (view) =>
      view.question?.kind === 'path'
        ? {
            ...view,
            question: { ...view.question, from: view.question.to, to: view.question.from, index: 0 },
          }
        : view,
    ),
};

/** Starts a path search in the search box, from the entity at hand. */
export const pathFromCommand: Command = {
  id: 'path-from',
  group: 'Ask',
  label: () => 'Find a path from here…',
  icon: 'path',
  shortcuts: ['F'],
  places: ['node-menu'],
  isEnabled: (context) => targetNode(context) !== null,
  run: (context) => {
    const id = targetNode(context);
    if (id !== null) context.desk.focusSearch(`${captionOf(context, id)} to `);
  },
};
