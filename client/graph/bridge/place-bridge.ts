import type { Band, BridgeModel } from './bridge-types.ts';
import { BAND_PADDING_PX, fitBands, linesOf, STRIP_PX, type FittedBands } from './fit-bands.ts';
import { CAPTION_PX, measureCanvas, type Metrics } from './metrics.ts';
import type {
  BridgeCanvas,
  BridgePicture,
  PlacedBand,
  PlacedLink,
  PlacedMark,
  PlacedRow,
  PlacedStand,
} from './picture-types.ts';
import { countStands, placeBends, placeRow, placeTies } from './place-links.ts';
import { placeRowMarks, stripMarks } from './place-marks.ts';
import { placeCaption, placeStands, textAt } from './place-stands.ts';
import { createTimeScale, type TimeScale } from './time-scale.ts';

interface Parts {
  readonly bands: PlacedBand[];
  readonly stands: PlacedStand[];
  readonly marks: PlacedMark[];
  readonly rows: PlacedRow[];
  readonly links: PlacedLink[];
}

interface Frame {
  readonly canvas: BridgeCanvas;
  readonly metrics: Metrics;
  readonly scale: TimeScale;
  readonly pitchPx: number;
}

function allMarks(model: BridgeModel) {
  return model.bands.flatMap((band) => band.rows.flatMap((row) => row.marks));
}

/** In a miniature every band is open and the rows share what height there is. */
function fit(
  model: BridgeModel,
  canvas: BridgeCanvas,
  availablePx: number,
): FittedBands & { paddingPx: number } {
  if (!canvas.isMiniature) {
    return { ...fitBands(model.bands, canvas.openBands, availablePx), paddingPx: BAND_PADDING_PX };
  }
  const lines = model.bands.reduce((sum, band) => sum + linesOf(band), 0);
  const paddingPx = 2;
  const pitchPx = Math.min(8, (availablePx - model.bands.length * paddingPx) / Math.max(1, lines));
  return { pitchPx, closed: new Set(), heightPx: availablePx, paddingPx };
}

function placeOpenBand(
  frame: Frame,
  band: Band,
  top: number,
  heightPx: number,
  isShaded: boolean,
  parts: Parts,
): void {
  const { canvas, metrics, scale, pitchPx } = frame;
  const lines = linesOf(band);
  const padding = (heightPx - lines * pitchPx) / 2;
  const low = top + padding + pitchPx / 2;
  const high = top + heightPx - padding - pitchPx / 2;
  const first = (low + high) / 2 - ((band.rows.length - 1) * pitchPx) / 2;
  const rowY = new Map(band.rows.map((row, place) => [row.key, first + place * pitchPx]));
  const captions = placeCaption(canvas, metrics, {
    caption: band.caption,
    y: top,
    heightPx,
    isClosed: false,
  });
  const stands = placeStands(canvas, metrics, band, { low, high, pitchPx, rowY, captions });
  parts.stands.push(...stands);
  for (const row of band.rows) {
    const y = rowY.get(row.key) ?? low;
    const marks = placeRowMarks(canvas, metrics, scale, {
      key: row.key,
      bandId: band.id,
      marks: row.marks,
      y,
    });
    parts.marks.push(...marks);
    parts.rows.push(placeRow(row, band.id, y, metrics, marks));
    parts.links.push(...placeBends(row, y, metrics, stands));
  }
  parts.bands.push({
    id: band.id,
    y: top,
    heightPx,
    isClosed: false,
    isShaded,
    caption: captions,
    notes: [],
  });
}

function placeStrip(frame: Frame, band: Band, top: number, isShaded: boolean, parts: Parts): void {
  const { canvas, metrics, scale } = frame;
  const y = top + STRIP_PX / 2;
  const marks = stripMarks(band, metrics);
  parts.marks.push(
    ...placeRowMarks(canvas, metrics, scale, { key: `strip|${band.id}`, bandId: band.id, marks, y }),
  );
  const caption = placeCaption(canvas, metrics, {
    caption: `▸ ${band.caption}`,
    y: top,
    heightPx: STRIP_PX,
    isClosed: true,
  });
  const text = countStands(band);
  const widthPx = canvas.measure(text, CAPTION_PX);
  const notes = [textAt(text, metrics.rightX + 10, y, 'left', CAPTION_PX, widthPx)];
  parts.bands.push({ id: band.id, y: top, heightPx: STRIP_PX, isClosed: true, isShaded, caption, notes });
}

/** Puts a bridge on a canvas: pure, so that the same model and size give the same picture to the pixel. */
export function placeBridge(model: BridgeModel, canvas: BridgeCanvas): BridgePicture {
  const marks = allMarks(model);
  const undated = Math.max(
    0,
    ...model.bands.flatMap((band) =>
      band.rows.map((row) => row.marks.filter(({ year }) => year === null).length),
    ),
  );
  const metrics = measureCanvas(canvas, undated);
  const years = marks.map((mark) => mark.year).filter((year): year is number => year !== null);
  const scale = createTimeScale(years, metrics.axisLow, metrics.axisHigh);
  const fitted = fit(model, canvas, canvas.heightPx - metrics.topPx - metrics.axisHeightPx);
  const frame: Frame = { canvas, metrics, scale, pitchPx: fitted.pitchPx };
  const parts: Parts = { bands: [], stands: [], marks: [], rows: [], links: [] };
  let top = metrics.topPx;
  model.bands.forEach((band, place) => {
    const isClosed = fitted.closed.has(band.id);
    const heightPx = isClosed ? STRIP_PX : linesOf(band) * fitted.pitchPx + fitted.paddingPx;
    if (isClosed) placeStrip(frame, band, top, place % 2 === 1, parts);
    else placeOpenBand(frame, band, top, heightPx, place % 2 === 1, parts);
    top += heightPx;
  });
  const ticks = scale.ticks.map(({ year, x }) => ({ text: String(year), x }));
  if (undated > 0) ticks.unshift({ text: 'no date', x: (metrics.gutterLow + metrics.gutterHigh) / 2 });
  return {
    widthPx: canvas.widthPx,
    heightPx: Math.max(canvas.heightPx, top + metrics.axisHeightPx),
    isMiniature: canvas.isMiniature,
    leftX: metrics.leftX,
    rightX: metrics.rightX,
    ...parts,
    ties: placeTies(parts.stands),
    axis: { y: top + metrics.axisHeightPx / 2, ticks: canvas.isMiniature ? [] : ticks },
  };
}
