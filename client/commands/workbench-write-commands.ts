import { isWorkbenchOpen, takeText, writtenText } from './change-workbench.ts';
import type { Command } from './command.ts';

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
