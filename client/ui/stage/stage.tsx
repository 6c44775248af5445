import type { KnownData } from '../../state/app-state.ts';
import { deriveBridge } from '../../state/derive-scene.ts';
import { useApp } from '../explorer-context.ts';
import { GraphCanvas } from './graph-canvas.tsx';
import { LayeredList } from './layered-list.tsx';
import { ListView } from './list-view.tsx';
import { StatusStrip } from './status-strip.tsx';
import { useAnswer } from './use-answer.ts';
import { useIsNarrow } from './use-is-narrow.ts';

/** What is brought forward was not found: said above the picture, as its lines alone might be overlooked. */
function MissNote() {
  return (
    <p className="miss-note" role="note" aria-label="Nearest miss">
      <i className="line missed" aria-hidden="true" /> Nearest miss: no path, only what would be one if more
      were allowed
    </p>
  );
}

/** The middle of the page: the picture, or the same in words; on a phone a small picture above the words. */
export function Stage({ data }: { readonly data: KnownData }) {
  const view = useApp((state) => state.history.view);
  const isPreview = useApp(
    (state) => state.previewedPath !== null && state.history.view.question?.kind === 'path',
  );
  const { marks, forward, layered } = useAnswer(data);
  const { model, openBands } = deriveBridge(data, view, marks);
  const paths = view.layout === 'layered' ? layered : null;
  const isNarrow = useIsNarrow();
  const hasList = (model !== null || paths !== null) && (view.isList || isNarrow);
  const hasCanvas = !view.isList || isNarrow;
  return (
    <main className={`stage ${isNarrow ? 'narrow' : ''} ${hasList ? 'with-list' : ''}`}>
      {forward.isMiss && <MissNote />}
      {hasCanvas && (
        <div className="picture">
          <GraphCanvas
            data={data}
            model={model}
            openBands={openBands}
            forward={forward}
            isPreview={isPreview}
            layered={layered}
            isMiniature={isNarrow && view.layout !== 'force'}
          />
        </div>
      )}
      {hasList && paths && <LayeredList source={paths} />}
      {hasList && !paths && model && <ListView data={data} model={model} />}
      <StatusStrip data={data} model={model} layered={paths} />
    </main>
  );
}
