import { mergeSubgraph, neighbourIds } from '../graph/graph-data.ts';
import { baseBridge } from '../state/derive-scene.ts';
import { captionOf, changeView, say, targetNode, viewOf } from './change-view.ts';
import type { Command, CommandContext } from './command.ts';

const hasNode = (context: CommandContext): boolean => targetNode(context) !== null;

/** Asks the service for the neighbours where the client does not hold the whole graph. */
async function fetchNeighbours(context: CommandContext, id: string): Promise<void> {
  if (context.app.get().data?.isTruncated !== true) return;
  const answer = await context.api.neighbours(id);
  context.app.update((state) =>
    state.data
      ? { ...state, data: { ...state.data, graph: mergeSubgraph(state.data.graph, answer) } }
      : state,
  );
  if (answer.truncated) say(context, `Shown: ${answer.nodes.length} of ${answer.total} neighbours`);
}

/** On the bridge: the thing and those next to it into which something is folded. */
function foldedHosts(context: CommandContext, id: string): readonly string[] {
  const { data, history } = context.app.get();
  const folds = data ? baseBridge(data, history.view)?.folds : undefined;
  if (!data || !folds) return [];
  return [id, ...neighbourIds(data.graph, id)].filter((host) => folds.has(host));
}

/** On the bridge: the thing and those next to it that were unfolded. */
function unfoldedHosts(context: CommandContext, id: string): ReadonlySet<string> {
  const { data, history } = context.app.get();
  const near = new Set([id, ...(data ? neighbourIds(data.graph, id) : [])]);
  return new Set(history.view.unfolded.filter((host) => near.has(host)));
}

/** Bridge: shows what is folded into it and into what it takes part in. Force layout: adds its neighbours. */
export const expandCommand: Command = {
  id: 'expand',
  group: 'Explore',
  label: () => 'Expand',
  icon: 'expand',
  shortcuts: ['E'],
  places: ['node-menu'],
  isEnabled: (context) => {
    const id = targetNode(context);
    const view = viewOf(context);
    if (id === null || view.layout === 'layered') return false;
    if (view.layout === 'bridge') return foldedHosts(context, id).length > 0;
    return view.shown !== 'everything' && !isExpanded(context, id);
  },
  run: async (context) => {
    const id = targetNode(context);
    if (id === null) return;
    const label = `Expand ${captionOf(context, id)}`;
    if (viewOf(context).layout === 'bridge') {
      const hosts = foldedHosts(context, id);
      changeView(context, label, (view) => ({
        ...view,
        unfolded: [...view.unfolded, ...hosts],
        camera: null,
      }));
      return;
    }
    await fetchNeighbours(context, id);
    const graph = context.app.get().data?.graph;
    if (!graph) return;
    const near = neighbourIds(graph, id);
    changeView(context, label, (view) =>
      view.shown === 'everything' ? view : { ...view, shown: [...new Set([...view.shown, id, ...near])] },
    );
  },
};

function isExpanded(context: CommandContext, id: string): boolean {
  const { data, history } = context.app.get();
  const shown = history.view.shown;
  if (!data || shown === 'everything') return true;
  const node = data.graph.hasNode(id) ? data.graph.getNodeAttributes(id) : undefined;
  const near = neighbourIds(data.graph, id);
  return near.every((other) => shown.includes(other)) && (node?.degree ?? 0) <= data.graph.degree(id);
}

export const collapseCommand: Command = {
  id: 'collapse',
  group: 'Explore',
  label: () => 'Collapse',
  icon: 'fold',
  shortcuts: ['C'],
  places: ['node-menu'],
  isEnabled: (context) => {
    const id = targetNode(context);
    const view = viewOf(context);
    if (id === null || view.layout === 'layered') return false;
    return view.layout === 'bridge'
      ? unfoldedHosts(context, id).size > 0
      : lonelyNeighbours(context, id).length > 0;
  },
  run: (context) => {
    const id = targetNode(context);
    if (id === null) return;
    const label = `Collapse ${captionOf(context, id)}`;
    if (viewOf(context).layout === 'bridge') {
      const hosts = unfoldedHosts(context, id);
      const unfolded = viewOf(context).unfolded.filter((other) => !hosts.has(other));
      changeView(context, label, (view) => ({ ...view, unfolded, camera: null }));
      return;
    }
    const gone = new Set(lonelyNeighbours(context, id));
    changeView(context, label, (view) =>
      view.shown === 'everything' ? view : { ...view, shown: view.shown.filter((other) => !gone.has(other)) },
    );
  },
};

/** Neighbours that nothing else on the canvas is connected to. */
function lonelyNeighbours(context: CommandContext, id: string): readonly string[] {
  const { data, history } = context.app.get();
  const shown = history.view.shown;
  if (!data || shown === 'everything') return [];
  const onCanvas = new Set(shown);
  return neighbourIds(data.graph, id).filter(
    (other) =>
      onCanvas.has(other) && neighbourIds(data.graph, other).every((far) => far === id || !onCanvas.has(far)),
  );
}

/** Leaves the bridge and shows an entity with its neighbours alone, to go on from there. */
export const exploreCommand: Command = {
  id: 'explore',
  group: 'Explore',
  label: () => 'Explore from here',
  icon: 'web',
  shortcuts: ['X'],
  places: ['node-menu'],
  isEnabled: hasNode,
  run: async (context) => {
    const id = targetNode(context);
    if (id === null) return;
    await fetchNeighbours(context, id);
    const graph = context.app.get().data?.graph;
    if (!graph) return;
    const shown = [id, ...neighbourIds(graph, id)];
    changeView(context, `Explore from ${captionOf(context, id)}`, (view) => ({
      ...view,
      layout: 'force',
      isList: false,
      shown,
      camera: null,
      selection: { kind: 'node', id },
    }));
  },
};

export const hideCommand: Command = {
  id: 'hide',
  group: 'Explore',
  label: () => 'Hide',
  icon: 'hide',
  shortcuts: ['H'],
  places: ['node-menu'],
  isEnabled: (context) => hasNode(context) && viewOf(context).layout !== 'layered',
  run: (context) => {
    const id = targetNode(context);
    if (id === null) return;
    changeView(context, `Hide ${captionOf(context, id)}`, (view) => ({
      ...view,
      hidden: [...new Set([...view.hidden, id])],
      selection: view.selection?.kind === 'node' && view.selection.id === id ? null : view.selection,
    }));
  },
};

export const showHiddenCommand: Command = {
  id: 'show-hidden',
  group: 'Explore',
  label: (context) => `Show what is hidden (${viewOf(context).hidden.length})`,
  icon: 'show',
  places: ['canvas-menu'],
  isEnabled: (context) => viewOf(context).hidden.length > 0,
  run: (context) => changeView(context, 'Show what is hidden', (view) => ({ ...view, hidden: [] })),
};
