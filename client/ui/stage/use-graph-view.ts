import { useEffect, useRef, type RefObject } from 'react';

import type { Focus } from '../../graph/focus.ts';
import type { Scene } from '../../graph/scene.ts';
import { createGraphView, type GraphView, type GraphViewEvents } from '../../render/graph-view.ts';
import type { CameraPlace } from '../../state/view-state.ts';

interface Shown {
  readonly scene: Scene;
  readonly focus: Focus;
  readonly camera: CameraPlace | null;
  /** Changes with the theme. */
  readonly theme: string;
}

/**
 * Keeps a renderer in an element while it is on the page, and tells it what to show.
 * @param announce makes the renderer known to others; its answer takes it away again
 */
export function useGraphView(
  container: RefObject<HTMLElement | null>,
  events: GraphViewEvents,
  shown: Shown,
  announce: (view: GraphView) => () => void,
): void {
  const view = useRef<GraphView | null>(null);
  const { scene, focus, camera, theme } = shown;
  useEffect(() => {
    if (!container.current) return;
    const created = createGraphView(container.current, events);
    const withdraw = announce(created);
    view.current = created;
    return () => {
      withdraw();
      view.current = null;
      created.destroy();
    };
  }, [container, events, announce]);
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
