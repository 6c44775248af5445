import {
  collapseWhiteSpace,
  normaliseText,
  paragraphAt,
  sha256OfText,
} from '../../server/evidence/normalise-text.ts';

/** Where a quotation stands in a normalised text. */
export interface Locator {
  readonly paragraph: number;
  /** UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly sha256: string;
}

/** The place that shares the longest run with a quotation that does not occur. */
export interface NearestPlace {
  readonly paragraph: number;
  readonly start: number;
  /** What the text says there. */
  readonly text: string;
  /** How many UTF-16 units of the quotation are the same there. */
  readonly matching: number;
}

export type Finding =
  | { readonly kind: 'once'; readonly locator: Locator }
  | { readonly kind: 'several'; readonly locators: readonly Locator[] }
  | { readonly kind: 'none'; readonly nearest: NearestPlace | null };

const CONTEXT = 60;
/** Fewer characters in common are no likeness. */
const MIN_MATCHING = 4;
const MAX_STARTS = 200;

/**
 * Looks a quotation up. White space and the Unicode form of the quotation do not matter; it may run over paragraphs.
 * @param text a normalised text
 */
export function findQuotation(text: string, quotation: string): Finding {
  const wanted = collapseWhiteSpace(normaliseText(quotation));
  if (wanted === '') return { kind: 'none', nearest: null };
  // Of the same length as the text, so that offsets stay.
  const flat = text.replaceAll('\n', ' ');
  const locators: Locator[] = [];
  for (let at = flat.indexOf(wanted); at !== -1; at = flat.indexOf(wanted, at + 1)) {
    locators.push(locate(text, at, at + wanted.length));
  }
  const [first] = locators;
  if (first === undefined) return { kind: 'none', nearest: findNearest(text, flat, wanted) };
  return locators.length === 1 ? { kind: 'once', locator: first } : { kind: 'several', locators };
}

function locate(text: string, start: number, end: number): Locator {
  return { paragraph: paragraphAt(text, start), start, end, sha256: sha256OfText(text.slice(start, end)) };
}

/** The longest run of the quotation, from any of its words on and whatever its case, that occurs; found by halving. */
function findNearest(text: string, flat: string, wanted: string): NearestPlace | null {
  const haystack = flat.toLowerCase();
  // Lower case may change the length of a text; then offsets would lie.
  const isSameLength = haystack.length === flat.length;
  const within = isSameLength ? haystack : flat;
  const needle = isSameLength ? wanted.toLowerCase() : wanted;
  let best: { start: number; matching: number } | null = null;
  for (const offset of wordStarts(needle)) {
    const part = needle.slice(offset);
    const matching = longestPrefix(within, part);
    if (matching <= Math.max(best?.matching ?? 0, Math.min(MIN_MATCHING, part.length) - 1)) continue;
    best = { start: within.indexOf(part.slice(0, matching)), matching };
  }
  if (best === null) return null;
  const shown = flat.slice(best.start, best.start + Math.max(CONTEXT, wanted.length));
  return { paragraph: paragraphAt(text, best.start), text: shown, ...best };
}

/** The beginnings of its words. */
function wordStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf(' '); at !== -1 && starts.length < MAX_STARTS; at = text.indexOf(' ', at + 1))
    starts.push(at + 1);
  return starts;
}

function longestPrefix(haystack: string, needle: string): number {
  let low = 0;
  let high = needle.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (haystack.includes(needle.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}
