import type { KnownData } from '../../state/app-state.ts';
import { deriveBridge } from '../../state/derive-scene.ts';
import { useApp } from '../explorer-context.ts';
import { GraphCanvas } from './graph-canvas.tsx';
import { ListView } from './list-view.tsx';
import { StatusStrip } from './status-strip.tsx';
import { useAnswer } from './use-answer.ts';
import { useIsNarrow } from './use-is-narrow.ts';

/** The middle of the page: the picture, or the same in words; on a phone a small picture above the words. */
export function Stage({ data }: { readonly data: KnownData }) {
  const view = useApp((state) => state.history.view);
  const { marks } = useAnswer(data);
  const { model, openBands } = deriveBridge(data, view, marks.nodes);
  const isNarrow = useIsNarrow();
  const hasList = model !== null && (view.isList || isNarrow);
  const hasCanvas = !view.isList || isNarrow;
  return (
    <main className={`stage ${isNarrow ? 'narrow' : ''} ${hasList ? 'with-list' : ''}`}>
      {hasCanvas && (
        <div className="picture">
          <GraphCanvas
            data={data}
            model={model}
            openBands={openBands}
            answer={marks}
            isMiniature={isNarrow && view.layout === 'bridge'}
          />
        </div>
      )}
      {hasList && <ListView data={data} model={model} />}
      <StatusStrip data={data} model={model} />
    </main>
  );
}
