import type { WireValue } from '../../../server/contract/values.ts';
import { shortText } from './answer-text.ts';
import { readValue } from './read-value.ts';

const SAMPLE_ROWS = 60;
const SAMPLE_CHARACTERS = 60;
const CHARACTER_PX = 7.4;
/** Room for padding and the signs of sorting and opening. */
const EXTRA_PX = 46;
const MIN_PX = 72;
const MAX_PX = 380;

/** How long a value is on its line: a relationship is a sentence, a node has a sign, a hop a verb. */
function lengthOf(value: WireValue): number {
  const read = readValue(value);
  if (read.kind === 'relationship') return 40;
  const extra = read.kind === 'node' ? 4 : read.kind === 'path' ? 6 * read.nodes.length : 0;
  return Math.min(shortText(value).length, SAMPLE_CHARACTERS) + extra;
}

/** Widths of the columns in CSS pixels, by their names and what their first rows hold. */
export function columnWidths(
  columns: readonly string[],
  rows: readonly (readonly WireValue[])[],
): readonly number[] {
  const sample = rows.slice(0, SAMPLE_ROWS);
  return columns.map((name, column) => {
    const lengths = sample.map((row) => lengthOf(row[column] ?? null));
    const characters = Math.max(name.length, ...lengths);
    return Math.round(Math.min(MAX_PX, Math.max(MIN_PX, characters * CHARACTER_PX + EXTRA_PX)));
  });
}
