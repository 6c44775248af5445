import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';

import { positionOf, tokenise } from '../../../../server/cypher/tokenise.ts';

const kinds = (text: string): string[] =>
  tokenise(text).tokens.map(({ kind, text: raw }) => `${kind} ${raw}`);

describe('reading Cypher as tokens', () => {
  test('tells words, names, texts, numbers, parameters and symbols apart', () => {
    expect(kinds("MATCH (n:`A b`) WHERE n.x = 'it\\'s' AND $p > 1.5e3")).toEqual([
      'word MATCH',
      'symbol (',
      'word n',
      'symbol :',
      'name `A b`',
      'symbol )',
      'word WHERE',
      'word n',
      'symbol .',
      'word x',
      'symbol =',
      "string 'it\\'s'",
      'word AND',
      'parameter $p',
      'symbol >',
      'number 1.5e3',
    ]);
  });
  test('reads a range without taking its dots for a fraction', () => {
    expect(kinds('[1..3]')).toEqual(['symbol [', 'number 1', 'symbol .', 'symbol .', 'number 3', 'symbol ]']);
  });
  test('leaves comments and every kind of space out', () => {
    expect(kinds('a // b\n/* c\n * d */ e\u00a0f\u2028g\ufeffh // i\rj')).toEqual(
      ['a', 'e', 'f', 'g', 'h', 'j'].map((word) => `word ${word}`),
    );
  });
  test('unfolds look-alike letters', () => {
    expect(tokenise('ſet').tokens[0]?.value).toBe('SET');
  });
  test.each([
    ["RETURN 'open", 7],
    ['RETURN "open\\"', 7],
    ['RETURN `open', 7],
    ['RETURN 1 /* open', 9],
  ])('says where %s is not closed', (text, offset) => {
    expect(tokenise(text).fault).toMatchObject({ offset });
  });
  test('loses no character and invents none, whatever the text', () => {
    const piece = constantFrom(
      "'",
      '"',
      '`',
      '\\',
      '/',
      '*',
      '//',
      '/*',
      '*/',
      '\n',
      '\r',
      ' ',
      'a',
      '$',
      '1',
      '.',
      '🚀',
      '{',
      ';',
    );
    assert(
      property(array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const { tokens, gaps, fault } = tokenise(text);
        const spans = [...tokens, ...gaps].sort((one, other) => one.start - other.start);
        let at = 0;
        for (const span of spans) {
          expect(span.start).toBe(at);
          expect(span.end).toBeGreaterThan(span.start);
          at = span.end;
        }
        expect(at).toBe(fault ? fault.offset : text.length);
      }),
      { numRuns: 2_000 },
    );
  });
  test('counts lines and columns from 1, for every kind of line end', () => {
    const text = 'a\nb\r\nc\rde';
    expect(positionOf(text, 0)).toEqual({ offset: 0, line: 1, column: 1 });
    expect(positionOf(text, text.indexOf('c'))).toMatchObject({ line: 3, column: 1 });
    expect(positionOf(text, text.indexOf('e'))).toMatchObject({ line: 4, column: 2 });
  });
});
