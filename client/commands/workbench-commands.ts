import type { Command } from './command.ts';
import { PAGE_COMMANDS, paneHeightCommand, workbenchCommand } from './workbench-pane-commands.ts';
import {
  cancelQueryCommand,
  explainQueryCommand,
  profileQueryCommand,
  runQueryCommand,
} from './workbench-run-commands.ts';
import { formatQueryCommand, writeQueryCommand } from './workbench-write-commands.ts';

/** Everything a person can do in the workbench. */
export const WORKBENCH_COMMANDS: readonly Command[] = [
  workbenchCommand,
  runQueryCommand,
  cancelQueryCommand,
  explainQueryCommand,
  profileQueryCommand,
  formatQueryCommand,
  writeQueryCommand,
  ...PAGE_COMMANDS,
  paneHeightCommand,
];
