import { useEffect, useRef, type RefObject } from 'react';

import type { Focus } from '../../graph/focus.ts';
import type { Scene } from '../../graph/scene.ts';
import { createGraphView, type GraphView, type GraphViewEvents } from '../../render/graph-view.ts';
import { exposeTestHook } from '../../render/test-hook.ts';
import type { CameraPlace } from '../../state/view-state.ts';
import { useExplorer } from '../explorer-context.ts';

interface Shown {
  readonly scene: Scene;
  readonly focus: Focus;
  readonly camera: CameraPlace | null;
  /** Changes with the theme. */
  readonly theme: string;
}

/** Keeps a renderer in an element while it is on the page, and tells it what to show. */
export function useGraphView(
  container: RefObject<HTMLElement | null>,
  events: GraphViewEvents,
  shown: Shown,
): void {
  const { registerCanvas } = useExplorer();
  const view = useRef<GraphView | null>(null);
  const { scene, focus, camera, theme } = shown;
  useEffect(() => {
    if (!container.current) return;
    const created = createGraphView(container.current, events);
    const unregister = registerCanvas(created.camera);
    const hide = exposeTestHook(created);
    view.current = created;
    return () => {
      hide();
      unregister();
      view.current = null;
      created.destroy();
    };
  }, [container, events, registerCanvas]);
  // The renderer is there: it is made above, in the same commit.
  useEffect(() => {
    view.current?.show(scene);
  }, [scene]);
  useEffect(() => view.current?.focus(focus), [focus]);
  useEffect(() => view.current?.camera.set(camera), [camera]);
  useEffect(() => recolourWith(view.current, theme), [theme]);
}

/** Reads the colours now and whenever the system's preference changes. */
function recolourWith(view: GraphView | null, theme: string): (() => void) | undefined {
  if (!view) return undefined;
  view.recolour();
  if (theme !== 'system') return undefined;
  const media = window.matchMedia('(prefers-color-scheme: dark)');
  const recolour = (): void => view.recolour();
  media.addEventListener('change', recolour);
  return () => media.removeEventListener('change', recolour);
}
