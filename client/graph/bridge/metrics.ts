import type { BridgeCanvas } from './picture-types.ts';

export const BEND_PX = 64;
export const MARK_GAP_PX = 15;
export const STAND_LABEL_PX = 12;
export const MARK_LABEL_PX = 11;
export const CAPTION_PX = 11;

/** Where the parts of the picture stand, from left to right. */
export interface Metrics {
  readonly leftX: number;
  readonly rightX: number;
  readonly bendPx: number;
  readonly captionPx: number;
  readonly gutterLow: number;
  readonly gutterHigh: number;
  readonly axisLow: number;
  readonly axisHigh: number;
  readonly topPx: number;
  readonly axisHeightPx: number;
}

/** @param undatedMarks most undated marks on any row: they need a gutter left of the time axis */
export function measureCanvas(canvas: BridgeCanvas, undatedMarks: number): Metrics {
  const { widthPx, isMiniature } = canvas;
  const share = (wide: number): number => Math.round(Math.min(wide, widthPx * 0.2));
  const leftX = isMiniature ? 12 : share(204);
  const rightX = widthPx - (isMiniature ? 12 : share(184));
  const bendPx = isMiniature ? 32 : Math.min(BEND_PX, Math.round(widthPx * 0.07));
  const gutterLow = leftX + bendPx + 10;
  const gutterHigh = gutterLow + Math.max(0, undatedMarks - 1) * MARK_GAP_PX;
  const axisLow = undatedMarks > 0 ? gutterHigh + (isMiniature ? 12 : 34) : gutterLow + 8;
  return {
    leftX,
    rightX,
    bendPx,
    captionPx: isMiniature ? 0 : Math.min(92, leftX * 0.46),
    gutterLow,
    gutterHigh,
    axisLow,
    axisHigh: rightX - bendPx - 10,
    topPx: 4,
    axisHeightPx: isMiniature ? 4 : 24,
  };
}
