import type { Band, Row } from './bridge-types.ts';
import type { Metrics } from './metrics.ts';
import type { PlacedLink, PlacedMark, PlacedRow, PlacedStand, PlacedTie } from './picture-types.ts';

/** Weight is the evidence: 1 px for one passage, slowly more for more. */
export function lineWidth(passages: number): number {
  return Math.min(2.6, 0.9 + Math.log2(Math.max(1, passages)) * 0.35);
}

/** The level part of a row: gate to gate, or from its one gate to its farthest mark. */
export function placeRow(
  row: Row,
  bandId: string,
  y: number,
  metrics: Metrics,
  marks: readonly PlacedMark[],
): PlacedRow {
  const xs = marks.map((mark) => mark.x);
  const leftGate = metrics.leftX + metrics.bendPx;
  const rightGate = metrics.rightX - metrics.bendPx;
  return {
    key: row.key,
    bandId,
    y,
    x1: row.left.length > 0 ? leftGate : Math.min(rightGate, ...xs),
    x2: row.right.length > 0 ? rightGate : Math.max(leftGate, ...xs),
    style: row.style,
    widthPx: lineWidth(row.passages),
    parties: [...row.left, ...row.right],
    marks: row.marks.map((mark) => mark.id),
  };
}

/** The bends of a row, one for each party. */
export function placeBends(
  row: Row,
  y: number,
  metrics: Metrics,
  stands: readonly PlacedStand[],
): readonly PlacedLink[] {
  return (['left', 'right'] as const).flatMap((side) =>
    row[side].flatMap((party) => {
      const stand = stands.find((placed) => placed.stand.id === party && placed.stand.side === side);
      if (!stand) return [];
      const edges = row.edgesByParty.get(party) ?? [];
      const gate = side === 'left' ? metrics.leftX + metrics.bendPx : metrics.rightX - metrics.bendPx;
      const link: PlacedLink = {
        key: `${row.key}~${party}`,
        rowKey: row.key,
        party,
        side,
        x0: stand.x,
        y0: stand.y,
        x1: gate,
        y1: y,
        style: row.style,
        widthPx: lineWidth(row.passages),
        edges,
      };
      return [link];
    }),
  );
}

/** Faint lines along the shore from each home to the stops of the same organisation. */
export function placeTies(stands: readonly PlacedStand[]): readonly PlacedTie[] {
  const homes = new Map(
    stands.filter(({ stand }) => stand.isHome).map((placed) => [placed.stand.id, placed]),
  );
  return stands
    .filter(({ stand }) => !stand.isHome)
    .flatMap((stop) => {
      const home = homes.get(stop.stand.id);
      return home ? [{ id: stop.stand.id, side: stop.stand.side, x: stop.x, y1: home.y, y2: stop.y }] : [];
    });
}

/** How many institutions a strip hides. */
export function countStands(band: Band): string {
  const count = new Set([...band.left, ...band.right].map((stand) => stand.id)).size;
  return `open: ${count} ${count === 1 ? 'institution' : 'institutions'}`;
}
