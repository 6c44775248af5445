import type { Command } from './command.ts';
import {
  deleteFavouriteCommand,
  editFavouriteCommand,
  exportFavouritesCommand,
  forgetRunsCommand,
  importFavouritesCommand,
  restoreFavouriteCommand,
  saveFavouriteCommand,
} from './workbench-keep-commands.ts';
import { PAGE_COMMANDS, paneHeightCommand, workbenchCommand } from './workbench-pane-commands.ts';
import {
  cancelQueryCommand,
  explainQueryCommand,
  profileQueryCommand,
  runQueryCommand,
} from './workbench-run-commands.ts';
import {
  emptyQueryCommand,
  formatQueryCommand,
  openQueryCommand,
  parameterFromSelectionCommand,
  setParameterCommand,
  writeQueryCommand,
} from './workbench-write-commands.ts';

/** Everything a person can do in the workbench. */
export const WORKBENCH_COMMANDS: readonly Command[] = [
  workbenchCommand,
  runQueryCommand,
  cancelQueryCommand,
  explainQueryCommand,
  profileQueryCommand,
  formatQueryCommand,
  emptyQueryCommand,
  openQueryCommand,
  writeQueryCommand,
  setParameterCommand,
  parameterFromSelectionCommand,
  ...PAGE_COMMANDS,
  saveFavouriteCommand,
  editFavouriteCommand,
  deleteFavouriteCommand,
  restoreFavouriteCommand,
  exportFavouritesCommand,
  importFavouritesCommand,
  forgetRunsCommand,
  paneHeightCommand,
];
