import { buildBridge } from '../graph/bridge/build-bridge.ts';
import type { BridgeModel, BridgeSource } from '../graph/bridge/bridge-types.ts';
import { chooseShores } from '../graph/bridge/choose-shores.ts';
import { allEdges, allNodes } from '../graph/graph-data.ts';
import type { AnswerMarks } from './answers.ts';
import type { KnownData } from './app-state.ts';
import type { ViewState } from './view-state.ts';

/** The shores of the loaded data: the first data set that names two, else its two largest countries; null = no bridge. */
export function shoresOf(data: KnownData): readonly [string, string] | null {
  const named = data.meta.dataSets.find((dataSet) => dataSet.shores.length >= 2)?.shores ?? [];
  return chooseShores(named, allNodes(data.graph));
}

/** The bands of all data sets, each once, in data set order. */
export function fieldsOf(data: KnownData): BridgeSource['fields'] {
  const fields = new Map<string, { id: string; caption: string }>();
  for (const dataSet of data.meta.dataSets) {
    for (const field of dataSet.fields) if (!fields.has(field.id)) fields.set(field.id, field);
  }
  return [...fields.values()];
}

/** The bridge of a view, before any pixel; null where the data has no two shores. */
export function deriveBridge(data: KnownData, view: ViewState, answer: AnswerMarks): BridgeModel | null {
  const shores = shoresOf(data);
  if (!shores) return null;
  const hidden = new Set(view.hidden);
  const nodes = allNodes(data.graph).filter((node) => !hidden.has(node.id));
  const revealed = new Set(answer.nodes);
  if (view.selection?.kind === 'node') revealed.add(view.selection.id);
  return buildBridge(
    { nodes, edges: allEdges(data.graph), fields: fieldsOf(data), shores },
    { unfolded: new Set(view.unfolded), revealed },
  );
}

let last: { data: KnownData; hidden: unknown; unfolded: unknown; model: BridgeModel | null } | null = null;

/** The bridge without selection and answer; the same object while data, hidden and unfolded things stay the same. */
export function baseBridge(data: KnownData, view: ViewState): BridgeModel | null {
  const { hidden, unfolded } = view;
  if (last?.data === data && last.hidden === hidden && last.unfolded === unfolded) return last.model;
  const model = deriveBridge(data, { ...view, selection: null }, { nodes: new Set(), pathEdges: new Set() });
  last = { data, hidden, unfolded, model };
  return model;
}

/** The bands in which things must be seen: those the reader opened and, last, those of the things in focus. */
export function bandsToOpen(
  model: BridgeModel,
  view: ViewState,
  wanted: ReadonlySet<string>,
): readonly string[] {
  const forced = model.bands
    .filter((band) => band.rows.some((row) => row.marks.some((mark) => wanted.has(mark.id))))
    .map((band) => band.id);
  const homes = model.bands
    .filter((band) => [...band.left, ...band.right].some((stand) => stand.isHome && wanted.has(stand.id)))
    .map((band) => band.id);
  const needed = new Set([...forced, ...homes]);
  return [...view.openBands.filter((id) => !needed.has(id)), ...needed];
}
