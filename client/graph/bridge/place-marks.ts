import type { Band, Mark } from './bridge-types.ts';
import { ellipsize } from './ellipsize.ts';
import { markLabel } from './mark-label.ts';
import { MARK_GAP_PX, MARK_LABEL_PX, type Metrics } from './metrics.ts';
import type { BridgeCanvas, PlacedMark } from './picture-types.ts';
import { suffixOf, textAt } from './place-stands.ts';
import { spread } from './spread.ts';
import type { TimeScale } from './time-scale.ts';

const LABEL_OFFSET_PX = 8;
/** A cut label narrower than this says nothing: it is left out until hover. */
const LABEL_LEAST_PX = 44;
const LABEL_MOST_PX = 190;

/** The x of each mark: undated ones in the gutter, dated ones by time, at least 15 px apart. */
function markPlaces(
  marks: readonly Mark[],
  metrics: Metrics,
  scale: TimeScale,
): readonly (Mark & { x: number })[] {
  const undated = marks.filter((mark) => mark.year === null);
  const dated = marks
    .filter((mark) => mark.year !== null)
    .toSorted((a, b) => a.year! - b.year! || (a.id < b.id ? -1 : 1));
  const gutter = undated.map((_, place) => metrics.gutterLow + place * MARK_GAP_PX);
  const xs = spread(
    dated.map((mark) => scale.x(mark.year!)),
    MARK_GAP_PX,
    metrics.axisLow,
    metrics.axisHigh,
  );
  return [
    ...undated.map((mark, place) => ({ ...mark, x: gutter[place]! })),
    ...dated.map((mark, place) => ({ ...mark, x: xs[place]! })),
  ];
}

/** Labels right of their marks where there is room up to the next mark. */
function placeLabels(
  canvas: BridgeCanvas,
  metrics: Metrics,
  placed: readonly (Mark & { x: number })[],
  y: number,
): readonly PlacedMark['label'][] {
  if (canvas.isMiniature) return placed.map(() => null);
  const measure = (text: string): number => canvas.measure(text, MARK_LABEL_PX);
  return placed.map((mark, place) => {
    const next = placed[place + 1]?.x ?? metrics.axisHigh + 18;
    const start = mark.x + LABEL_OFFSET_PX;
    const room = Math.min(LABEL_MOST_PX, next - LABEL_OFFSET_PX - 2 - start);
    const suffix = suffixOf(mark.folded);
    const { text, widthPx } = ellipsize(markLabel(mark), suffix, room, measure);
    const isWhole = !text.includes('…');
    if (widthPx > room || (!isWhole && room < LABEL_LEAST_PX)) return null;
    return textAt(text, start, y, 'left', MARK_LABEL_PX, widthPx);
  });
}

/** Places the marks of one row. */
export function placeRowMarks(
  canvas: BridgeCanvas,
  metrics: Metrics,
  scale: TimeScale,
  row: { readonly key: string; readonly bandId: string; readonly marks: readonly Mark[]; readonly y: number },
): readonly PlacedMark[] {
  const placed = markPlaces(row.marks, metrics, scale);
  const labels = placeLabels(canvas, metrics, placed, row.y);
  return placed.map(({ x, ...mark }, place) => ({
    mark,
    rowKey: row.key,
    bandId: row.bandId,
    x,
    y: row.y,
    label: labels[place] ?? null,
  }));
}

/** All marks of a closed band on one line, as many as fit 15 px apart. */
export function stripMarks(band: Band, metrics: Metrics): readonly Mark[] {
  const marks = band.rows.flatMap((row) => row.marks);
  const gutterRoom = Math.floor((metrics.gutterHigh - metrics.gutterLow) / MARK_GAP_PX) + 1;
  const axisRoom = Math.floor((metrics.axisHigh - metrics.axisLow) / MARK_GAP_PX) + 1;
  const undated = marks.filter((mark) => mark.year === null).slice(0, gutterRoom);
  const dated = marks.filter((mark) => mark.year !== null).slice(0, axisRoom);
  return [...undated, ...dated];
}
