import { buildBridge } from '../graph/bridge/build-bridge.ts';
import type { BridgeModel, BridgeSource } from '../graph/bridge/bridge-types.ts';
import { chooseShores } from '../graph/bridge/choose-shores.ts';
import { allEdges, allNodes } from '../graph/graph-data.ts';
import { labelOf } from '../graph/read-node.ts';
import type { KnownData } from './app-state.ts';
import { memoLast } from './memo-last.ts';
import type { ViewState } from './view-state.ts';

/** The shores of the loaded data: the first data set that names two, else its two largest countries; null = no bridge. */
export const shoresOf = memoLast((data: KnownData): readonly [string, string] | null => {
  const named = data.meta.dataSets.find((dataSet) => dataSet.shores.length >= 2)?.shores ?? [];
  return chooseShores(named, allNodes(data.graph));
});

/** The bands of all data sets, each once, in data set order. */
export function fieldsOf(data: KnownData): BridgeSource['fields'] {
  const fields = new Map<string, { id: string; caption: string }>();
  for (const dataSet of data.meta.dataSets) {
    for (const field of dataSet.fields) if (!fields.has(field.id)) fields.set(field.id, field);
  }
  return [...fields.values()];
}

function build(
  data: KnownData,
  hidden: readonly string[],
  unfolded: readonly string[],
  revealed: readonly string[],
): BridgeModel | null {
  const shores = shoresOf(data);
  if (!shores) return null;
  const gone = new Set(hidden);
  const nodes = allNodes(data.graph).filter((node) => !gone.has(node.id) && labelOf(node) !== 'Document');
  return buildBridge(
    { nodes, edges: allEdges(data.graph), fields: fieldsOf(data), shores },
    { unfolded: new Set(unfolded), revealed: new Set(revealed) },
  );
}

const buildBase = memoLast((data: KnownData, hidden: readonly string[], unfolded: readonly string[]) =>
  build(data, hidden, unfolded, []),
);
const buildRevealed = memoLast(
  (data: KnownData, hidden: readonly string[], unfolded: readonly string[], revealed: string) =>
    build(data, hidden, unfolded, revealed.split(' ')),
);
const splitIds = memoLast((ids: string): readonly string[] => (ids === '' ? [] : ids.split(' ')));

/** The bridge without selection and answer; the same object while data, hidden and unfolded things stay the same. */
export function baseBridge(data: KnownData, view: ViewState): BridgeModel | null {
  return buildBase(data, view.hidden, view.unfolded);
}

/**
 * The bridge of the view and the bands that must be open. What is selected or in an answer is unfolded where it is
 * folded; where it is not, the bridge stays the very same object and nothing is laid out anew.
 * @param answer entities of the open answer
 */
export function deriveBridge(
  data: KnownData,
  view: ViewState,
  answer: ReadonlySet<string>,
): { readonly model: BridgeModel | null; readonly openBands: readonly string[] } {
  const base = baseBridge(data, view);
  if (!base) return { model: null, openBands: view.openBands };
  const wanted = new Set(answer);
  if (view.selection?.kind === 'node') wanted.add(view.selection.id);
  const folded = [...wanted].filter((id) => base.foldedInto.has(id)).toSorted();
  const model =
    folded.length === 0 ? base : buildRevealed(data, view.hidden, view.unfolded, folded.join(' '));
  return { model, openBands: splitIds(bandsToOpen(model ?? base, view.openBands, wanted).join(' ')) };
}

/** The bands in which things must be seen: those the reader opened and, last, those of the things in focus. */
export function bandsToOpen(
  model: BridgeModel,
  opened: readonly string[],
  wanted: ReadonlySet<string>,
): readonly string[] {
  const needed = model.bands
    .filter(
      (band) =>
        band.rows.some((row) => row.marks.some((mark) => wanted.has(mark.id))) ||
        [...band.left, ...band.right].some((stand) => stand.isHome && wanted.has(stand.id)),
    )
    .map((band) => band.id);
  return [...opened.filter((id) => !needed.includes(id)), ...needed];
}
