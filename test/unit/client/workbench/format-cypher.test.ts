import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { formatCypher } from '../../../../client/cypher/format-cypher.ts';
import { KEYWORDS } from '../../../../client/cypher/keywords.ts';
import { tokenise } from '../../../../client/cypher/tokenise.ts';
import { cypherText } from './cypher-text.ts';

/** What must not change: every token but spaces, keywords in any case. */
function essence(text: string): string[] {
  return tokenise(text)
    .filter((token) => token.kind !== 'space')
    .map(({ kind, text: raw }) =>
      kind === 'word' && KEYWORDS.has(raw.toUpperCase()) ? raw.toUpperCase() : raw,
    );
}

describe('formatting', () => {
  it('changes nothing but spaces and the case of keywords', () => {
    fc.assert(
      fc.property(cypherText, (text) => {
        expect(essence(formatCypher(text))).toEqual(essence(text));
      }),
      { numRuns: 1_000 },
    );
  });

  it('done twice is done once', () => {
    fc.assert(
      fc.property(cypherText, (text) => {
        const once = formatCypher(text);
        expect(formatCypher(once)).toBe(once);
      }),
      { numRuns: 1_000 },
    );
  });

  it('puts clauses on lines of their own and keywords into capitals', () => {
    expect(
      formatCypher(
        "match (a:Organisation)-[:PARTY_TO]->(b)  where a.id starts with 'org' and b.signed is not null with a,b return a.order as name,count(distinct b) order by name desc limit 5",
      ),
    ).toBe(
      [
        'MATCH (a:Organisation)-[:PARTY_TO]->(b)',
        "WHERE a.id STARTS WITH 'org' AND b.signed IS NOT NULL",
        'WITH a, b',
        'RETURN a.order AS name, count(DISTINCT b)',
        'ORDER BY name DESC',
        'LIMIT 5',
      ].join('\n'),
    );
  });

  it('leaves names alone that are spelled as keywords', () => {
    for (const text of [
      'MATCH (order)\nRETURN order',
      'MATCH (limit {where: 1})\nRETURN limit.match, limit',
      'UNWIND [1] AS skip\nRETURN skip',
      'RETURN [when IN [1] | when]',
    ]) {
      expect(formatCypher(text)).toBe(text);
    }
  });

  it('knows the end of a CASE from a name', () => {
    expect(formatCypher('return case when x then 1 else case y when 2 then 3 end end as n')).toBe(
      'RETURN CASE WHEN x THEN 1 ELSE CASE y WHEN 2 THEN 3 END END AS n',
    );
    expect(formatCypher('MATCH (end)\nRETURN case when end.a then end end')).toBe(
      'MATCH (end)\nRETURN CASE WHEN end.a THEN end end',
    );
  });

  it('indents subqueries and keeps short ones on their line', () => {
    expect(formatCypher('match (a) call { with a match (a)-->(b) return count(b) as n } return n')).toBe(
      [
        'MATCH (a)',
        'CALL {',
        '  WITH a',
        '  MATCH (a)-->(b)',
        '  RETURN count(b) AS n',
        '}',
        'RETURN n',
      ].join('\n'),
    );
    expect(formatCypher('match (a) where exists { (a)-->() } return a')).toBe(
      'MATCH (a)\nWHERE EXISTS { (a)-->() }\nRETURN a',
    );
  });

  it('keeps comments where they are, and what follows them off their line', () => {
    expect(formatCypher('// first\nmatch (n) // all\nreturn n // end\n;return 1')).toBe(
      ['// first', 'MATCH (n) // all', 'RETURN n // end', ';', '', 'RETURN 1'].join('\n'),
    );
  });

  it('leaves a text alone that is not closed', () => {
    expect(formatCypher("match (n)  where n.a = 'x return n")).toBe("match (n)  where n.a = 'x return n");
  });
});
