import { usedParameters } from '../cypher/tokenise.ts';
import { guessType, withParameter, type QueryParameter } from '../state/query-parameter.ts';
import { selectedNodes } from '../state/view-state.ts';
import { viewOf } from './change-view.ts';
import {
  changeWorkbenchView,
  isWorkbenchOpen,
  openQuery,
  takeText,
  updateWorkbench,
  writtenText,
} from './change-workbench.ts';
import type { Command, CommandContext } from './command.ts';

/** Takes what was typed into the view, so that the address holds it. */
export const writeQueryCommand: Command = {
  id: 'write-query',
  group: 'Cypher',
  label: () => 'Write',
  places: [],
  isEnabled: ({ target }) => target?.kind === 'text',
  run: (context) => {
    if (context.target?.kind === 'text') takeText(context, context.target.text);
  },
};

/** Opens an example, a favourite or an earlier run in the editor. */
export const openQueryCommand: Command = {
  id: 'open-query',
  group: 'Cypher',
  label: () => 'Open in the editor',
  icon: 'cypher',
  places: [],
  isEnabled: ({ target }) => target?.kind === 'query',
  run: (context) => {
    if (context.target?.kind !== 'query') return;
    openQuery(context, context.target);
    updateWorkbench(context, (workbench) => ({ ...workbench, page: 'write' }));
    context.editor.focus();
  },
};

export const formatQueryCommand: Command = {
  id: 'format-query',
  group: 'Cypher',
  label: () => 'Format',
  icon: 'tidy',
  shortcuts: ['Mod+Shift+F'],
  places: [],
  isEnabled: (context) => isWorkbenchOpen(context) && writtenText(context).trim() !== '',
  run: ({ editor }) => editor.format(),
};

export const emptyQueryCommand: Command = {
  id: 'empty-query',
  group: 'Cypher',
  label: () => 'Begin a new statement',
  icon: 'plus',
  places: [],
  isEnabled: (context) => isWorkbenchOpen(context) && writtenText(context) !== '',
  run: (context) => {
    takeText(context);
    changeWorkbenchView(context, 'Begin a new statement', (workbench) => ({ ...workbench, query: '' }));
    updateWorkbench(context, (workbench) => ({ ...workbench, page: 'write' }));
    context.editor.focus();
  },
};

/** Gives a parameter its value and type. Steps of typing into one field are one. */
export const setParameterCommand: Command = {
  id: 'set-parameter',
  group: 'Cypher',
  label: () => 'Fill in a parameter',
  places: [],
  isEnabled: ({ target }) => target?.kind === 'parameter',
  run: (context) => {
    const { target } = context;
    if (target?.kind !== 'parameter') return;
    const { parameter } = target;
    changeWorkbenchView(
      context,
      `Fill in $${parameter.name}`,
      (workbench) => ({ ...workbench, parameters: withParameter(workbench.parameters, parameter) }),
      `parameter ${parameter.name}`,
    );
    updateWorkbench(context, (workbench) => ({ ...workbench, wantedParameter: null }));
  },
};

/** Names of the statement's parameters for entities as they are used, `$from` before `$to` wherever they stand. */
function thingParameters(context: CommandContext): readonly string[] {
  const { parameters } = viewOf(context).workbench;
  const rankOf = (name: string): number => (name === 'from' ? 0 : name === 'to' ? 1 : 2);
  return usedParameters(writtenText(context))
    .filter((name) => (parameters.find((known) => known.name === name)?.type ?? guessType(name)) === 'thing')
    .toSorted((one, other) => rankOf(one) - rankOf(other));
}

/** Takes the entity that is selected on the canvas as the value of a parameter; several fill those for entities in order. */
export const parameterFromSelectionCommand: Command = {
  id: 'parameter-from-selection',
  group: 'Cypher',
  label: () => 'Take the selection',
  icon: 'target',
  places: [],
  isEnabled: (context) =>
    context.target?.kind === 'parameter' && selectedNodes(viewOf(context).selection).length > 0,
  run: (context) => {
    const { target } = context;
    const ids = selectedNodes(viewOf(context).selection);
    if (target?.kind !== 'parameter' || ids.length === 0) return;
    const things = ids.length > 1 ? thingParameters(context) : [];
    const names = things.length > 1 ? things : [target.parameter.name];
    const filled = names.slice(0, ids.length);
    changeWorkbenchView(context, `Fill in ${filled.map((name) => `$${name}`).join(', ')}`, (workbench) => ({
      ...workbench,
      parameters: filled
        .map((name, place): QueryParameter => ({ name, type: 'thing', text: ids[place] ?? '' }))
        .reduce(withParameter, workbench.parameters),
    }));
  },
};
