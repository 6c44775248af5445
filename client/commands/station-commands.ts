import { THROUGH_MAX } from '../state/path-question.ts';
import { captionOf, say, targetNode, viewOf } from './change-view.ts';
import type { Command, CommandContext } from './command.ts';
import { changeSearch, openOptions, openPath } from './path-commands.ts';

/** The entity at hand where the open search can still be told about it: it is no end of it. */
function stationOf(context: CommandContext): string | null {
  const { question } = viewOf(context);
  const id = targetNode(context);
  if (id === null) return null;
  if (question?.kind === 'path') return question.from === id || question.to === id ? null : id;
  return question?.kind === 'between' && !question.ids.includes(id) ? id : null;
}

export const avoidCommand: Command = {
  id: 'avoid-on-paths',
  group: 'Ask',
  label: () => 'Avoid on paths',
  icon: 'avoid',
  places: ['node-menu'],
  isEnabled: (context) => {
    const id = stationOf(context);
    return id !== null && openOptions(context)?.exclude?.includes(id) !== true;
  },
  run: (context) => {
    const id = stationOf(context);
    if (id === null) return;
    const { exclude = [], through } = openOptions(context) ?? {};
    changeSearch(context, `Avoid ${captionOf(context, id)} on paths`, {
      exclude: [...exclude, id],
      through: through?.filter((other) => other !== id),
    });
  },
};

export const throughCommand: Command = {
  id: 'through-on-paths',
  group: 'Ask',
  label: () => 'Paths must pass through',
  icon: 'target',
  places: ['node-menu'],
  isEnabled: (context) => {
    const id = stationOf(context);
    return id !== null && openPath(context) !== null && openOptions(context)?.through?.includes(id) !== true;
  },
  run: (context) => {
    const id = stationOf(context);
    if (id === null) return;
    const { exclude, through = [] } = openOptions(context) ?? {};
    if (through.length >= THROUGH_MAX) {
      say(context, `Paths can be made to pass through ${THROUGH_MAX} entities at most`);
      return;
    }
    changeSearch(context, `Paths must pass through ${captionOf(context, id)}`, {
      through: [...through, id],
      exclude: exclude?.filter((other) => other !== id),
    });
  },
};
