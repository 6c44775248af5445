import type { Focus } from '../graph/focus.ts';
import { edgesIn, nearIn, type Scene } from '../graph/scene.ts';

/** What comes forward while the pointer rests on an entity: all that shares a row or a relationship with it. */
export function hoverFocus(scene: Scene, entity: string, focus: Focus): Focus {
  return {
    ...focus,
    nodes: nearIn(scene, entity),
    edges: edgesIn(scene, entity),
    ties: new Set([entity]),
    isDimming: true,
  };
}
