import { mergeSubgraph, nodeOf } from '../graph/graph-data.ts';
import { labelOf } from '../graph/read-node.ts';
import type { Subgraph } from '../../server/contract/graph.ts';
import { bandsToOpen, baseBridge } from '../state/derive-scene.ts';
import type { KnownData } from '../state/app-state.ts';
import type { ViewState } from '../state/view-state.ts';
import type { CommandContext } from './command.ts';

/** Takes what an answer brought into what the client knows, so that it can be drawn. */
export function learn(context: Pick<CommandContext, 'app'>, subgraph: Subgraph): void {
  context.app.update((state) =>
    state.data
      ? { ...state, data: { ...state.data, graph: mergeSubgraph(state.data.graph, subgraph) } }
      : state,
  );
}

/** On the bridge: what must be unfolded, host by host, so that these are seen. */
function hostsOf(foldedInto: ReadonlyMap<string, string>, ids: readonly string[]): readonly string[] {
  const hosts = new Set<string>();
  for (const id of ids) {
    for (let host = foldedInto.get(id); host !== undefined && !hosts.has(host); host = foldedInto.get(host))
      hosts.add(host);
  }
  return [...hosts];
}

/**
 * The view with these entities on the canvas: nothing of them hidden, folded or left out.
 * @param view in the layered layout only where its paths hold them all
 */
export function bringOntoCanvas(view: ViewState, data: KnownData, ids: readonly string[]): ViewState {
  const wanted = new Set(ids);
  const seen = { ...view, hidden: view.hidden.filter((id) => !wanted.has(id)) };
  if (seen.layout === 'force') {
    if (seen.shown === 'everything') return seen;
    return { ...seen, shown: [...new Set([...seen.shown, ...ids])] };
  }
  if (seen.layout === 'layered') return seen;
  const base = baseBridge(data, seen);
  if (!base) return seen;
  const unfolded = [...new Set([...seen.unfolded, ...hostsOf(base.foldedInto, ids)])];
  const open = baseBridge(data, { ...seen, unfolded });
  const openBands = open ? bandsToOpen(open, seen.openBands, wanted) : seen.openBands;
  return { ...seen, unfolded, openBands };
}

/** Those of the entities that the canvas has no place for: topics, people and places on the bridge, documents there and in
 * the web of everything. */
export function withoutPlace(view: ViewState, data: KnownData, ids: readonly string[]): readonly string[] {
  if (view.layout === 'layered' || (view.layout === 'force' && view.shown !== 'everything')) return [];
  const undrawn = new Set(
    view.layout === 'force' ? [] : [...(baseBridge(data, view)?.undrawn.values() ?? [])].flat(),
  );
  return ids.filter((id) => {
    const node = nodeOf(data.graph, id);
    return undrawn.has(id) || (node !== undefined && labelOf(node) === 'Document');
  });
}
