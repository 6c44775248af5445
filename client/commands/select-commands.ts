import { changeView, viewOf } from './change-view.ts';
import type { Command } from './command.ts';
import { leaveLayersFor } from './path-view-commands.ts';

/** Looks at an entity or at the relationships of a line; on a phone and beside a narrow canvas the panel opens. */
export const selectCommand: Command = {
  id: 'select',
  group: 'Explore',
  label: () => 'Look at it',
  places: [],
  isEnabled: ({ target }) => target?.kind === 'node' || target?.kind === 'nodes' || target?.kind === 'edges',
  run: (context) => {
    const { target } = context;
    if (target?.kind !== 'node' && target?.kind !== 'nodes' && target?.kind !== 'edges') return;
    changeView(context, 'Select', (view) => ({ ...view, selection: target, tab: 'about' }));
    context.app.update((state) => ({ ...state, isPanelOpen: true }));
  },
};

/** Selects an entity and brings it into sight. */
export const goToCommand: Command = {
  id: 'go-to',
  group: 'Explore',
  label: () => 'Show on the canvas',
  icon: 'target',
  shortcuts: ['G'],
  places: ['node-menu'],
  isEnabled: ({ target, app }) => (target ?? app.get().history.view.selection)?.kind === 'node',
  run: (context) => {
    const target = context.target ?? viewOf(context).selection;
    if (target?.kind !== 'node') return;
    changeView(context, 'Select', (view) => ({
      ...leaveLayersFor(context, view, [target.id]),
      selection: target,
      tab: 'about',
      hidden: view.hidden.filter((id) => id !== target.id),
      shown:
        view.shown === 'everything' || view.shown.includes(target.id)
          ? view.shown
          : [...view.shown, target.id],
    }));
    context.app.update((state) => ({ ...state, isPanelOpen: true }));
    context.canvas.flyTo(target.id);
  },
};

export const clearCommand: Command = {
  id: 'clear',
  group: 'View',
  label: (context) => (viewOf(context).selection ? 'Clear the selection' : 'Clear the answer'),
  icon: 'close',
  shortcuts: ['Escape'],
  places: ['canvas-menu'],
  isEnabled: (context) => viewOf(context).selection !== null || viewOf(context).question !== null,
  run: (context) => {
    if (viewOf(context).selection)
      changeView(context, 'Clear the selection', (view) => ({ ...view, selection: null }));
    else changeView(context, 'Clear the answer', (view) => ({ ...view, question: null }));
  },
};

export const tabCommand: Command = {
  id: 'tab',
  group: 'Explore',
  label: () => 'Turn the page',
  places: [],
  isEnabled: ({ target }) => target?.kind === 'tab',
  run: (context) => {
    const { target } = context;
    if (target?.kind === 'tab')
      changeView(context, 'Turn the page', (view) => ({ ...view, tab: target.tab }));
  },
};

export const closePanelCommand: Command = {
  id: 'toggle-panel',
  group: 'View',
  label: ({ app }) => (app.get().isPanelOpen ? 'Close the panel' : 'Open the panel'),
  icon: 'panel',
  shortcuts: ['P'],
  places: [],
  isEnabled: () => true,
  run: ({ app }) => app.update((state) => ({ ...state, isPanelOpen: !state.isPanelOpen })),
};
