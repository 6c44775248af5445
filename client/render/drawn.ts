import type { PlacedText } from '../graph/bridge/picture-types.ts';

/** Attributes of a node in Sigma's graph. */
export interface DrawnNode {
  x: number;
  y: number;
  size: number;
  color: string;
  fill: string;
  shape: number;
  label: string;
  forceLabel: boolean;
  zIndex: number;
  /** The entity it stands for: several nodes of the bridge may stand for one. */
  entity: string;
  tone: Tone;
  /** A label whose place the layout computed, relative to the node. */
  placedLabel: {
    readonly text: PlacedText;
    readonly dx: number;
    readonly dy: number;
    readonly halo: string;
  } | null;
  /** What the hover says. */
  title: string;
  isMark: boolean;
}

/** Which colour of the theme a node has. */
export type Tone = 'left' | 'right' | 'elsewhere' | 'ink' | 'muted';

export interface DrawnEdge {
  size: number;
  color: string;
  type: string;
  curvature: number;
  zIndex: number;
}
