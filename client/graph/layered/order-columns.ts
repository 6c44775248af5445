/** A line between an item of one column and one of the next, by their keys. */
export type Tie = readonly [string, string];

const SWEEPS_MAX = 12;

function placesOf(columns: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  return new Map(columns.flatMap((column) => column.map((key, place) => [key, place] as const)));
}

/** Pairs of lines that cross, over all gaps between columns. */
export function countCrossings(
  columns: readonly (readonly string[])[],
  ties: readonly (readonly Tie[])[],
): number {
  const places = placesOf(columns);
  let crossings = 0;
  for (const gap of ties) {
    const lines = gap.map(([left, right]) => [places.get(left) ?? 0, places.get(right) ?? 0] as const);
    lines.forEach(([left, right], place) => {
      for (const [otherLeft, otherRight] of lines.slice(place + 1)) {
        if ((left - otherLeft) * (right - otherRight) < 0) crossings += 1;
      }
    });
  }
  return crossings;
}

/** Sorts a column by the mean place of what each item is tied to; what is tied to nothing keeps its place. */
function sortByMean(
  column: readonly string[],
  tied: ReadonlyMap<string, readonly number[]>,
): readonly string[] {
  const mean = (key: string, place: number): number => {
    const places = tied.get(key) ?? [];
    return places.length === 0 ? place : places.reduce((sum, other) => sum + other, 0) / places.length;
  };
  return column
    .map((key, place) => ({ key, place, mean: mean(key, place) }))
    .toSorted((a, b) => a.mean - b.mean || a.place - b.place)
    .map(({ key }) => key);
}

function tiedPlaces(
  beside: readonly string[],
  gap: readonly Tie[],
  from: 0 | 1,
): ReadonlyMap<string, readonly number[]> {
  const places = new Map(beside.map((key, place) => [key, place]));
  const tied = new Map<string, number[]>();
  for (const tie of gap) {
    const own = tie[from === 0 ? 1 : 0];
    tied.set(own, [...(tied.get(own) ?? []), places.get(tie[from]) ?? 0]);
  }
  return tied;
}

function sweep(
  columns: readonly (readonly string[])[],
  ties: readonly (readonly Tie[])[],
  isRightwards: boolean,
) {
  const next = [...columns];
  const order = columns.map((_, place) => place);
  for (const place of isRightwards ? order.slice(1) : order.toReversed().slice(1)) {
    const beside = next[isRightwards ? place - 1 : place + 1] ?? [];
    const gap = ties[isRightwards ? place - 1 : place] ?? [];
    next[place] = sortByMean(next[place] ?? [], tiedPlaces(beside, gap, isRightwards ? 0 : 1));
  }
  return next;
}

/**
 * Orders every column so that few lines cross: barycentre sweeps to and fro (Sugiyama, Tagawa, Toda, 1981), of which the
 * best order is kept; the given one where none is better. The same input gives the same order.
 * @param ties the lines of each gap between two neighbouring columns
 */
export function orderColumns(
  columns: readonly (readonly string[])[],
  ties: readonly (readonly Tie[])[],
): readonly (readonly string[])[] {
  let best = columns;
  let least = countCrossings(columns, ties);
  let current = columns;
  for (let turn = 0; turn < SWEEPS_MAX && least > 0; turn += 1) {
    current = sweep(current, ties, turn % 2 === 0);
    const crossings = countCrossings(current, ties);
    if (crossings < least) {
      least = crossings;
      best = current;
    }
  }
  return best;
}
