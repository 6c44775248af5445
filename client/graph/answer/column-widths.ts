import type { WireValue } from '../../../server/contract/values.ts';
import { shortText } from './answer-text.ts';

const SAMPLE_ROWS = 60;
const SAMPLE_CHARACTERS = 60;
const CHARACTER_PX = 7.4;
/** Room for padding and the signs of sorting and opening. */
const EXTRA_PX = 46;
const MIN_PX = 72;
const MAX_PX = 380;

/** Widths of the columns in CSS pixels, by their names and what their first rows hold. */
export function columnWidths(
  columns: readonly string[],
  rows: readonly (readonly WireValue[])[],
): readonly number[] {
  const sample = rows.slice(0, SAMPLE_ROWS);
  return columns.map((name, column) => {
    const lengths = sample.map((row) => shortText(row[column] ?? null).slice(0, SAMPLE_CHARACTERS).length);
    const characters = Math.max(name.length, ...lengths);
    return Math.round(Math.min(MAX_PX, Math.max(MIN_PX, characters * CHARACTER_PX + EXTRA_PX)));
  });
}
