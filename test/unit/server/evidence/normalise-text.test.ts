import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  normaliseDocument,
  normaliseText,
  paragraphAt,
  sha256OfText,
} from '../../../../server/evidence/normalise-text.ts';

const messyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(' ', '\n', '\r\n', '\r', '\t', '\u00a0', '\u3000', '\ufeff', 'e\u0301'),
    ),
  )
  .map((parts) => parts.join(''));

describe('the normalised text of a document', () => {
  it('has no byte-order mark, one space for each run of white space, and no empty paragraphs', () => {
    expect(normaliseText('\ufeff  One\u00a0 two\t\r\n\r\n\r\nThree \u3000four\rfive\n')).toBe(
      'One two\nThree four\nfive',
    );
  });

  it('is in Unicode form C', () => {
    expect(normaliseText('cafe\u0301')).toBe('caf\u00e9');
  });

  it('is normal already when it is normalised again', () => {
    fc.assert(fc.property(messyText, (text) => normaliseText(normaliseText(text)) === normaliseText(text)));
  });

  it('keeps everything that is not white space, in order', () => {
    const solid = (text: string): string => text.normalize('NFC').replace(/\s/gu, '');
    fc.assert(fc.property(messyText, (text) => solid(normaliseText(text)) === solid(text)));
  });

  it('is null for bytes that are not UTF-8', () => {
    expect(normaliseDocument(new Uint8Array([0x61, 0xff]))).toBeNull();
    expect(normaliseDocument(new TextEncoder().encode('\ufeffa'))).toBe('a');
  });

  it('has a digest that does not depend on line ends', () => {
    expect(sha256OfText(normaliseText('a\r\nb'))).toBe(sha256OfText(normaliseText('a\n\nb\n')));
  });

  it('numbers its paragraphs from 1', () => {
    const text = normaliseText('one\n\ntwo\nthree');
    expect(['one', 'two', 'three'].map((word) => paragraphAt(text, text.indexOf(word)))).toEqual([1, 2, 3]);
    expect(paragraphAt(text, 3)).toBe(1);
    expect(paragraphAt(text, 4)).toBe(2);
  });
});
