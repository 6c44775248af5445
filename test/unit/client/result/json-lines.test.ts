import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { jsonLines } from '../../../../client/graph/answer/json-lines.ts';
import type { WireValue } from '../../../../server/contract/values.ts';

const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<WireValue>;

function whole(value: WireValue): readonly string[] {
  const lines = jsonLines(value);
  return lines.slice(0, lines.count);
}

describe('a value as lines of JSON', () => {
  it('says the same as the value, in as many lines as it counts', () => {
    fc.assert(
      fc.property(json, (value) => {
        const lines = whole(value);
        expect(lines).toHaveLength(jsonLines(value).count);
        expect(JSON.parse(lines.join('\n'))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('gives any stretch as it is in the whole', () => {
    fc.assert(
      fc.property(json, fc.nat(40), fc.nat(40), (value, from, length) => {
        const lines = jsonLines(value);
        expect(lines.slice(from, from + length)).toEqual(whole(value).slice(from, from + length));
      }),
    );
  });

  it('indents what is inside and keeps short lists on a line', () => {
    expect(whole({ columns: ['a'], rows: [[1, [2, { b: null }]]] })).toEqual([
      '{',
      '  "columns": ["a"],',
      '  "rows": [',
      '    [',
      '      1,',
      '      [',
      '        2,',
      '        { "b": null }',
      '      ]',
      '    ]',
      '  ]',
      '}',
    ]);
  });

  it('cuts a text that no line can hold, and says by how much', () => {
    const [line] = whole('x'.repeat(2_500));
    expect(line).toMatch(/^"x+" … 500 more characters$/);
  });
});
