import type {
  Box,
  BridgePicture,
  PlacedBand,
  PlacedLink,
  PlacedMark,
  PlacedRow,
  PlacedStand,
} from './picture-types.ts';

export type BridgeHit =
  | { readonly kind: 'stand'; readonly stand: PlacedStand }
  | { readonly kind: 'mark'; readonly mark: PlacedMark }
  | { readonly kind: 'link'; readonly link: PlacedLink }
  | { readonly kind: 'row'; readonly row: PlacedRow }
  | { readonly kind: 'band'; readonly band: PlacedBand };

const REACH_PX = 4;
const CURVE_STEPS = 12;

function isInside(box: Box, x: number, y: number): boolean {
  return x >= box.x - 2 && x <= box.x + box.width + 2 && y >= box.y - 1 && y <= box.y + box.height + 1;
}

/** A point of the bend at t in 0…1; its control points lie half way, so that it leaves and arrives level. */
export function bendPoint(link: PlacedLink, t: number): { readonly x: number; readonly y: number } {
  const middle = (link.x0 + link.x1) / 2;
  const u = 1 - t;
  return {
    x: u ** 3 * link.x0 + 3 * u * u * t * middle + 3 * u * t * t * middle + t ** 3 * link.x1,
    y: u ** 3 * link.y0 + 3 * u * u * t * link.y0 + 3 * u * t * t * link.y1 + t ** 3 * link.y1,
  };
}

function distanceToBend(link: PlacedLink, x: number, y: number): number {
  let least = Infinity;
  let from = bendPoint(link, 0);
  for (let step = 1; step <= CURVE_STEPS; step += 1) {
    const to = bendPoint(link, step / CURVE_STEPS);
    least = Math.min(least, distanceToSegment(from, to, x, y));
    from = to;
  }
  return least;
}

function distanceToSegment(
  a: { x: number; y: number },
  b: { x: number; y: number },
  x: number,
  y: number,
): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / length));
  return Math.hypot(x - a.x - t * dx, y - a.y - t * dy);
}

/** What of the bridge lies under a point of the picture: a label, a bend, a level row, else the band. */
export function hitTest(picture: BridgePicture, x: number, y: number): BridgeHit | null {
  const stand = picture.stands.find(
    (placed) =>
      Math.hypot(placed.x - x, placed.y - y) <= 7 ||
      (placed.label !== null && isInside(placed.label.box, x, y)),
  );
  if (stand) return { kind: 'stand', stand };
  const mark = picture.marks.find(
    (placed) =>
      Math.hypot(placed.x - x, placed.y - y) <= 7 ||
      (placed.label !== null && isInside(placed.label.box, x, y)),
  );
  if (mark) return { kind: 'mark', mark };
  const bends = picture.links
    .map((link) => ({ link, distance: distanceToBend(link, x, y) }))
    .toSorted((a, b) => a.distance - b.distance);
  if (bends[0] && bends[0].distance <= REACH_PX) return { kind: 'link', link: bends[0].link };
  const row = picture.rows.find(
    (placed) => Math.abs(placed.y - y) <= REACH_PX && x >= placed.x1 && x <= placed.x2,
  );
  if (row) return { kind: 'row', row };
  const band = picture.bands.find((placed) => y >= placed.y && y < placed.y + placed.heightPx);
  return band ? { kind: 'band', band } : null;
}
