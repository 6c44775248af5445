import { PANE_MIN_PX, type WorkbenchPage } from '../state/workbench-state.ts';
import { viewOf } from './change-view.ts';
import { changeWorkbenchView, isWorkbenchOpen, takeText, updateWorkbench } from './change-workbench.ts';
import type { Command, CommandContext } from './command.ts';

function open(context: CommandContext): void {
  changeWorkbenchView(context, 'Open the workbench', (workbench) => ({ ...workbench, isOpen: true }));
  updateWorkbench(context, (workbench) => ({ ...workbench, isCursorWanted: true }));
}

/** Opens the pane below the canvas in which Cypher is written, and closes it. */
export const workbenchCommand: Command = {
  id: 'workbench',
  group: 'Cypher',
  label: (context) => (isWorkbenchOpen(context) ? 'Close Cypher' : 'Cypher'),
  icon: 'cypher',
  shortcuts: ['Q'],
  places: ['canvas-menu'],
  isEnabled: ({ app }) => app.get().data !== null,
  run: (context) => {
    if (!isWorkbenchOpen(context)) return open(context);
    takeText(context);
    changeWorkbenchView(context, 'Close the workbench', (workbench) => ({ ...workbench, isOpen: false }));
  },
};

/** The command that turns to a page of the workbench, opening it where it is closed. */
function pageCommand(page: WorkbenchPage, label: string, icon: string): Command {
  return {
    id: `cypher-${page}`,
    group: 'Cypher',
    label: () => label,
    icon,
    places: [],
    isEnabled: ({ app }) => app.get().data !== null,
    run: (context) => {
      if (!viewOf(context).workbench.isOpen) open(context);
      updateWorkbench(context, (workbench) => ({ ...workbench, page }));
    },
  };
}

export const PAGE_COMMANDS: readonly Command[] = [
  pageCommand('write', 'Write Cypher', 'cypher'),
  pageCommand('questions', 'Questions to fill in', 'path'),
  pageCommand('examples', 'Example statements', 'list'),
  pageCommand('favourites', 'Favourite statements', 'star'),
  pageCommand('history', 'Statements that ran', 'undo'),
];

/** The reader pulled the edge of the pane. */
export const paneHeightCommand: Command = {
  id: 'pane-height',
  group: 'Cypher',
  label: () => 'Make the workbench taller or lower',
  places: [],
  isEnabled: (context) => isWorkbenchOpen(context) && context.target?.kind === 'pane-height',
  run: (context) => {
    const { target } = context;
    if (target?.kind !== 'pane-height') return;
    const heightPx = Math.max(PANE_MIN_PX, Math.round(target.heightPx));
    updateWorkbench(context, (workbench) => ({ ...workbench, heightPx }));
  },
};
