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
const LABEL_LEAST_PX = 60;
const LABEL_MOST_PX = 190;

type MarkAt = Mark & { readonly x: number };

/** The x of each mark: undated ones in the gutter, dated ones by time, at least 15 px apart. */
function markPlaces(marks: readonly Mark[], metrics: Metrics, scale: TimeScale): readonly MarkAt[] {
  const undated = marks.filter((mark) => mark.year === null);
  const dated = marks
    .flatMap((mark) => (mark.year === null ? [] : [{ mark, year: mark.year }]))
    .toSorted((a, b) => a.year - b.year || (a.mark.id < b.mark.id ? -1 : 1));
  const xs = spread(
    dated.map(({ year }) => scale.x(year)),
    MARK_GAP_PX,
    metrics.axisLow,
    metrics.axisHigh,
  );
  return [
    ...undated.map((mark, place) => ({ ...mark, x: metrics.gutterLow + place * MARK_GAP_PX })),
    ...dated.map(({ mark }, place) => ({ ...mark, x: xs[place] ?? metrics.axisLow })),
  ];
}

/** Labels right of their marks where there is room up to the next mark, else left, else cut, else none until hover. */
function placeLabels(
  canvas: BridgeCanvas,
  metrics: Metrics,
  placed: readonly MarkAt[],
  y: number,
): readonly PlacedMark['label'][] {
  if (canvas.isMiniature) return placed.map(() => null);
  const measure = (text: string): number => canvas.measure(text, MARK_LABEL_PX);
  let taken = metrics.gutterLow - LABEL_OFFSET_PX * 2;
  return placed.map((mark, place) => {
    const suffix = suffixOf(mark.folded);
    const { text: whole, widthPx } = ellipsize(markLabel(mark), suffix, LABEL_MOST_PX, measure);
    const next = placed[place + 1]?.x ?? metrics.axisHigh + 18;
    const start = mark.x + LABEL_OFFSET_PX;
    const room = next - LABEL_OFFSET_PX - 2 - start;
    const put = (text: string, x: number, align: 'left' | 'right', width: number): PlacedMark['label'] => {
      taken = align === 'left' ? x + width : mark.x + LABEL_OFFSET_PX;
      return textAt(text, x, y, align, MARK_LABEL_PX, width);
    };
    if (widthPx <= room) return put(whole, start, 'left', widthPx);
    const end = mark.x - LABEL_OFFSET_PX;
    if (end - widthPx > taken + 4) return put(whole, end, 'right', widthPx);
    const cut =
      room >= LABEL_LEAST_PX + measure(suffix) ? ellipsize(markLabel(mark), suffix, room, measure) : null;
    if (cut && cut.widthPx <= room) return put(cut.text, start, 'left', cut.widthPx);
    taken = mark.x + LABEL_OFFSET_PX;
    return null;
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
