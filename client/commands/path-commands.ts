import type { PathsResponse } from '../../server/contract/paths.ts';
import { answerKey } from '../state/answers.ts';
import {
  askPath,
  changeOptions,
  isNearestGoal,
  PATHS_MAX,
  type PathOptions,
  type PathQuestion,
} from '../state/path-question.ts';
import { captionOf, changeView, targetNode, viewOf } from './change-view.ts';
import type { Command, CommandContext } from './command.ts';

export function openPath(context: CommandContext): PathQuestion | null {
  const { question } = viewOf(context);
  return question?.kind === 'path' ? question : null;
}

/** The options for these ends: an end is neither avoided nor a station on the way. */
function optionsOf({ from, to, options }: PathQuestion): PathOptions {
  const isBetween = (id: string): boolean => id !== from && id !== to;
  return changeOptions(options, {
    exclude: options.exclude?.filter(isBetween),
    through: options.through?.filter(isBetween),
  });
}

/** Asks another question about paths in place of the open one; what it is about is no longer hidden. */
function reask(
  context: CommandContext,
  label: string,
  question: PathQuestion,
  mergeKey: string | null = null,
): void {
  changeView(
    context,
    label,
    (view) => ({
      ...view,
      question: { ...question, index: 0, options: optionsOf(question) },
      selection: null,
      hidden: view.hidden.filter((id) => id !== question.from && id !== question.to),
    }),
    mergeKey,
  );
  context.app.update((state) => ({ ...state, isPanelOpen: true }));
}

/** Looks at another of the paths found. */
export const choosePathCommand: Command = {
  id: 'choose-path',
  group: 'Ask',
  label: () => 'Show another path',
  places: [],
  isEnabled: (context) => context.target?.kind === 'path-index' && openPath(context) !== null,
  run: (context) => {
    const { target } = context;
    if (target?.kind !== 'path-index') return;
    changeView(context, 'Show another path', (view) =>
      view.question?.kind === 'path'
        ? { ...view, selection: null, question: { ...view.question, index: target.index } }
        : view,
    );
  },
};

export const swapPathCommand: Command = {
  id: 'swap-path',
  group: 'Ask',
  label: () => 'Walk the path the other way',
  icon: 'swap',
  shortcuts: ['W'],
  places: [],
  isEnabled: (context) => {
    const question = openPath(context);
    return question !== null && !isNearestGoal(question.to);
  },
  run: (context) => {
    const question = openPath(context);
    if (!question || isNearestGoal(question.to)) return;
    reask(context, 'Walk the path the other way', { ...question, from: question.to, to: question.from });
  },
};

/** The open question with one end changed; an end that would meet the other one empties it. */
function withEnd(open: PathQuestion | null, end: 'from' | 'to', id: string): PathQuestion {
  const question = open ?? askPath(null, null);
  const other = end === 'from' ? 'to' : 'from';
  return { ...question, [end]: id, ...(question[other] === id ? { [other]: null } : {}) };
}

/** A right click chooses an end; the panel asks for the one that is missing. */
function endCommand(end: 'from' | 'to', rest: Pick<Command, 'id' | 'label' | 'shortcuts'>): Command {
  return {
    ...rest,
    group: 'Ask',
    icon: 'path',
    places: ['node-menu'],
    isEnabled: (context) => targetNode(context) !== null,
    run: (context) => {
      const id = targetNode(context);
      if (id === null) return;
      const words = end === 'from' ? 'Find a path from' : 'Find a path to';
      reask(context, `${words} ${captionOf(context, id)}`, withEnd(openPath(context), end, id));
    },
  };
}

export const pathFromCommand = endCommand('from', {
  id: 'path-from',
  label: () => 'Find a path from here…',
  shortcuts: ['F'],
});

export const pathToCommand = endCommand('to', {
  id: 'path-to',
  label: () => 'Find a path to here',
  shortcuts: ['D'],
});

/** Chooses the ends in the panel. */
export const pathEndsCommand: Command = {
  id: 'path-ends',
  group: 'Ask',
  label: () => 'Choose the ends of the path',
  places: [],
  isEnabled: (context) => context.target?.kind === 'path-ends' && openPath(context) !== null,
  run: (context) => {
    const { target } = context;
    const question = openPath(context);
    if (target?.kind !== 'path-ends' || !question) return;
    const { kind: _kind, ...ends } = target;
    reask(context, 'Choose the ends of the path', { ...question, ...ends });
  },
};

export function openOptions(context: CommandContext): PathOptions | null {
  const { question } = viewOf(context);
  return question?.kind === 'path' || question?.kind === 'between' ? question.options : null;
}

/** Changes the options of the open search; changes of one kind that follow each other are one step. */
export function changeSearch(
  context: CommandContext,
  label: string,
  change: PathOptions,
  mergeKey: string | null = null,
): void {
  const { question } = viewOf(context);
  if (question?.kind === 'path') {
    reask(context, label, { ...question, options: changeOptions(question.options, change) }, mergeKey);
  } else if (question?.kind === 'between') {
    const options = changeOptions(question.options, change);
    changeView(context, label, (view) => ({ ...view, question: { ...question, options } }), mergeKey);
  }
}

export const pathOptionsCommand: Command = {
  id: 'path-options',
  group: 'Ask',
  label: ({ target }) => (target?.kind === 'path-options' ? target.label : 'Change what is searched'),
  places: [],
  isEnabled: (context) => context.target?.kind === 'path-options' && openOptions(context) !== null,
  run: (context) => {
    const { target } = context;
    if (target?.kind === 'path-options')
      changeSearch(context, target.label, target.options, target.mergeKey ?? null);
  },
};

export const plainSearchCommand: Command = {
  id: 'plain-search',
  group: 'Ask',
  label: () => 'Search with the defaults again',
  icon: 'undo',
  places: [],
  isEnabled: (context) => Object.keys(openOptions(context) ?? {}).length > 0,
  run: (context) =>
    changeView(context, 'Search with the defaults again', (view) =>
      view.question?.kind === 'path' || view.question?.kind === 'between'
        ? { ...view, question: { ...view.question, options: {} } }
        : view,
    ),
};

export const morePathsCommand: Command = {
  id: 'more-paths',
  group: 'Ask',
  label: () => `There are more: show ${PATHS_MAX}`,
  icon: 'plus',
  places: [],
  isEnabled: (context) => {
    const question = openPath(context);
    const key = answerKey(question);
    const resource = key === null ? undefined : context.resources.peek<PathsResponse>(key);
    return (
      resource?.status === 'ready' &&
      resource.value.truncatedBy === 'k' &&
      resource.value.paths.length < PATHS_MAX
    );
  },
  run: (context) => changeSearch(context, `Show ${PATHS_MAX} paths`, { k: PATHS_MAX }),
};
