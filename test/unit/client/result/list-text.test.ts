import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { shortText, toCsv, toMarkdown } from '../../../../client/graph/answer/answer-text.ts';
import { listText } from '../../../../client/graph/answer/list-text.ts';
import { integer, temporal, wireNode } from './values.ts';

describe('a list in a cell', () => {
  it('of plain values reads as a person writes one', () => {
    expect(listText(['DST', 'JSPS'])).toBe('DST, JSPS');
    expect(listText([1, true, null, integer('9007199254740993'), temporal('date', '2016-11-11')])).toBe(
      '1, true, null, 9007199254740993, 2016-11-11',
    );
    expect(listText([])).toBe('');
  });

  it('tells an item with a comma from two, and an empty one from none', () => {
    expect(listText(['a, b', 'c'])).toBe('“a, b”, c');
    expect(listText([''])).toBe('“”');
    const item = fc.constantFrom('', ' ', 'a', 'b', 'a, b', ', ', 'a”, “b', '“', 'a, “b”');
    const lists = fc.array(item, { maxLength: 2 });
    fc.assert(
      fc.property(lists, lists, (one, other) => {
        fc.pre(one.length !== other.length);
        expect(listText(one)).not.toBe(listText(other));
      }),
    );
  });

  it('of lists, maps or entities stays what it is', () => {
    expect(listText([['DST'], 'JSPS'])).toBeNull();
    expect(listText([{ a: 1 }])).toBeNull();
    expect(listText([wireNode('org:jaxa', { caption: 'JAXA' })])).toBeNull();
  });

  it('is copied with its brackets and quotes all the same', () => {
    const rows = [[['DST', 'JSPS']]];
    expect(shortText(['DST', 'JSPS'])).toBe('["DST", "JSPS"]');
    expect(toCsv(['who'], rows)).toBe('who\r\n"[""DST"", ""JSPS""]"\r\n');
    expect(toMarkdown(['who'], rows, null)).toContain(String.raw`| \["DST", "JSPS"\] |`);
  });
});
