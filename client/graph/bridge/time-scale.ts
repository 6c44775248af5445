/** A monotone scale from years to pixels in which empty stretches are short, and the years to write at its foot. */
export interface TimeScale {
  readonly x: (year: number) => number;
  readonly ticks: readonly { readonly year: number; readonly x: number }[];
}

/** How much of a normal year's width a year without anything near it gets. */
const EMPTY_YEAR_SHARE = 0.07;
/** Steps between written years, the closest that leaves room first. */
const TICK_STEPS = [1, 2, 5, 10] as const;

/** A year with much on it is wider, slowly more so; a year with nothing near it is narrow. */
function weightsOf(years: readonly number[], first: number, last: number): readonly number[] {
  const counts = new Map<number, number>();
  for (const year of years) counts.set(Math.floor(year), (counts.get(Math.floor(year)) ?? 0) + 1);
  return Array.from({ length: last - first + 1 }, (_, offset) => {
    const year = first + offset;
    const own = counts.get(year) ?? 0;
    if (own > 0) return 1 + Math.log2(own) * 0.4;
    return counts.has(year - 1) || counts.has(year + 1) ? 0.6 : EMPTY_YEAR_SHARE;
  });
}

/** Whole years at an even step, fewer where years are narrow. */
function chooseTicks(first: number, last: number, x: (year: number) => number, minGapPx: number) {
  const years = Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
  const widest = Math.max(0, ...years.slice(1).map((year) => x(year) - x(year - 1)));
  const step = TICK_STEPS.find((candidate) => candidate * widest * 0.8 >= minGapPx) ?? 10;
  const chosen: { year: number; x: number }[] = [];
  for (const year of years.filter((candidate) => candidate % step === 0).toReversed()) {
    const isNarrow = x(year + 1) - x(year) < widest / 3;
    if (isNarrow && year % 10 !== 0) continue;
    const nearest = chosen.at(-1);
    if (!nearest || nearest.x - x(year) >= minGapPx) chosen.push({ year, x: x(year) });
  }
  return chosen.toReversed();
}

/**
 * @param years dates of the marks, in years with a fraction
 * @param minGapPx least distance between two written years
 */
export function createTimeScale(
  years: readonly number[],
  low: number,
  high: number,
  minGapPx = 40,
): TimeScale {
  if (years.length === 0) return { x: () => low, ticks: [] };
  const first = Math.floor(Math.min(...years));
  const last = Math.floor(Math.max(...years));
  const weights = weightsOf(years, first, last);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const starts: number[] = [0];
  for (const weight of weights) starts.push((starts.at(-1) ?? 0) + weight);
  const x = (year: number): number => {
    const clamped = Math.min(Math.max(year, first), last + 1);
    const place = Math.min(Math.floor(clamped) - first, weights.length - 1);
    const share = ((starts[place] ?? 0) + (clamped - first - place) * (weights[place] ?? 0)) / total;
    return low + share * (high - low);
  };
  return { x, ticks: chooseTicks(first, last + 1, x, minGapPx) };
}
