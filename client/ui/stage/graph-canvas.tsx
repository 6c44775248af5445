import { useCallback, useMemo, useRef, useState } from 'react';

import type { BridgeModel } from '../../graph/bridge/bridge-types.ts';
import { placeBridge } from '../../graph/bridge/place-bridge.ts';
import { chooseForceScene } from '../../graph/force-scene.ts';
import type { LayeredSource } from '../../graph/layered/layered-source.ts';
import { placeLayered } from '../../graph/layered/place-layered.ts';
import type { Scene } from '../../graph/scene.ts';
import type { AnswerMarks } from '../../state/answers.ts';
import type { KnownData } from '../../state/app-state.ts';
import { deriveFocus } from '../../state/derive-focus.ts';
import { shoresOf } from '../../state/derive-scene.ts';
import type { GraphView } from '../../render/graph-view.ts';
import { exposeTestHook } from '../../render/test-hook.ts';
import { useApp, useExplorer } from '../explorer-context.ts';
import { NodeMenu, type MenuPlace } from './node-menu.tsx';
import { useCanvasEvents } from './use-canvas-events.ts';
import { useGraphView } from './use-graph-view.ts';
import { useSize, type Size } from './use-size.ts';
import { useTextMeasure } from './use-text-measure.ts';

interface Props {
  readonly data: KnownData;
  readonly model: BridgeModel | null;
  readonly openBands: readonly string[];
  /** What is brought forward, and whether only for a moment. */
  readonly forward: AnswerMarks;
  readonly isPreview: boolean;
  /** The paths alone; null where the question is about none. */
  readonly layered: LayeredSource | null;
  readonly isMiniature: boolean;
}

function useScene({ data, model, openBands, layered, isMiniature }: Props, size: Size): Scene | null {
  const layout = useApp((state) => state.history.view.layout);
  const shown = useApp((state) => state.history.view.shown);
  const hidden = useApp((state) => state.history.view.hidden);
  const measure = useTextMeasure();
  return useMemo((): Scene | null => {
    const { width, height } = size;
    if (width === 0 || height === 0) return null;
    const shores = shoresOf(data);
    if (layout === 'layered' && layered) {
      const canvas = { widthPx: width, heightPx: height, isMiniature, measure };
      return { kind: 'layered', picture: placeLayered(layered, canvas), shores };
    }
    if (layout === 'bridge' && model && shores) {
      const canvas = { widthPx: width, heightPx: height, isMiniature, openBands, measure };
      return { kind: 'bridge', picture: placeBridge(model, canvas), shores };
    }
    return { kind: 'force', force: chooseForceScene(data.graph, shown, hidden), shores };
  }, [data, model, openBands, layered, isMiniature, size, layout, shown, hidden, measure]);
}

interface SceneProps extends Pick<Props, 'data' | 'forward' | 'isPreview'> {
  readonly scene: Scene;
}

const SCENE_NAMES: Readonly<Record<Scene['kind'], string>> = {
  bridge: 'Bridge between the two shores',
  layered: 'Paths from left to right',
  force: 'Network',
};

/** A scene on its canvas, with the menu that is asked for on it. */
function SceneCanvas({ scene, data, forward, isPreview }: SceneProps) {
  const container = useRef<HTMLDivElement>(null);
  const view = useApp((state) => state.history.view);
  const theme = useApp((state) => state.theme);
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const events = useCanvasEvents(setMenu);
  const focus = useMemo(
    () => deriveFocus(view, data, scene, forward, isPreview),
    [view, data, scene, forward, isPreview],
  );
  const { registerCanvas } = useExplorer();
  const announce = useCallback(
    (canvas: GraphView) => {
      const ends = [registerCanvas(canvas.camera), exposeTestHook(canvas)];
      return () => ends.forEach((end) => end());
    },
    [registerCanvas],
  );
  useGraphView(container, events, { scene, focus, camera: view.camera, theme }, announce);
  const what = SCENE_NAMES[scene.kind];
  return (
    <>
      <div
        className="canvas"
        ref={container}
        role="application"
        tabIndex={0}
        aria-roledescription="graph"
        aria-label={`${what}. Everything in it can be read as a list: press L.`}
        data-canvas
      />
      {menu && <NodeMenu place={menu} onClose={() => setMenu(null)} />}
    </>
  );
}

/** The canvas: lays the view out for its size and hands it to the renderer. */
export function GraphCanvas(props: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const scene = useScene(props, useSize(frame));
  return (
    <div className="canvas-frame" ref={frame}>
      {scene && (
        <SceneCanvas scene={scene} data={props.data} forward={props.forward} isPreview={props.isPreview} />
      )}
    </div>
  );
}
