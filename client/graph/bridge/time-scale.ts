/** A monotone scale from years to pixels in which empty stretches are short, and the years to write at its foot. */
export interface TimeScale {
  readonly x: (year: number) => number;
  readonly ticks: readonly { readonly year: number; readonly x: number }[];
}

/** How much of a normal year's width a year without anything near it gets. */
const EMPTY_YEAR_SHARE = 0.12;

function weightsOf(years: readonly number[], first: number, last: number): readonly number[] {
  const busy = new Set(years.map((year) => Math.floor(year)));
  return Array.from({ length: last - first + 1 }, (_, offset) => {
    const year = first + offset;
    return busy.has(year) || busy.has(year - 1) || busy.has(year + 1) ? 1 : EMPTY_YEAR_SHARE;
  });
}

/** Ticks at whole years, as even as the width allows: every year, every second, every fifth. */
function chooseTicks(first: number, last: number, x: (year: number) => number, minGapPx: number) {
  const wanted = Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
  const rank = (year: number): number => (year % 10 === 0 ? 0 : year % 2 === 0 ? 1 : 2);
  const chosen: { year: number; x: number }[] = [];
  for (const level of [0, 1, 2]) {
    for (const year of wanted.filter((candidate) => rank(candidate) === level)) {
      const at = x(year);
      if (chosen.every((tick) => Math.abs(tick.x - at) >= minGapPx)) chosen.push({ year, x: at });
    }
  }
  return chosen.toSorted((a, b) => a.year - b.year);
}

/**
 * @param years dates of the marks, in years with a fraction
 * @param minGapPx least distance between two written years
 */
export function createTimeScale(
  years: readonly number[],
  low: number,
  high: number,
  minGapPx = 44,
): TimeScale {
  if (years.length === 0) return { x: () => low, ticks: [] };
  const first = Math.floor(Math.min(...years));
  const last = Math.floor(Math.max(...years));
  const weights = weightsOf(years, first, last);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const starts: number[] = [0];
  for (const weight of weights) starts.push(starts[starts.length - 1]! + weight);
  const x = (year: number): number => {
    const clamped = Math.min(Math.max(year, first), last + 1);
    const place = Math.min(Math.floor(clamped) - first, weights.length - 1);
    const share = (starts[place]! + (clamped - first - place) * weights[place]!) / total;
    return low + share * (high - low);
  };
  return { x, ticks: chooseTicks(first, last + 1, x, minGapPx) };
}
