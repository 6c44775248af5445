import type { Command } from './command.ts';
import {
  addAnswerCommand,
  connectAnswerCommand,
  replaceCanvasCommand,
  showRelationCommand,
} from './result-canvas-commands.ts';
import { RESULT_COPY_COMMANDS } from './result-copy-commands.ts';
import { RESULT_VIEW_COMMANDS } from './result-view-commands.ts';

/** Everything a person can do with an answer. */
export const RESULT_COMMANDS: readonly Command[] = [
  ...RESULT_VIEW_COMMANDS,
  addAnswerCommand,
  replaceCanvasCommand,
  connectAnswerCommand,
  showRelationCommand,
  ...RESULT_COPY_COMMANDS,
];
