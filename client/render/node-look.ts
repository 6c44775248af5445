import type { Focus } from '../graph/focus.ts';
import { mixColours, type Colours } from './colours.ts';
import type { DrawnNode, Tone } from './drawn.ts';

/** What is left of the colour of a node or text that steps back. */
const STEP_BACK = 0.72;

export function toneColour(colours: Colours, tone: Tone): string {
  return colours[tone];
}

/** Colour, size and order of a node under a focus. */
export function lookOf(
  node: DrawnNode,
  focus: Focus,
  colours: Colours,
): { color: string; fill: string; size: number; zIndex: number; isForward: boolean; isAccent: boolean } {
  const isAccent = focus.accents.has(node.entity);
  const isForward = isAccent || !focus.isDimming || focus.nodes.has(node.entity);
  const plain = isAccent ? colours.accent : toneColour(colours, node.tone);
  return {
    color: isForward ? plain : mixColours(plain, colours.paper, STEP_BACK),
    fill: colours.paper,
    size: isAccent ? node.size + 1.4 : node.size,
    zIndex: isAccent ? 5 : isForward ? node.zIndex + 1 : node.zIndex,
    isForward,
    isAccent,
  };
}

export function textColourOf(
  isForward: boolean,
  isAccent: boolean,
  isMark: boolean,
  colours: Colours,
): string {
  const plain = isAccent
    ? colours.accent
    : isMark
      ? mixColours(colours.ink, colours.muted, 0.5)
      : colours.ink;
  return isForward ? plain : mixColours(plain, colours.paper, 0.6);
}
