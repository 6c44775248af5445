import type { DayInterval } from '../../../server/evidence/edtf-date.ts';
import { ALWAYS_BEFORE, parseEdtfDate, STILL } from '../../../server/evidence/edtf-date.ts';
import type { StatementProperties } from '../resolve/statement-record.ts';

/** The first day of the thing a relation belongs to (its agreement or event), where a source dates it. */
export type StartOf = (entity: string) => number | undefined;

/**
 * When a relation holds. It starts with its own date, else with the agreement or event it belongs to; an unknown start
 * is always, an unknown end still. A single date starts it, an interval bounds it. An office holds from the day it was
 * stated at: nothing says since when. A meeting holds from its day on: an interval says when it was, not that it ended.
 */
export function holdsOf(statement: StatementProperties, startOf: StartOf): DayInterval {
  const { date, from, to, asOf, type, subject, object } = statement;
  const own = typeof date === 'string' ? parseEdtfDate(date) : null;
  const start = typeof from === 'string' ? parseEdtfDate(from) : own;
  if (type === 'MET_WITH') return { from: start?.from ?? ALWAYS_BEFORE, to: STILL };
  const isInterval = typeof date === 'string' && date.includes('/');
  const end = typeof to === 'string' ? parseEdtfDate(to).to : isInterval ? (own?.to ?? STILL) : STILL;
  if (start) return ordered(start.from, end);
  if (type === 'HOLDS_POSITION' && typeof asOf === 'string') return ordered(parseEdtfDate(asOf).from, end);
  const inherited = (typeof object === 'string' ? startOf(object) : undefined) ?? startOf(subject);
  return ordered(inherited ?? ALWAYS_BEFORE, end);
}

/** An end before an inherited start is still an end: the relation then held at some unknown time before it. */
function ordered(from: number, to: number): DayInterval {
  return from <= to ? { from, to } : { from: ALWAYS_BEFORE, to };
}

/** Intervals as `[from, to, from, to …]`, ascending; those that overlap or touch are one. */
export function mergeIntervals(intervals: readonly DayInterval[]): number[] {
  const sorted = [...intervals].sort((a, b) => a.from - b.from || a.to - b.to);
  const merged: number[] = [];
  for (const { from, to } of sorted) {
    const last = merged.length - 1;
    const end = merged[last];
    if (end !== undefined && from <= end + 1) merged[last] = Math.max(end, to);
    else merged.push(from, to);
  }
  return merged;
}

const AGREEMENT_STARTS = ['effective', 'signed', 'concluded', 'adopted', 'exchanged'] as const;
const EVENT_STARTS = ['held', 'started', 'launched'] as const;

/**
 * The first day of an agreement (effective, else signed, else concluded, adopted or exchanged) or of an event (held),
 * by its stated dates.
 */
export function startOfEntity(label: string, dates: readonly StatementProperties[]): number | undefined {
  const order: readonly string[] =
    label === 'Agreement' ? AGREEMENT_STARTS : label === 'Event' ? EVENT_STARTS : [];
  for (const what of order) {
    const days = dates
      .filter(
        (date) => date['what'] === what && date.modality === 'stated' && typeof date['date'] === 'string',
      )
      .map((date) => parseEdtfDate(date['date'] as string).from);
    if (days.length > 0) return Math.min(...days);
  }
  return undefined;
}
