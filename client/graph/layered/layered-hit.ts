import { curvePoint, type LayeredPicture, type LayerLine, type LayerNode } from './layered-picture.ts';

export type LayeredHit =
  { readonly kind: 'node'; readonly node: LayerNode } | { readonly kind: 'line'; readonly line: LayerLine };

const REACH_PX = 6;
const CURVE_STEPS = 24;

function isInLabel({ label }: Pick<LayerNode, 'label'>, x: number, y: number): boolean {
  if (!label) return false;
  const { box } = label;
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

function distanceTo(line: LayerLine, x: number, y: number): number {
  const points = line.curves.flatMap((curve) =>
    Array.from({ length: CURVE_STEPS + 1 }, (_, step) => curvePoint(curve, step / CURVE_STEPS)),
  );
  return Math.min(...points.map((point) => Math.hypot(point.x - x, point.y - y)));
}

/** What of the layered layout lies under a point of the picture: a node or its name, else the nearest line or its words. */
export function hitLayered(picture: LayeredPicture, x: number, y: number): LayeredHit | null {
  const node = picture.nodes.find(
    (placed) => Math.hypot(placed.x - x, placed.y - y) <= 9 || isInLabel(placed, x, y),
  );
  if (node) return { kind: 'node', node };
  const worded = picture.lines.find((line) => isInLabel(line, x, y));
  if (worded) return { kind: 'line', line: worded };
  const [nearest] = picture.lines
    .map((line) => ({ line, distance: distanceTo(line, x, y) }))
    .toSorted((a, b) => a.distance - b.distance);
  return nearest && nearest.distance <= REACH_PX ? { kind: 'line', line: nearest.line } : null;
}
