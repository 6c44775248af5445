import { partsOfDate } from '../../server/contract/date-words.ts';

const PLAIN = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/;
const DECADE = /^(\d{3})X$/;

/**
 * The place of a date on a time axis, in years with a fraction: `2016-11` is 2016.83. A partial date stands at the
 * start of its period, a decade in its middle, an interval at its start. Null where there is nothing to place.
 */
export function yearOf(edtf: string): number | null {
  for (const part of partsOfDate(edtf)) {
    const decade = DECADE.exec(part);
    if (decade) return Number(decade[1]) * 10 + 5;
    const plain = PLAIN.exec(part);
    if (!plain) continue;
    const month = plain[2] === undefined ? 1 : Number(plain[2]);
    const day = plain[3] === undefined ? 1 : Number(plain[3]);
    return Number(plain[1]) + (month - 1) / 12 + (day - 1) / 372;
  }
  return null;
}
