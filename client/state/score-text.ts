const DIGITS = 3;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** Smaller numbers are shorter as a power of ten. */
const PLAIN_FROM = 0.001;

function powerOfTen(exponent: number): string {
  const digits = [...String(Math.abs(exponent))].map((digit) => SUPERSCRIPTS[Number(digit)] ?? '');
  return `10${exponent < 0 ? '⁻' : ''}${digits.join('')}`;
}

/** A number above 0 with three digits that count: `0.605`, `1`, `2.13·10⁻⁶`. */
export function significant(value: number): string {
  if (value >= PLAIN_FROM || value <= 0) return String(Number(value.toPrecision(DIGITS)));
  const [mantissa, exponent] = value.toExponential(DIGITS - 1).split('e');
  return `${Number(mantissa)}·${powerOfTen(Number(exponent))}`;
}

/** Breaks into two short lines, `92.8 %` and `of best`. */
const OF_BEST = '\u00a0% of\u00a0best';
/** Below 100, so that what only comes near the best is not called as good. */
const NEAR_BEST = 99.9;

/**
 * A score beside the best one of its list: a product of up to sixty factors tells nothing by itself, its share of
 * another does.
 * @param score above 0 and at most `best`
 */
export function shareOfBest(score: number, best: number): string {
  if (score >= best) return 'best';
  return `${significant(Math.min(NEAR_BEST, (100 * score) / best))}${OF_BEST}`;
}
