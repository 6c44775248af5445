import type { GraphEdge, GraphNode } from '../../../server/contract/graph.ts';
import type { Box } from '../bridge/picture-types.ts';
import type { LineStyle } from '../line-style.ts';

/** The canvas the layers are placed on; lengths are CSS pixels, y grows downwards. */
export interface LayeredCanvas {
  readonly widthPx: number;
  readonly heightPx: number;
  /** A small picture above the list on a phone: the ends alone are named. */
  readonly isMiniature: boolean;
  /** Width of a text in the page's typeface. */
  readonly measure: (text: string, sizePx: number) => number;
}

export interface TextBlock {
  readonly lines: readonly string[];
  /** The middle of each line. */
  readonly x: number;
  /** The middle of the first line. */
  readonly y: number;
  readonly sizePx: number;
  readonly box: Box;
}

export interface LayerNode {
  readonly node: GraphNode;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  /** It was asked for: the paths begin or end here. */
  readonly isEnd: boolean;
  readonly label: TextBlock | null;
}

/** A cubic curve: its ends and its two control points. */
export interface Curve {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly x3: number;
  readonly y3: number;
}

export interface LayerLine {
  readonly edge: GraphEdge;
  /** Through the columns it crosses, from the column further left. */
  readonly curves: readonly Curve[];
  readonly style: LineStyle;
  readonly widthPx: number;
  /** What the relationship says. */
  readonly label: TextBlock | null;
  /** Where it points: into the target; null where it has no direction. */
  readonly tip: { readonly x: number; readonly y: number; readonly isRightwards: boolean } | null;
}

export interface LayeredPicture {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly isMiniature: boolean;
  /** So many rows that only the lines that are looked at say what they are. */
  readonly isDense: boolean;
  readonly nodes: readonly LayerNode[];
  readonly lines: readonly LayerLine[];
}

/** The point of a curve at t in 0 … 1. */
export function curvePoint(curve: Curve, t: number): { readonly x: number; readonly y: number } {
  const u = 1 - t;
  const mix = (a: number, b: number, c: number, d: number): number =>
    u ** 3 * a + 3 * u * u * t * b + 3 * u * t * t * c + t ** 3 * d;
  return {
    x: mix(curve.x0, curve.x1, curve.x2, curve.x3),
    y: mix(curve.y0, curve.y1, curve.y2, curve.y3),
  };
}

/** The point after a share of a line of several curves, 0 … 1. */
export function linePoint(
  curves: readonly Curve[],
  share: number,
): { readonly x: number; readonly y: number } {
  const whole = Math.min(curves.length - 1, Math.floor(share * curves.length));
  const curve = curves[whole];
  return curve ? curvePoint(curve, share * curves.length - whole) : { x: 0, y: 0 };
}
