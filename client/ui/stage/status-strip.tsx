import type { BridgeModel } from '../../graph/bridge/bridge-types.ts';
import { describeDate } from '../../../server/contract/date-words.ts';
import { chooseForceScene } from '../../graph/force-scene.ts';
import type { LayeredSource } from '../../graph/layered/layered-source.ts';
import type { KnownData } from '../../state/app-state.ts';
import { useApp } from '../explorer-context.ts';
import { CommandButton } from '../parts/command-button.tsx';
import { LegendLine } from './legend-line.tsx';

function foldedSentence(model: BridgeModel): string {
  const folded = model.foldedInto.size;
  const listed = [...model.undrawn.values()].reduce((sum, ids) => sum + ids.length, 0);
  const parts = [
    folded > 0 ? `${folded} folded into “+n”` : '',
    listed > 0 ? `${listed} in the list only (topics, places, people …)` : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** Up to when the documents speak: the earliest and the latest of their dates. */
function statesUpTo(data: KnownData): string {
  const dates = data.documents
    .map((document) => document.statesUpTo ?? document.published)
    .filter((date) => date !== undefined);
  const sorted = dates.toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return '';
  return first === last
    ? `as stated up to ${describeDate(last)}`
    : `as stated up to ${describeDate(first)} … ${describeDate(last)}`;
}

/** What is drawn of how much, what is folded, and the date up to which the sources speak. */
export function StatusStrip({
  data,
  model,
  layered,
}: {
  readonly data: KnownData;
  readonly model: BridgeModel | null;
  /** The paths, where they are drawn alone. */
  readonly layered: LayeredSource | null;
}) {
  const view = useApp((state) => state.history.view);
  const isBridge = view.layout === 'bridge' && model !== null;
  const entities = model?.entityCount ?? data.graph.order;
  const drawn = layered
    ? layered.nodes.length
    : isBridge
      ? model.drawnCount
      : chooseForceScene(data.graph, view.shown, view.hidden).nodes.length;
  return (
    <footer className="status-strip" role="contentinfo">
      <span className="status-count">
        {drawn} of {data.isTruncated ? data.total.nodes : entities} things drawn
      </span>
      {data.isTruncated && (
        <span className="badge disputed">
          the service holds {data.total.nodes}: only {data.graph.order} were sent
        </span>
      )}
      {isBridge && <span className="status-folded">{foldedSentence(model)}</span>}
      <span>{statesUpTo(data)}</span>
      <LegendLine />
      <span className="canvas-tools" role="toolbar" aria-label="Canvas">
        <CommandButton id="zoom-out" />
        <CommandButton id="zoom-in" />
        <CommandButton id="fit" />
      </span>
    </footer>
  );
}
