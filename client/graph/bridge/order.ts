/** A row as ordering sees it: the places of its parties on both shores, by id. */
export interface OrderRow {
  readonly key: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** Earliest date on the row; rows without one come last. */
  readonly year: number;
}

export interface BandOrder {
  readonly rows: readonly string[];
  readonly left: readonly string[];
  readonly right: readonly string[];
}

const SWEEPS = 8;

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function placesOf(ids: readonly string[]): ReadonlyMap<string, number> {
  return new Map(ids.map((id, place) => [id, place]));
}

/** Stands of a shore in the order of the mean place of their rows. */
function orderStands(rows: readonly OrderRow[], side: 'left' | 'right'): readonly string[] {
  const places = new Map<string, number[]>();
  rows.forEach((row, place) => {
    for (const id of row[side]) places.set(id, [...(places.get(id) ?? []), place]);
  });
  return [...places]
    .map(([id, list]) => ({ id, mean: mean(list) }))
    .toSorted((a, b) => a.mean - b.mean || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

function orderRows(
  rows: readonly OrderRow[],
  left: readonly string[],
  right: readonly string[],
): readonly OrderRow[] {
  const leftPlaces = placesOf(left);
  const rightPlaces = placesOf(right);
  const weigh = (row: OrderRow): number => {
    const sides: number[] = [];
    if (row.left.length > 0)
      sides.push(mean(row.left.map((id) => leftPlaces.get(id) ?? 0)) / Math.max(1, left.length));
    if (row.right.length > 0)
      sides.push(mean(row.right.map((id) => rightPlaces.get(id) ?? 0)) / Math.max(1, right.length));
    return mean(sides);
  };
  return rows
    .map((row) => ({ row, weight: weigh(row) }))
    .toSorted((a, b) => a.weight - b.weight || a.row.year - b.row.year || (a.row.key < b.row.key ? -1 : 1))
    .map(({ row }) => row);
}

/** Pairs of links that cross between a shore and the rows, over both shores. */
export function countCrossings(
  rows: readonly OrderRow[],
  left: readonly string[],
  right: readonly string[],
): number {
  let crossings = 0;
  for (const [side, ids] of [
    ['left', left],
    ['right', right],
  ] as const) {
    const places = placesOf(ids);
    const links = rows.flatMap((row, place) => row[side].map((id) => [place, places.get(id) ?? 0] as const));
    links.forEach(([row, stand], first) => {
      for (const [otherRow, otherStand] of links.slice(first + 1)) {
        if ((row - otherRow) * (stand - otherStand) < 0) crossings += 1;
      }
    });
  }
  return crossings;
}

/** Orders rows and stands of a band so that few links cross: barycentre sweeps, the best of them kept. Deterministic. */
export function orderBand(unordered: readonly OrderRow[]): BandOrder {
  let rows = unordered.toSorted((a, b) => a.year - b.year || (a.key < b.key ? -1 : 1));
  let best:
    | { rows: readonly OrderRow[]; left: readonly string[]; right: readonly string[]; crossings: number }
    | undefined;
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const left = orderStands(rows, 'left');
    const right = orderStands(rows, 'right');
    const crossings = countCrossings(rows, left, right);
    if (!best || crossings < best.crossings) best = { rows, left, right, crossings };
    if (crossings === 0) break;
    rows = [...orderRows(rows, left, right)];
  }
  if (!best) return { rows: [], left: [], right: [] };
  return { rows: best.rows.map((row) => row.key), left: best.left, right: best.right };
}
