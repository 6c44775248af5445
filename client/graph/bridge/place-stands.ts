import type { Band, Stand } from './bridge-types.ts';
import { ellipsize, wrapText } from './ellipsize.ts';
import { CAPTION_PX, STAND_LABEL_PX, type Metrics } from './metrics.ts';
import type { Box, BridgeCanvas, PlacedStand, PlacedText } from './picture-types.ts';
import { spread } from './spread.ts';

const LABEL_GAP_PX = 10;
const EDGE_PX = 8;

export function suffixOf(folded: readonly string[]): string {
  return folded.length > 0 ? ` +${folded.length}` : '';
}

/** The caption of a band at its upper left, in up to two lines, of which labels keep clear. */
export function placeCaption(
  canvas: BridgeCanvas,
  metrics: Metrics,
  band: {
    readonly caption: string;
    readonly y: number;
    readonly heightPx: number;
    readonly isClosed: boolean;
  },
): readonly PlacedText[] {
  if (canvas.isMiniature) return [];
  const measure = (text: string): number => canvas.measure(text, CAPTION_PX);
  const lineHeight = CAPTION_PX + 2;
  const maxLines = band.isClosed ? 1 : Math.max(1, Math.min(3, Math.floor((band.heightPx - 6) / lineHeight)));
  const maxPx = maxLines === 1 ? metrics.captionPx * 1.35 : metrics.captionPx;
  const lines = wrapText(band.caption, maxPx, maxLines, measure);
  const first = band.isClosed ? band.y + band.heightPx / 2 : band.y + 11;
  return lines.map((text, line) =>
    textAt(text, EDGE_PX, first + line * lineHeight, 'left', CAPTION_PX, measure(text)),
  );
}

export function textAt(
  text: string,
  x: number,
  y: number,
  align: 'left' | 'right',
  sizePx: number,
  widthPx: number,
): PlacedText {
  const box: Box = {
    x: align === 'left' ? x : x - widthPx,
    y: y - sizePx / 2 - 1,
    width: widthPx,
    height: sizePx + 2,
  };
  return { text, x, y, align, sizePx, box };
}

function labelRoom(
  canvas: BridgeCanvas,
  metrics: Metrics,
  side: Stand['side'],
  y: number,
  captions: readonly PlacedText[],
) {
  if (side === 'right') return canvas.widthPx - EDGE_PX - (metrics.rightX + LABEL_GAP_PX);
  const nearest = captions.filter((line) => Math.abs(line.y - y) < STAND_LABEL_PX + 1);
  const taken = Math.max(0, ...nearest.map((line) => line.box.x + line.box.width));
  return metrics.leftX - LABEL_GAP_PX - Math.max(EDGE_PX, taken + EDGE_PX);
}

function placeLabel(
  canvas: BridgeCanvas,
  metrics: Metrics,
  stand: Stand,
  y: number,
  captions: readonly PlacedText[],
): PlacedText | null {
  if (canvas.isMiniature) return null;
  const room = labelRoom(canvas, metrics, stand.side, y, captions);
  const measure = (text: string): number => canvas.measure(text, STAND_LABEL_PX);
  const { text, widthPx } = ellipsize(stand.node.caption, suffixOf(stand.folded), room, measure);
  const x = stand.side === 'left' ? metrics.leftX - LABEL_GAP_PX : metrics.rightX + LABEL_GAP_PX;
  return textAt(text, x, y, stand.side === 'left' ? 'right' : 'left', STAND_LABEL_PX, widthPx);
}

/** The stands of an open band: each as near as possible to the mean of its rows, a line apart. */
export function placeStands(
  canvas: BridgeCanvas,
  metrics: Metrics,
  band: Band,
  place: {
    readonly low: number;
    readonly high: number;
    readonly pitchPx: number;
    readonly rowY: ReadonlyMap<string, number>;
    readonly captions: readonly PlacedText[];
  },
): readonly PlacedStand[] {
  return (['left', 'right'] as const).flatMap((side) => {
    const stands = band[side];
    const wishes = stands.map((stand) => {
      const rows = band.rows
        .filter((row) => row[side].includes(stand.id))
        .map((row) => place.rowY.get(row.key) ?? place.low);
      return rows.reduce((sum, y) => sum + y, 0) / Math.max(1, rows.length);
    });
    const ys = spread(wishes, place.pitchPx, place.low, place.high);
    return stands.map((stand, index): PlacedStand => {
      const y = ys[index] ?? place.low;
      return {
        key: stand.isHome ? stand.id : `${band.id}:${stand.id}`,
        stand,
        bandId: band.id,
        x: side === 'left' ? metrics.leftX : metrics.rightX,
        y,
        label: placeLabel(canvas, metrics, stand, y, place.captions),
      };
    });
  });
}
