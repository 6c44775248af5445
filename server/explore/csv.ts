/** Signs at which a spreadsheet takes a cell for a formula, white space before them or not. */
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20])/u;

/**
 * One cell by RFC 4180. A text that a spreadsheet would run as a formula gets an apostrophe before it; a number never.
 */
export function toCsvCell(value: string | number | boolean | undefined): string {
  if (value === undefined) return '';
  const text =
    typeof value === 'string'
      ? value.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd')
      : String(value);
  const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) || safe.startsWith(' ') || safe.endsWith(' ')
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
}

export function toCsvLine(values: readonly (string | number | boolean | undefined)[]): string {
  return `${values.map(toCsvCell).join(',')}\r\n`;
}
