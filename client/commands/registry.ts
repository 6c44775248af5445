import { askCommand, askPathCommand } from './ask-commands.ts';
import { addToSelectionCommand, betweenCommand, connectCommand, sharedCommand } from './connect-commands.ts';
import { fitCommand, moveCommand, zoomInCommand, zoomOutCommand } from './camera-commands.ts';
import type { Command, CommandContext, CommandPlace, Target } from './command.ts';
import {
  collapseCommand,
  expandCommand,
  exploreCommand,
  hideCommand,
  showHiddenCommand,
} from './expand-commands.ts';
import { copyLinkCommand } from './copy-commands.ts';
import { copyPathCommand, copyPathSourcesCommand, copyPathTextCommand } from './copy-path-commands.ts';
import { RESULT_COMMANDS } from './result-commands.ts';
import { redoCommand, undoCommand } from './history-commands.ts';
import {
  bridgeCommand,
  everythingCommand,
  foldAllCommand,
  listCommand,
  toggleBandCommand,
} from './layout-commands.ts';
import {
  documentsCommand,
  paletteCommand,
  searchCommand,
  shortcutsCommand,
  themeCommand,
} from './page-commands.ts';
import { WORKBENCH_COMMANDS } from './workbench-commands.ts';
import {
  choosePathCommand,
  morePathsCommand,
  pathEndsCommand,
  pathFromCommand,
  pathOptionsCommand,
  pathToCommand,
  plainSearchCommand,
  swapPathCommand,
} from './path-commands.ts';
import {
  addPathsCommand,
  cancelSearchCommand,
  layeredCommand,
  previewPathCommand,
  searchAgainCommand,
} from './path-view-commands.ts';
import { avoidCommand, throughCommand } from './station-commands.ts';
import {
  clearCommand,
  closePanelCommand,
  goToCommand,
  selectCommand,
  tabCommand,
} from './select-commands.ts';

/** Everything a person can do, in the order of palette and help. Toolbar, menus and shortcuts are views of this list. */
export const COMMANDS: readonly Command[] = [
  searchCommand,
  askCommand,
  askPathCommand,
  pathFromCommand,
  pathToCommand,
  connectCommand,
  betweenCommand,
  sharedCommand,
  choosePathCommand,
  previewPathCommand,
  swapPathCommand,
  pathEndsCommand,
  pathOptionsCommand,
  plainSearchCommand,
  morePathsCommand,
  avoidCommand,
  throughCommand,
  cancelSearchCommand,
  searchAgainCommand,
  selectCommand,
  addToSelectionCommand,
  goToCommand,
  expandCommand,
  collapseCommand,
  exploreCommand,
  hideCommand,
  showHiddenCommand,
  toggleBandCommand,
  tabCommand,
  ...WORKBENCH_COMMANDS,
  ...RESULT_COMMANDS,
  undoCommand,
  redoCommand,
  bridgeCommand,
  layeredCommand,
  addPathsCommand,
  everythingCommand,
  listCommand,
  foldAllCommand,
  zoomInCommand,
  zoomOutCommand,
  fitCommand,
  moveCommand,
  clearCommand,
  closePanelCommand,
  themeCommand,
  documentsCommand,
  copyPathCommand,
  copyPathTextCommand,
  copyPathSourcesCommand,
  copyLinkCommand,
  paletteCommand,
  shortcutsCommand,
];

export type CommandId = string;

export interface Registry {
  readonly commands: readonly Command[];
  /** Runs a command if it is enabled; false where it is not. */
  run(id: CommandId, target?: Target): boolean;
  isEnabled(id: CommandId, target?: Target): boolean;
  labelOf(id: CommandId, target?: Target): string;
  /** The enabled commands of a place, for a target. */
  offered(place: CommandPlace | 'palette', target?: Target): readonly Command[];
}

/** @throws Error for an id no command has: a misspelling in the program */
export function createRegistry(context: Omit<CommandContext, 'target'>, commands = COMMANDS): Registry {
  const byId = new Map(commands.map((command) => [command.id, command]));
  const withTarget = (target: Target | undefined): CommandContext => ({ ...context, target: target ?? null });
  const find = (id: CommandId): Command => {
    const command = byId.get(id);
    if (!command) throw new Error(`no command has the id ${id}`);
    return command;
  };
  return {
    commands,
    run(id, target) {
      const command = find(id);
      const full = withTarget(target);
      if (!command.isEnabled(full)) return false;
      void command.run(full);
      return true;
    },
    isEnabled: (id, target) => find(id).isEnabled(withTarget(target)),
    labelOf: (id, target) => find(id).label(withTarget(target)),
    offered: (place, target) =>
      commands.filter(
        (command) =>
          (place === 'palette' || command.places.includes(place)) && command.isEnabled(withTarget(target)),
      ),
  };
}
