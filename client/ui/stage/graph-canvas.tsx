import { useEffect, useMemo, useRef, useState } from 'react';

import type { BridgeModel } from '../../graph/bridge/bridge-types.ts';
import { placeBridge } from '../../graph/bridge/place-bridge.ts';
import { chooseForceScene } from '../../graph/force-scene.ts';
import type { Scene } from '../../graph/scene.ts';
import { createGraphView, type GraphView } from '../../render/graph-view.ts';
import { createTextMeasure } from '../../render/measure-text.ts';
import { exposeTestHook } from '../../render/test-hook.ts';
import type { AnswerMarks } from '../../state/answers.ts';
import type { KnownData } from '../../state/app-state.ts';
import { deriveFocus } from '../../state/derive-focus.ts';
import { shoresOf } from '../../state/derive-scene.ts';
import { useApp, useExplorer } from '../explorer-context.ts';
import { NodeMenu, type MenuPlace } from './node-menu.tsx';
import { useCanvasEvents } from './use-canvas-events.ts';
import { useFontsReady } from './use-fonts-ready.ts';
import { useSize } from './use-size.ts';

interface Props {
  readonly data: KnownData;
  readonly model: BridgeModel | null;
  readonly openBands: readonly string[];
  readonly answer: AnswerMarks;
  readonly isMiniature: boolean;
}

function useScene(
  { data, model, openBands, isMiniature }: Props,
  size: { width: number; height: number },
): Scene | null {
  const layout = useApp((state) => state.history.view.layout);
  const shown = useApp((state) => state.history.view.shown);
  const hidden = useApp((state) => state.history.view.hidden);
  const fonts = useFontsReady();
  const measure = useMemo(
    () => createTextMeasure(getComputedStyle(document.documentElement).getPropertyValue('--font')),
    // Widths differ once the page's own typeface has arrived.
    [fonts],
  );
  return useMemo((): Scene | null => {
    const { width, height } = size;
    if (width === 0 || height === 0) return null;
    const shores = shoresOf(data);
    if (layout === 'bridge' && model && shores) {
      const canvas = { widthPx: width, heightPx: height, isMiniature, openBands, measure };
      return { kind: 'bridge', picture: placeBridge(model, canvas), shores };
    }
    return { kind: 'force', force: chooseForceScene(data.graph, shown, hidden), shores };
  }, [data, model, openBands, isMiniature, size, layout, shown, hidden, measure]);
}

/** The canvas: hands scenes and focus to the renderer, and what a pointer did back to the commands. */
export function GraphCanvas(props: Props) {
  const { canvas } = useExplorer();
  const frame = useRef<HTMLDivElement>(null);
  const container = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const scene = useScene(props, size);
  const view = useApp((state) => state.history.view);
  const theme = useApp((state) => state.theme);
  const [graphView, setGraphView] = useState<GraphView | null>(null);
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const events = useCanvasEvents(setMenu);
  const hasSize = size.width > 0 && size.height > 0;

  useEffect(() => {
    if (!container.current || !hasSize) return;
    const created = createGraphView(container.current, events);
    const hide = exposeTestHook(created);
    canvas.current = created.camera;
    setGraphView(created);
    return () => {
      hide();
      canvas.current = null;
      setGraphView(null);
      created.destroy();
    };
  }, [canvas, events, hasSize]);
  useEffect(() => {
    if (graphView && scene) graphView.show(scene);
  }, [graphView, scene]);
  useEffect(() => {
    if (graphView && scene) graphView.focus(deriveFocus(view, props.data, scene, props.answer));
  }, [graphView, scene, view, props.data, props.answer]);
  useEffect(() => graphView?.camera.set(view.camera), [graphView, view.camera]);
  useEffect(() => {
    if (!graphView) return;
    graphView.recolour();
    const media = window.matchMedia('(prefers-color-scheme: dark)');
    const recolour = (): void => graphView.recolour();
    media.addEventListener('change', recolour);
    return () => media.removeEventListener('change', recolour);
  }, [graphView, theme]);

  const what = view.layout === 'bridge' ? 'Bridge between the two shores' : 'Network';
  return (
    <div className="canvas-frame" ref={frame}>
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
    </div>
  );
}
