import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { splitStatements, statementAt } from '../../../../client/cypher/split-statements.ts';
import { anyText } from './cypher-text.ts';

const texts = (text: string): string[] => splitStatements(text).map((part) => part.text);

describe('several statements in one text', () => {
  it('are split at semicolons, without what stands around them', () => {
    expect(texts(' RETURN 1;\n\n RETURN 2 ;; // done')).toEqual(['RETURN 1', 'RETURN 2']);
  });

  it('are not split inside of strings, names and comments', () => {
    expect(texts("RETURN ';' AS `a;b` /* ; */ // ;\n, 1; RETURN 2")).toEqual([
      "RETURN ';' AS `a;b` /* ; */ // ;\n, 1",
      'RETURN 2',
    ]);
  });

  it('keep their places, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const part of splitStatements(text)) expect(text.slice(part.start, part.end)).toBe(part.text);
      }),
    );
  });

  it('are found by the cursor: around it, else before it, else the first', () => {
    const text = '  RETURN 1; RETURN 2 ;  ';
    const at = (offset: number) => statementAt(text, offset)?.text;
    expect(at(0)).toBe('RETURN 1');
    expect(at(5)).toBe('RETURN 1');
    expect(at(10)).toBe('RETURN 1');
    expect(at(15)).toBe('RETURN 2');
    expect(at(text.length)).toBe('RETURN 2');
    expect(statementAt(' // nothing', 3)).toBeNull();
  });
});
