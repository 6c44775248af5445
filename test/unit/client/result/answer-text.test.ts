import * as fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';

import { csvCell, isNumberColumn, toCsv, toMarkdown } from '../../../../client/graph/answer/answer-text.ts';
import { toCsvCell } from '../../../../server/explore/csv.ts';
import { float, integer, temporal, wireNode, wireRelation } from './values.ts';

const JAXA = wireNode('org:jaxa', { caption: 'JAXA' });
const MOU = wireNode('agr:mou', { caption: 'MoU' }, ['Agreement', 'Entity']);
const PARTY = wireRelation('PARTY_TO', 'org:jaxa', 'agr:mou');

describe('copying as CSV', () => {
  it('writes texts as the export of the service does, formulas made harmless', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('=1+1', '\t=x', ' @a', '＝1', '-')),
        (text) => {
          expect(csvCell(text)).toBe(toCsvCell(text));
        },
      ),
    );
  });

  it.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx'])(
    'puts an apostrophe before %j, never before a number',
    (text) => {
      expect(csvCell(text).replace(/^"/, '').startsWith("'")).toBe(true);
      expect(csvCell(-1)).toBe('-1');
      expect(csvCell(integer('-9007199254740993'))).toBe('-9007199254740993');
    },
  );

  it('writes what a program reads again: texts, numbers, missing values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.stringMatching(/^([a-z",é日][a-z",\n é日]*)?$/), fc.integer()), {
          maxLength: 5,
        }),
        (rows) => {
          const table: string[][] = parse(toCsv(['text', 'number'], rows), { record_delimiter: '\r\n' });
          expect(table).toEqual([
            ['text', 'number'],
            ...rows.map(([text, number]) => [text, String(number)]),
          ]);
        },
      ),
    );
  });

  it('names things by their ids and says which way a path goes', () => {
    const there = { $type: 'path', nodes: [JAXA, MOU], relationships: [PARTY] };
    const back = { $type: 'path', nodes: [MOU, JAXA], relationships: [PARTY] };
    const id = 'party_to~org:jaxa~agr:mou';
    expect(toCsv(['n', 'r', 'p', 'q'], [[JAXA, PARTY, there, back]])).toBe(
      `n,r,p,q\r\norg:jaxa,${id},org:jaxa -[${id}]-> agr:mou,agr:mou <-[${id}]- org:jaxa\r\n`,
    );
  });

  it('keeps every digit and every kind of value', () => {
    const row = [
      integer('9007199254740993'),
      float('NaN'),
      temporal('date', '2016-11-11'),
      true,
      null,
      ['a', 1, null],
    ];
    expect(toCsv(['a', 'b', 'c', 'd', 'e', 'f'], [row])).toBe(
      'a,b,c,d,e,f\r\n9007199254740993,NaN,2016-11-11,true,,"[""a"", 1, null]"\r\n',
    );
    const own = { $type: 'map', entries: [['$type', 'x']] };
    expect(csvCell(own)).toBe('"{$type: ""x""}"');
    expect(csvCell({ $type: 'point', srid: 4326, x: 1, y: 2.5 })).toBe('"point(1, 2.5)"');
    expect(csvCell({ $type: 'no kind of ours', value: 1 })).toBe('"{$type: ""no kind of ours"", value: 1}"');
  });
});

describe('copying as Markdown', () => {
  it('names things as a reader does, numbers to the right', () => {
    expect(toMarkdown(['who', 'n'], [[JAXA, 2]], null)).toBe('| who | n |\n| --- | ---: |\n| JAXA | 2 |\n');
  });

  it('says below the table what is missing', () => {
    expect(toMarkdown(['n'], [[1]], 'The first 1 rows.')).toMatch(/\n\nThe first 1 rows\.\n$/);
  });

  it('keeps every row on one line and in its columns, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 }), (texts) => {
        const columns = texts.map((_, place) => `c${place}`);
        const lines = toMarkdown(columns, [texts], null).split('\n');
        expect(lines).toHaveLength(4);
        expect(lines[2]?.replace(/\\[\s\S]/g, '').match(/\|/g)).toHaveLength(texts.length + 1);
      }),
    );
  });
});

describe('a column of numbers', () => {
  it('is one whose values are numbers or missing', () => {
    expect(isNumberColumn([[1], [null], [integer('9007199254740993')]], 0)).toBe(true);
    expect(isNumberColumn([[1], ['a']], 0)).toBe(false);
    expect(isNumberColumn([[null]], 0)).toBe(false);
  });
});
