const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const PLAIN = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/;
const DECADE = /^(\d{3})X$/;

/** The pieces of an EDTF date of our subset: one, both ends of an interval, or the members of a set. */
export function partsOfDate(edtf: string): readonly string[] {
  const inner = edtf.startsWith('{') ? edtf.slice(1, -1) : edtf;
  return inner.split(/[/,]/).map((part) => part.trim());
}

function describePart(part: string): string {
  const decade = DECADE.exec(part);
  if (decade) return `the ${decade[1]}0s`;
  const plain = PLAIN.exec(part);
  if (!plain) return part;
  const [, year, month, day] = plain;
  if (month === undefined) return year ?? part;
  const name = MONTHS[Number(month) - 1] ?? month;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** A date as a reader writes it: `11 Nov 2016`, `Nov 2016`, `Apr 2018 – Mar 2019`, `since 2008`, `23 and 29 Jun 2020`. */
export function describeDate(edtf: string): string {
  const parts = partsOfDate(edtf);
  if (edtf.startsWith('{')) return parts.map(describePart).join(' and ');
  if (parts.length === 1) return describePart(edtf);
  const [from = '', to = ''] = parts;
  if (to === '..' || to === '') return `since ${describePart(from)}`;
  if (from === '..' || from === '') return `until ${describePart(to)}`;
  return `${describePart(from)} – ${describePart(to)}`;
}

/** `signed 2016-11-11`, as the graph holds dates, in its two halves. */
export function splitDatedMeaning(entry: string): { meaning: string; date: string } {
  const space = entry.indexOf(' ');
  return space < 0
    ? { meaning: '', date: entry }
    : { meaning: entry.slice(0, space), date: entry.slice(space + 1) };
}

/** A word and a date: `signed 11 Nov 2016`, `launched 2017`. */
export function describeDatedMeaning(entry: string): string {
  const { meaning, date } = splitDatedMeaning(entry);
  return `${meaning} ${describeDate(date)}`.trim();
}
