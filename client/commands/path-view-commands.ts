import type { PathsResponse } from '../../server/contract/paths.ts';
import { answerKey } from '../state/answers.ts';
import { layeredSourceOf } from '../state/derive-layered.ts';
import type { LayeredSource } from '../graph/layered/layered-source.ts';
import type { ViewState } from '../state/view-state.ts';
import { changeView, viewOf } from './change-view.ts';
import type { Command, CommandContext } from './command.ts';

/** What the layered layout draws of the open question; null where it is about no paths. */
export function sourceOf(context: CommandContext): LayeredSource | null {
  const { data } = context.app.get();
  const { question } = viewOf(context);
  const key = answerKey(question);
  return data
    ? layeredSourceOf(question, data, key === null ? undefined : context.resources.peek(key))
    : null;
}

function openKey(context: CommandContext): string | null {
  return answerKey(viewOf(context).question);
}

/** No path was found: what can be drawn is what would have led there. */
function isMiss(context: CommandContext): boolean {
  const key = openKey(context);
  const resource = key === null ? undefined : context.resources.peek<PathsResponse>(key);
  return (
    resource?.status === 'ready' &&
    viewOf(context).question?.kind === 'path' &&
    resource.value.paths.length === 0
  );
}

const layeredLabel = (context: CommandContext): string =>
  isMiss(context) ? 'Show the nearest miss alone' : 'Show these paths alone';

/** Paths alone hold no other entity: where one of these is none of theirs, they are shown on the bridge. */
export function leaveLayersFor(context: CommandContext, view: ViewState, ids: readonly string[]): ViewState {
  if (view.layout !== 'layered') return view;
  const drawn = new Set(sourceOf(context)?.nodes.map((node) => node.id));
  return ids.every((id) => drawn.has(id)) ? view : { ...view, layout: 'bridge', camera: null };
}

/** Replaces the canvas by the answer: the start on the left, the end on the right. */
export const layeredCommand: Command = {
  id: 'layered',
  group: 'View',
  label: layeredLabel,
  icon: 'layers',
  shortcuts: ['O'],
  places: ['canvas-menu'],
  isEnabled: (context) => viewOf(context).layout !== 'layered' && sourceOf(context) !== null,
  run: (context) =>
    changeView(context, layeredLabel(context), (view) => ({
      ...view,
      layout: 'layered',
      isList: false,
      selection: null,
      camera: null,
    })),
};

const addLabel = (context: CommandContext): string =>
  viewOf(context).layout === 'force' ? 'Add these paths to the canvas' : 'Explore from these paths';

/** Adds the answer to an exploration, which keeps what it has. */
export const addPathsCommand: Command = {
  id: 'add-paths',
  group: 'View',
  label: addLabel,
  icon: 'plus',
  places: ['canvas-menu'],
  isEnabled: (context) => {
    const { shown, layout } = viewOf(context);
    if (isMiss(context)) return false;
    const ids = sourceOf(context)?.nodes.map((node) => node.id) ?? [];
    if (ids.length === 0 || (layout === 'force' && shown === 'everything')) return false;
    return layout !== 'force' || ids.some((id) => !shown.includes(id));
  },
  run: (context) => {
    const ids = sourceOf(context)?.nodes.map((node) => node.id) ?? [];
    changeView(context, addLabel(context), (view) => ({
      ...view,
      layout: 'force',
      isList: false,
      shown: [...new Set([...(view.shown === 'everything' ? [] : view.shown), ...ids])],
      hidden: view.hidden.filter((id) => !ids.includes(id)),
      camera: null,
    }));
  },
};

export const cancelSearchCommand: Command = {
  id: 'cancel-search',
  group: 'Ask',
  label: () => 'Cancel the search',
  icon: 'close',
  places: [],
  isEnabled: (context) => {
    const key = openKey(context);
    return key !== null && context.resources.peek(key)?.status === 'loading';
  },
  run: (context) => {
    const key = openKey(context);
    if (key !== null) context.resources.cancel(key);
  },
};

export const searchAgainCommand: Command = {
  id: 'search-again',
  group: 'Ask',
  label: () => 'Search again',
  icon: 'redo',
  places: [],
  isEnabled: (context) => {
    const key = openKey(context);
    const status = key === null ? undefined : context.resources.peek(key)?.status;
    return status === 'cancelled' || status === 'failed';
  },
  run: (context) => {
    const key = openKey(context);
    if (key !== null) context.resources.retry(key);
  },
};

/** Brings one of the paths forward while it is looked at; nothing of it is kept. */
export const previewPathCommand: Command = {
  id: 'preview-path',
  group: 'Ask',
  label: () => 'Look at a path for a moment',
  places: [],
  isEnabled: ({ app, target }) =>
    target === null ? app.get().previewedPath !== null : target.kind === 'path-index',
  run: ({ app, target }) => {
    const previewedPath = target?.kind === 'path-index' ? target.index : null;
    app.update((state) => (state.previewedPath === previewedPath ? state : { ...state, previewedPath }));
  },
};
