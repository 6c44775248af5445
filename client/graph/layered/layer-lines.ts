import { RELATIONSHIPS } from '../../../server/contract/vocabulary.ts';
import { edgeStyle } from '../line-style.ts';
import { numberOf } from '../read-node.ts';
import type { Strand } from './build-layers.ts';
import type { Curve, LayerLine } from './layered-picture.ts';

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Between two lines of the same pair. */
export const PARALLEL_GAP_PX = 22;
/** A point in the middle of a cubic moves three quarters as far as its control points. */
const MIDDLE_SHARE = 0.75;
const NODE_RADIUS_PX = 9;
const BULGE_PX = 46;

/** How far each line stands off the straight one between its ends; lines of one pair stand evenly beside each other. */
function offsetsOf(strands: readonly Strand[]): readonly number[] {
  const pairs = strands.map(({ keys }) => keys.join('\n'));
  const seen = new Map<string, number>();
  return pairs.map((pair) => {
    const place = seen.get(pair) ?? 0;
    seen.set(pair, place + 1);
    const count = pairs.filter((other) => other === pair).length;
    return (place - (count - 1) / 2) * PARALLEL_GAP_PX;
  });
}

function levelCurve(from: Spot, to: Spot, offset: number): Curve {
  const middle = (from.x + to.x) / 2;
  const bend = offset / MIDDLE_SHARE;
  return {
    x0: from.x,
    y0: from.y,
    x1: middle,
    y1: from.y + bend,
    x2: middle,
    y2: to.y + bend,
    x3: to.x,
    y3: to.y,
  };
}

/** A line between two entities of one column leaves and arrives on the right. */
function sideCurve(from: Spot, to: Spot, offset: number): Curve {
  const out = from.x + BULGE_PX + Math.abs(offset);
  return { x0: from.x, y0: from.y, x1: out, y1: from.y, x2: out, y2: to.y, x3: to.x, y3: to.y };
}

function curvesOf(spots: readonly Spot[], offset: number): readonly Curve[] {
  const [first] = spots;
  const last = spots.at(-1);
  if (!first || !last) return [];
  if (spots.length === 2)
    return [first.x === last.x ? sideCurve(first, last, offset) : levelCurve(first, last, offset)];
  // A long line keeps its distance at the gates and bends only towards its ends.
  const shifted = spots.map((spot, place) =>
    place === 0 || place === spots.length - 1 ? spot : { x: spot.x, y: spot.y + offset },
  );
  return shifted.slice(1).map((to, place) => levelCurve(shifted[place] ?? to, to, 0));
}

function isUndirected(type: string): boolean {
  return (
    (RELATIONSHIPS as Readonly<Record<string, { readonly undirected: boolean }>>)[type]?.undirected ?? false
  );
}

function tipOf({ edge, keys }: Strand, spots: readonly Spot[]): LayerLine['tip'] {
  const target = edge.target === keys[0] ? spots[0] : spots.at(-1);
  if (!target || isUndirected(edge.type)) return null;
  const isRightwards = edge.target !== keys[0] && spots[0]?.x !== spots.at(-1)?.x;
  return { x: target.x + (isRightwards ? -NODE_RADIUS_PX : NODE_RADIUS_PX), y: target.y, isRightwards };
}

/** Heavier with more passages, as on the bridge. */
function widthOf(strand: Strand): number {
  const passages = numberOf(strand.edge, 'passages') ?? 1;
  return Math.min(3, 1.1 + 0.35 * Math.log2(Math.max(1, passages)));
}

/** The lines of the picture without their words. */
export function layerLines(strands: readonly Strand[], spotOf: (key: string) => Spot): readonly LayerLine[] {
  const offsets = offsetsOf(strands);
  return strands.map((strand, place) => {
    const spots = strand.keys.map(spotOf);
    return {
      edge: strand.edge,
      curves: curvesOf(spots, offsets[place] ?? 0),
      style: edgeStyle(strand.edge),
      widthPx: widthOf(strand),
      label: null,
      tip: tipOf(strand, spots),
    };
  });
}
