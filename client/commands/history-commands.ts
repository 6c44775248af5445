import { redoStep, undoStep } from '../state/history.ts';
import { takeText } from './change-workbench.ts';
import type { Command } from './command.ts';

export const undoCommand: Command = {
  id: 'undo',
  group: 'View',
  label: ({ app }) => {
    const step = app.get().history.past.at(-1);
    return step ? `Undo: ${step.label}` : 'Undo';
  },
  icon: 'undo',
  shortcuts: ['Mod+Z'],
  places: ['toolbar', 'canvas-menu'],
  isEnabled: ({ app }) => app.get().history.past.length > 0,
  run: (context) => {
    takeText(context);
    context.app.update((state) => ({ ...state, history: undoStep(state.history) }));
  },
};

export const redoCommand: Command = {
  id: 'redo',
  group: 'View',
  label: ({ app }) => {
    const step = app.get().history.future[0];
    return step ? `Redo: ${step.label}` : 'Redo';
  },
  icon: 'redo',
  shortcuts: ['Mod+Shift+Z', 'Mod+Y'],
  places: ['toolbar', 'canvas-menu'],
  isEnabled: ({ app }) => app.get().history.future.length > 0,
  run: ({ app }) => app.update((state) => ({ ...state, history: redoStep(state.history) })),
};
