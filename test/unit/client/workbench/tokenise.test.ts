import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  plainName,
  quoteName,
  readToken,
  tokenise,
  usedParameters,
  type Opening,
} from '../../../../client/cypher/tokenise.ts';
import { tokenise as tokeniseOfTheServer } from '../../../../server/cypher/tokenise.ts';
import { anyText, cypherText } from './cypher-text.ts';

const kinds = (text: string): string[] => tokenise(text).map(({ kind, text: raw }) => `${kind} ${raw}`);

describe('the tokens of a text', () => {
  it('hold every character exactly once, of any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tokens = tokenise(text);
        expect(tokens.map((token) => token.text).join('')).toBe(text);
        for (const token of tokens) expect(token.end).toBeGreaterThan(token.start);
      }),
    );
  });

  it('are those that the service sees, wherever a text can be read to its end', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const theirs = tokeniseOfTheServer(text);
        if (theirs.fault) return;
        const ours = tokenise(text).filter((token) => token.kind !== 'space' && token.kind !== 'comment');
        expect(ours.map(({ kind, text: raw, start }) => [kind, raw, start])).toEqual(
          theirs.tokens.map(({ kind, text: raw, start }) => [kind, raw, start]),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('are the same when the text is read line by line, as an editor does', () => {
    fc.assert(
      fc.property(cypherText, (text) => {
        let opening: Opening = null;
        const ends: number[] = [];
        let start = 0;
        for (const line of text.split('\n')) {
          let offset = 0;
          while (offset < line.length) {
            const read = readToken(line, offset, opening);
            opening = read.opening;
            offset = read.token.end;
            if (opening === null) ends.push(start + offset);
          }
          start += line.length + 1;
        }
        const known = new Set(ends);
        for (const token of tokenise(text)) {
          if (token.kind === 'space' || token.isOpen || token.text.endsWith('\r')) continue;
          expect(known).toContain(token.end);
        }
      }),
    );
  });

  it('tell strings, comments, names in backticks and parameters apart', () => {
    expect(kinds("a'b;'//c\n`d``e`$f$`g h`")).toEqual([
      'word a',
      "string 'b;'",
      'comment //c',
      'space \n',
      'name `d``e`',
      'parameter $f',
      'parameter $`g h`',
    ]);
  });

  it('say where a quotation or comment is not closed', () => {
    for (const text of ["'abc", '"abc', '`abc', '/* abc', '$`abc'])
      expect(tokenise(text)).toMatchObject([{ isOpen: true, end: text.length }]);
  });

  it('name the parameters that are used, each once, not those in strings', () => {
    expect(usedParameters("$b + $a + '$no' + $`a` /* $no */")).toEqual(['b', 'a']);
  });

  it('quote a name where it needs it, so that it is read back', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 12 }), (name) => {
        const [token, ...rest] = tokenise(quoteName(name));
        expect(rest).toEqual([]);
        expect(token && plainName(token)).toBe(name);
      }),
    );
  });
});
