import { parseEdtfDate } from '../evidence/edtf-date.ts';
import type { DaySpan } from '../topology/topology.ts';
import type { StandingDay } from './compute-standing.ts';

const MILLISECONDS_PER_DAY = 86_400_000;

/** A date asked for: its days, and the last of them, for which standings are computed. */
export interface AskedDate {
  /** None: nothing was asked, every relationship counts. */
  readonly span: DaySpan | undefined;
  readonly day: StandingDay;
}

function toStandingDay(day: number): StandingDay {
  return { iso: new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10), day };
}

/**
 * @param asOf a year, month or day; none = today for standings, no restriction for relationships
 * @param nowMs milliseconds since 1970-01-01
 */
export function resolveDate(asOf: string | undefined, nowMs: number): AskedDate {
  if (asOf === undefined)
    return { span: undefined, day: toStandingDay(Math.floor(nowMs / MILLISECONDS_PER_DAY)) };
  const span = parseEdtfDate(asOf);
  return { span, day: toStandingDay(span.to) };
}
