import type { LineStyle } from '../graph/line-style.ts';

/** A line says its standing; that of a nearest miss says that there is no path. */
export type StrokeStyle = LineStyle | 'missed';

export const DASHES: Record<StrokeStyle, readonly number[]> = {
  solid: [],
  dashed: [7, 4],
  dotted: [1.5, 3.5],
  double: [],
  // Long and short in turn: dashes alone are a term that has passed, dots what was only discussed.
  missed: [10, 4, 2, 4],
};
/** Half the distance between the two lines of a dispute. */
const DOUBLE_OFFSET_PX = 1.5;

/** Strokes a line in the style of a standing; `trace` draws its path, shifted by the given pixels downwards. */
export function strokeStyled(
  context: CanvasRenderingContext2D,
  style: StrokeStyle,
  widthPx: number,
  trace: (shiftPx: number) => void,
): void {
  context.setLineDash([...DASHES[style]]);
  context.lineWidth = style === 'double' ? Math.max(0.9, widthPx * 0.7) : widthPx;
  for (const shift of style === 'double' ? [-DOUBLE_OFFSET_PX, DOUBLE_OFFSET_PX] : [0]) {
    context.beginPath();
    trace(shift);
    context.stroke();
  }
  context.setLineDash([]);
}
