import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { toCsvCell, toCsvLine } from '../../../../server/explore/csv.ts';
import { escapeMarkdown } from '../../../../server/explore/paths/words.ts';
import { escapeXml } from '../../../../server/explore/xml.ts';

const FORMULAS = [
  '=1+1',
  '+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  '   +1',
  '=HYPERLINK("http://x")',
  "=cmd|' /C calc'!A0",
  '＝1',
  '＋1',
  '－1',
  '＠x',
  '=',
  '+',
  '-',
  '@',
  '\u00a0=1',
  '\ufeff=1',
  '"=1"',
  ';=1',
];

describe('a cell of CSV', () => {
  test.each(FORMULAS.slice(0, -2))('%j does not run', (text) => {
    const [[cell]] = parse(toCsvLine([text])) as [[string]];
    expect(cell).toBe(`'${text}`);
  });

  test.each(['a=b', '2016-11-11', 'ISRO – JAXA', '', '"=1"', ';=1', "it's"])('%j stays as it is', (text) => {
    const [[cell = '']] = parse(toCsvLine([text, 'x'])) as [[string]];
    expect(cell).toBe(text);
  });

  test('keeps numbers numbers, minus signs too', () => {
    expect(toCsvCell(-3.5)).toBe('-3.5');
    expect(toCsvCell(true)).toBe('true');
    expect(toCsvCell(undefined)).toBe('');
  });

  test('reads back as the text it was, but for the apostrophe', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { minLength: 2, maxLength: 5 }),
        (cells) => {
          const clean = cells.map((cell) => cell.replaceAll('\0', ''));
          const [row] = parse(toCsvLine(clean), { record_delimiter: '\r\n' }) as string[][];
          expect(row?.map((cell, place) => (cell === `'${clean[place]}` ? clean[place] : cell))).toEqual(
            clean,
          );
        },
      ),
      { numRuns: 2_000, seed: 5 },
    );
  });
});

describe('a text in XML', () => {
  test('holds nothing that XML could take for its own, or cannot carry', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const escaped = escapeXml(text);
        expect(escaped).not.toMatch(/[<>"'\t\n\r]|&(?!(?:amp|lt|gt|quot|apos|#9|#10|#13);)/u);
        // eslint-disable-next-line no-control-regex
        expect(escaped).not.toMatch(/[\u0000-\u001f\ufffe\uffff]|\p{Surrogate}/u);
      }),
      { numRuns: 2_000, seed: 6 },
    );
  });

  test('stands for what XML cannot carry by a sign of its own', () => {
    expect(escapeXml('a\u0000\u000b\ud800b')).toBe('a\ufffd\ufffd\ufffdb');
    expect(escapeXml('🛰️ <&> 日本')).toBe('🛰️ &lt;&amp;&gt; 日本');
  });
});

describe('a caption in Markdown', () => {
  test('makes no link, picture, emphasis, code or tag', () => {
    expect(escapeMarkdown('![x](http://y) **b** `c` <i> [1]\n# d')).toBe(
      '\\!\\[x\\](http://y) \\*\\*b\\*\\* \\`c\\` \\<i\\> \\[1\\] \\# d',
    );
  });
});
