import { changeView, viewOf } from './change-view.ts';
import type { Command } from './command.ts';

export const bridgeCommand: Command = {
  id: 'bridge',
  group: 'View',
  label: () => 'Bridge',
  icon: 'bridge',
  shortcuts: ['B'],
  places: ['canvas-menu'],
  isEnabled: (context) => viewOf(context).layout !== 'bridge' || viewOf(context).isList,
  run: (context) =>
    changeView(context, 'Show the bridge', (view) => ({
      ...view,
      layout: 'bridge',
      isList: false,
      camera: null,
    })),
};

export const everythingCommand: Command = {
  id: 'everything',
  group: 'View',
  label: () => 'Everything at once',
  icon: 'web',
  shortcuts: ['A'],
  places: ['canvas-menu'],
  isEnabled: (context) => {
    const view = viewOf(context);
    return view.layout !== 'force' || view.shown !== 'everything' || view.isList;
  },
  run: (context) =>
    changeView(context, 'Show everything at once', (view) => ({
      ...view,
      layout: 'force',
      shown: 'everything',
      isList: false,
      camera: null,
    })),
};

export const listCommand: Command = {
  id: 'list',
  group: 'View',
  label: (context) => (viewOf(context).isList ? 'Show the picture' : 'Read as list'),
  icon: 'list',
  shortcuts: ['L'],
  places: ['canvas-menu'],
  isEnabled: ({ app }) => app.get().data !== null,
  run: (context) =>
    changeView(context, viewOf(context).isList ? 'Show the picture' : 'Read as list', (view) => ({
      ...view,
      isList: !view.isList,
    })),
};

export const toggleBandCommand: Command = {
  id: 'toggle-band',
  group: 'Explore',
  label: () => 'Open or close the band',
  places: [],
  isEnabled: ({ target }) => target?.kind === 'band',
  run: (context) => {
    const { target } = context;
    if (target?.kind !== 'band') return;
    const isOpen = viewOf(context).openBands.includes(target.id);
    changeView(context, isOpen ? 'Close a band' : 'Open a band', (view) => ({
      ...view,
      camera: null,
      openBands: isOpen ? view.openBands.filter((id) => id !== target.id) : [...view.openBands, target.id],
    }));
  },
};

export const foldAllCommand: Command = {
  id: 'fold-all',
  group: 'View',
  label: () => 'Fold everything again',
  icon: 'fold',
  places: ['canvas-menu'],
  isEnabled: (context) => viewOf(context).unfolded.length > 0 || viewOf(context).openBands.length > 0,
  run: (context) =>
    changeView(context, 'Fold everything again', (view) => ({
      ...view,
      unfolded: [],
      openBands: [],
      camera: null,
    })),
};
