/** Something with a place in time: whole days since 1970-01-01 and nanoseconds into the day. */
type Moment = readonly [days: number, nanoseconds: number];

const DAY_NANOSECONDS = 86_400e9;
const MONTH_SECONDS = 2_629_746;

/** Days since 1970-01-01 in the proleptic Gregorian calendar (Howard Hinnant, "chrono-compatible date algorithms"). */
function daysOf(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

const DATE = /^([+-]?\d{4,})-(\d{2})-(\d{2})/;
const TIME = /(?:^|T)(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?/;
const OFFSET = /([+-])(\d{2}):?(\d{2})(?::?(\d{2}))?(?:\[[^\]]*\])?$/;

/** Undefined where the text is no date or time. Times with an offset are brought to UTC. */
function momentOf(text: string): Moment | undefined {
  const date = DATE.exec(text);
  const time = TIME.exec(text);
  if (!date && !time) return undefined;
  const days = date ? daysOf(Number(date[1]), Number(date[2]), Number(date[3])) : 0;
  const [, hours, minutes, seconds = '0', fraction = ''] = time ?? [];
  const clock = time
    ? (Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)) * 1e9 + Number(fraction.padEnd(9, '0'))
    : 0;
  const offset = time ? OFFSET.exec(text) : null;
  const [, sign, offsetHours = 0, offsetMinutes = 0, offsetSeconds = 0] = offset ?? [];
  const shift = (Number(offsetHours) * 3_600 + Number(offsetMinutes) * 60 + Number(offsetSeconds)) * 1e9;
  const utc = clock - (sign === '-' ? -shift : shift);
  const carry = Math.floor(utc / DAY_NANOSECONDS);
  return [days + carry, utc - carry * DAY_NANOSECONDS];
}

const DURATION_PART = /(-?\d+(?:\.\d+)?)([YMWDHS])/g;

/** Seconds of a duration, a month counted as a twelfth of the mean Gregorian year, as the engines order them. */
function secondsOf(text: string): number {
  const [dates = '', times = ''] = text.replace(/^P/, '').split('T');
  const dateUnits: Readonly<Record<string, number>> = {
    Y: 12 * MONTH_SECONDS,
    M: MONTH_SECONDS,
    W: 604_800,
    D: 86_400,
  };
  const timeUnits: Readonly<Record<string, number>> = { H: 3_600, M: 60, S: 1 };
  const sum = (part: string, units: Readonly<Record<string, number>>): number =>
    [...part.matchAll(DURATION_PART)].reduce(
      (total, [, amount, unit = '']) => total + Number(amount) * (units[unit] ?? 0),
      0,
    );
  return sum(dates, dateUnits) + sum(times, timeUnits);
}

/** Orders temporal values: kinds apart, within a kind by time; what cannot be read by its text. */
export function compareTemporal(
  a: { readonly of: string; readonly text: string },
  b: { readonly of: string; readonly text: string },
): number {
  if (a.of !== b.of) return a.of < b.of ? -1 : 1;
  const byText = a.text < b.text ? -1 : a.text > b.text ? 1 : 0;
  if (a.of === 'duration') return secondsOf(a.text) - secondsOf(b.text) || byText;
  const [left, right] = [momentOf(a.text), momentOf(b.text)];
  if (!left || !right) return left ? -1 : right ? 1 : byText;
  return left[0] - right[0] || left[1] - right[1] || byText;
}
