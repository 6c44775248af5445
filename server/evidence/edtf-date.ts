import edtf from 'edtf';

import { AppError } from '../app-error.ts';

/** Days since 1970-01-01, both ends included. */
export interface DayInterval {
  readonly from: number;
  readonly to: number;
}

/** Stands for "always before" at the start of an interval: the smallest 32-bit integer. */
export const ALWAYS_BEFORE = -2_147_483_648;
/** Stands for "still" at the end of an interval: the largest 32-bit integer. */
export const STILL = 2_147_483_647;

const MILLISECONDS_PER_DAY = 86_400_000;
const ISO_DAY_LENGTH = 10;
const POINT = String.raw`\d{4}(?:-\d{2}(?:-\d{2})?)?`;
const END = String.raw`(?:${POINT}|\d{3}X)`;
const SUBSET = new RegExp(
  String.raw`^(?:${END}|${END}/(?:${END}|\.\.)|\.\./${END}|\{${POINT}(?:,${POINT}){1,19}\})$`,
);
const FORMS = '2016, 2016-11, 2016-11-11, 196X, 2018-04/2019-03, 2008/.., ../2015 or {2020-06-23,2020-06-29}';

/** Dates repeat: parsing one costs far more than finding it again. Emptied when full, so memory stays bounded. */
const parsed = new Map<string, DayInterval>();
const MAX_REMEMBERED = 50_000;

/**
 * The days a date of our EDTF subset spans: a year its whole year, an interval from the first day of its start to the
 * last day of its end, a set from its earliest to its latest day; an open start is ALWAYS_BEFORE, an open end STILL.
 * @throws AppError invalid-parameter when the text is not of the subset, names no day of the calendar, or ends before
 * it starts.
 */
export function parseEdtfDate(text: string): DayInterval {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  if (!SUBSET.test(text)) throw refuse(text, `is not a date; write it as ${FORMS}`);
  const interval = text.startsWith('{') ? parseSet(text) : parseOne(text);
  if (parsed.size >= MAX_REMEMBERED) parsed.clear();
  parsed.set(text, interval);
  return interval;
}

/** True when the text is a date of our subset. */
export function isEdtfDate(text: string): boolean {
  try {
    parseEdtfDate(text);
    return true;
  } catch {
    return false;
  }
}

/** True when two intervals share a day. */
export function overlaps(a: DayInterval, b: DayInterval): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** The day of an instant, in UTC. */
export function dayOf(milliseconds: number): number {
  return Math.floor(milliseconds / MILLISECONDS_PER_DAY);
}

function parseSet(text: string): DayInterval {
  const members = text.slice(1, -1).split(',').map(parseOne);
  return {
    from: Math.min(...members.map((member) => member.from)),
    to: Math.max(...members.map((member) => member.to)),
  };
}

function parseOne(text: string): DayInterval {
  const slash = text.indexOf('/');
  const start = slash === -1 ? text : text.slice(0, slash);
  const end = slash === -1 ? text : text.slice(slash + 1);
  const from = start === '..' ? ALWAYS_BEFORE : dayOf(readPoint(start, text).min);
  const to = end === '..' ? STILL : dayOf(readPoint(end, text).max);
  if (to < from) throw refuse(text, 'ends before it starts');
  return { from, to };
}

function readPoint(point: string, whole: string): { min: number; max: number } {
  try {
    // A season (month 21 to 41) parses as EDTF but is no month of ours.
    const value = Number(point.slice(5, 7)) <= 12 ? edtf(point) : null;
    // The parser takes 29 February in every year and counts on into March.
    const isDay = point.length === ISO_DAY_LENGTH;
    if (value !== null && (!isDay || new Date(value.min).toISOString().startsWith(point))) return value;
  } catch {
    // The parser's own message shows grammar tables: ours names the date instead.
  }
  throw refuse(whole, `names a day that no calendar has; write it as ${FORMS}`);
}

function refuse(text: string, complaint: string): AppError {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return new AppError('invalid-parameter', `"${shown}" ${complaint}.`);
}
