import { changeView, viewOf } from './change-view.ts';
import type { Command, CommandContext } from './command.ts';

const isOnCanvas = ({ app }: CommandContext): boolean => app.get().data !== null;

export const zoomInCommand: Command = {
  id: 'zoom-in',
  group: 'View',
  label: () => 'Zoom in',
  icon: 'plus',
  shortcuts: ['+', '='],
  places: ['toolbar'],
  isEnabled: isOnCanvas,
  run: ({ canvas }) => canvas.zoomBy(1 / 1.5),
};

export const zoomOutCommand: Command = {
  id: 'zoom-out',
  group: 'View',
  label: () => 'Zoom out',
  icon: 'minus',
  shortcuts: ['-'],
  places: ['toolbar'],
  isEnabled: isOnCanvas,
  run: ({ canvas }) => canvas.zoomBy(1.5),
};

export const fitCommand: Command = {
  id: 'fit',
  group: 'View',
  label: () => 'Show the whole picture',
  icon: 'fit',
  shortcuts: ['0'],
  places: ['toolbar', 'canvas-menu'],
  isEnabled: (context) => viewOf(context).camera !== null,
  run: (context) => changeView(context, 'Show the whole picture', (view) => ({ ...view, camera: null })),
};

/** The reader moved the canvas by hand; moves that follow each other are one step. */
export const moveCommand: Command = {
  id: 'move',
  group: 'View',
  label: () => 'Move the canvas',
  places: [],
  isEnabled: ({ target }) => target?.kind === 'camera',
  run: (context) => {
    const { target } = context;
    if (target?.kind !== 'camera') return;
    changeView(context, 'Move the canvas', (view) => ({ ...view, camera: target.camera }), 'camera');
  },
};
