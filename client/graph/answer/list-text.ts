import type { WireValue } from '../../../server/contract/values.ts';
import { readValue } from './read-value.ts';

/** A text that would read as another list of items, or as none, stands in quotation marks. */
function itemText(text: string): string {
  return text === '' || text.trim() !== text || /[,“”\r\n]/u.test(text) ? `“${text}”` : text;
}

function plainText(item: WireValue): string | null {
  const read = readValue(item);
  switch (read.kind) {
    case 'text':
      return itemText(read.text);
    case 'number':
    case 'temporal':
      return read.text;
    case 'boolean':
      return String(read.value);
    case 'null':
      return 'null';
    default:
      return null;
  }
}

/**
 * A list of plain values as a person writes one: `DST, JSPS`. For reading only: copies keep brackets and quotes.
 * @returns null for a list that holds lists, maps, entities or other things with parts
 */
export function listText(items: readonly WireValue[]): string | null {
  const texts = items.map(plainText);
  return texts.includes(null) ? null : texts.join(', ');
}
