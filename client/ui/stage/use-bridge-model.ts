import { useMemo } from 'react';

import type { BridgeModel } from '../../graph/bridge/bridge-types.ts';
import type { AnswerMarks } from '../../state/answers.ts';
import type { KnownData } from '../../state/app-state.ts';
import { bandsToOpen, baseBridge, deriveBridge } from '../../state/derive-scene.ts';
import type { ViewState } from '../../state/view-state.ts';

/**
 * The bridge of the view and the bands that must be open. What is selected or on a path is unfolded where it is
 * folded; where it is not, the bridge stays the very same object and nothing is laid out anew.
 */
export function useBridgeModel(
  data: KnownData,
  view: ViewState,
  answer: AnswerMarks,
): { readonly model: BridgeModel | null; readonly openBands: readonly string[] } {
  const { selection, openBands } = view;
  const base = baseBridge(data, view);
  const wanted = new Set(answer.nodes);
  if (selection?.kind === 'node') wanted.add(selection.id);
  const folded = [...wanted].filter((id) => base?.foldedInto.has(id)).toSorted();
  const foldedKey = folded.join(' ');
  const model = useMemo(
    () =>
      foldedKey === ''
        ? base
        : deriveBridge(data, view, { nodes: new Set(foldedKey.split(' ')), pathEdges: new Set() }),
    [base, data, foldedKey],
  );
  const bandsKey = model ? bandsToOpen(model, view, wanted).join(' ') : '';
  const open = useMemo(() => (bandsKey === '' ? [] : bandsKey.split(' ')), [bandsKey]);
  return { model, openBands: model ? open : openBands };
}
