import { NO_FOCUS, type Focus } from '../graph/focus.ts';
import type { Scene } from '../graph/scene.ts';
import type { Colours } from './colours.ts';
import { hoverFocus } from './hover-focus.ts';

/** What the canvas draws at the moment; the one mutable place of the renderer beside Sigma itself. */
export interface DrawState {
  colours: Colours;
  scene: Scene | null;
  focus: Focus;
  /** The entity under the pointer. */
  hovered: string | null;
}

export function createDrawState(colours: Colours): DrawState {
  return { colours, scene: null, focus: NO_FOCUS, hovered: null };
}

/** The focus of the view, or for the moment that of the pointer. */
export function shownFocus(state: DrawState): Focus {
  return state.hovered !== null && state.scene
    ? hoverFocus(state.scene, state.hovered, state.focus)
    : state.focus;
}
