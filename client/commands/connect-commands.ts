import { askPath, BETWEEN_MAX } from '../state/path-question.ts';
import { selectedNodes, selectNodes, type Question } from '../state/view-state.ts';
import { captionOf, changeView, say, targetNode, viewOf } from './change-view.ts';
import type { Command, CommandContext } from './command.ts';

/** Takes an entity into the selection beside what is selected, or out of it. */
export const addToSelectionCommand: Command = {
  id: 'add-to-selection',
  group: 'Explore',
  label: (context) => {
    const id = targetNode(context);
    const isIn = id !== null && selectedNodes(viewOf(context).selection).includes(id);
    return isIn ? 'Take out of the selection' : 'Add to the selection';
  },
  icon: 'plus',
  places: ['node-menu'],
  isEnabled: ({ target }) => target?.kind === 'node',
  run: (context) => {
    const { target } = context;
    if (target?.kind !== 'node') return;
    const before = selectedNodes(viewOf(context).selection);
    const isIn = before.includes(target.id);
    if (!isIn && before.length >= BETWEEN_MAX) {
      say(context, `${BETWEEN_MAX} can be selected at most`);
      return;
    }
    const ids = isIn ? before.filter((id) => id !== target.id) : [...before, target.id];
    const label = `${isIn ? 'Take out' : 'Select'} ${captionOf(context, target.id)}`;
    changeView(context, label, (view) => ({ ...view, selection: selectNodes(ids), tab: 'about' }));
    context.app.update((state) => ({ ...state, isPanelOpen: true }));
  },
};

/** The entities an act connects: its target, else the selection. */
function nodesOf(context: CommandContext): readonly string[] {
  const target = context.target ?? viewOf(context).selection;
  return target?.kind === 'nodes' ? target.ids : [];
}

function ask(context: CommandContext, label: string, question: Question): void {
  const asked = new Set(nodesOf(context));
  changeView(context, label, (view) => ({
    ...view,
    question,
    selection: null,
    hidden: view.hidden.filter((id) => !asked.has(id)),
  }));
  context.app.update((state) => ({ ...state, isPanelOpen: true }));
}

/** Asks for the paths between two. */
export const connectCommand: Command = {
  id: 'connect',
  group: 'Ask',
  label: () => 'How are these connected?',
  icon: 'path',
  places: ['canvas-menu'],
  isEnabled: (context) => nodesOf(context).length === 2,
  run: (context) => {
    const [from, to] = nodesOf(context);
    if (from === undefined || to === undefined) return;
    ask(context, 'Ask how they are connected', askPath(from, to));
  },
};

/** Asks for the small graph that connects three or more. */
export const betweenCommand: Command = {
  id: 'between',
  group: 'Ask',
  label: () => 'Paths between all of them',
  icon: 'web',
  places: ['canvas-menu'],
  isEnabled: (context) => nodesOf(context).length >= 3,
  run: (context) =>
    ask(context, 'Ask what connects them all', { kind: 'between', ids: nodesOf(context), options: {} }),
};

/** Asks what two have in common. */
export const sharedCommand: Command = {
  id: 'shared',
  group: 'Ask',
  label: () => 'What do they share?',
  icon: 'share',
  places: ['canvas-menu'],
  isEnabled: (context) => pairOf(context) !== null,
  run: (context) => {
    const pair = pairOf(context);
    if (pair) ask(context, 'Ask what they share', { kind: 'shared', from: pair[0], to: pair[1] });
  },
};

/** Two entities: those at hand, else the ends of the open path. */
function pairOf(context: CommandContext): readonly [string, string] | null {
  const [one, other, third] = nodesOf(context);
  if (one !== undefined && other !== undefined) return third === undefined ? [one, other] : null;
  const { question } = viewOf(context);
  if (question?.kind !== 'path' || question.from === null || typeof question.to !== 'string') return null;
  return question.from === question.to ? null : [question.from, question.to];
}
