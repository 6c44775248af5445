import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { completeAt } from '../../../../client/cypher/complete.ts';
import { describeWord } from '../../../../client/cypher/describe-word.ts';
import type { Vocabulary } from '../../../../client/cypher/vocabulary.ts';
import { anyText } from './cypher-text.ts';

const text = (name: string) => ({ name, type: 'string' });
const VOCABULARY: Vocabulary = {
  labels: [
    { label: 'Organisation', count: 9, properties: [text('caption'), text('country')] },
    { label: 'Agreement', count: 7, properties: [text('caption'), text('signed')] },
    { label: 'Odd name', count: 1, properties: [text('odd property')] },
  ],
  relationshipTypes: [
    { type: 'LOCATED_IN', count: 3, properties: [] },
    { type: 'PARTY_TO', count: 5, properties: [text('role')] },
  ],
  patterns: [{ from: 'Organisation', type: 'PARTY_TO', to: 'Agreement' }],
  functions: [{ name: 'toUpper', signature: 'toUpper(text)', description: 'In capitals.' }],
  procedures: [{ name: 'db.labels', signature: 'db.labels()', description: 'All labels.' }],
  parameters: ['from', 'odd one'],
};

/** What is offered at the bar in a text, likely offers marked. */
function offered(marked: string): string[] | null {
  const offset = marked.indexOf('¦');
  const completion = completeAt(marked.replace('¦', ''), offset, VOCABULARY);
  return (
    completion &&
    completion.offers.map((offer) => (offer.isLikely === true ? `${offer.label}!` : offer.label))
  );
}

describe('completion', () => {
  it('offers labels after a colon in a node', () => {
    expect(offered('MATCH (a:¦')).toEqual(['Organisation', 'Agreement', 'Odd name']);
    expect(offered('MATCH (a:Organisation|Ag¦')).toEqual(['Organisation', 'Agreement', 'Odd name']);
    expect(offered('MATCH (a) WHERE a:¦')).toEqual(['Organisation', 'Agreement', 'Odd name']);
  });

  it('marks the labels at the other end of a relationship', () => {
    expect(offered('MATCH (a)-[:PARTY_TO]->(b:¦')).toEqual(['Organisation!', 'Agreement!', 'Odd name']);
  });

  it('offers relationship types in a relationship, those of the label first', () => {
    expect(offered('MATCH (a:Agreement)<-[r:¦')).toEqual(['LOCATED_IN', 'PARTY_TO!']);
    expect(offered('MATCH (a:Agreement)<-[r:PARTY_TO|¦')).toEqual(['LOCATED_IN', 'PARTY_TO!']);
  });

  it('offers the properties of the label of a variable, and of all where it has none', () => {
    expect(offered('MATCH (a:Agreement) RETURN a.¦')).toEqual(['caption', 'signed']);
    expect(offered('MATCH (a)-[r:PARTY_TO]->() RETURN r.ro¦')).toEqual(['role']);
    expect(offered('MATCH (a) RETURN a.¦')).toEqual(['caption', 'country', 'odd property', 'role', 'signed']);
    expect(offered('MATCH (a:Organisation {¦')).toEqual(['caption', 'country']);
    expect(offered('MATCH (a:Organisation {caption: 1, ¦')).toEqual(['caption', 'country']);
  });

  it('offers nothing for a name that begins to exist', () => {
    expect(offered('MATCH (a) RETURN count(*) AS n¦')).toBeNull();
    expect(offered('UNWIND [1] AS ¦')).toBeNull();
  });

  it('puts names that need it into backticks', () => {
    const offers = completeAt('MATCH (a:', 9, VOCABULARY)?.offers;
    expect(offers?.find(({ label }) => label === 'Odd name')?.insert).toBe('`Odd name`');
    const parameters = completeAt('RETURN $', 8, VOCABULARY)?.offers;
    expect(parameters?.map(({ insert }) => insert)).toEqual(['$from', '$`odd one`']);
  });

  it('offers parameters after a dollar and procedures after CALL', () => {
    expect(offered('RETURN $fr¦')).toEqual(['$from', '$odd one']);
    expect(offered('CALL ¦')).toEqual(['db.labels']);
  });

  it('offers variables, functions and clauses elsewhere', () => {
    const offers = offered('MATCH (place:Agreement) RETURN p¦');
    expect(offers?.[0]).toBe('place!');
    expect(offers).toEqual(expect.arrayContaining(['toUpper', 'ORDER BY', 'RETURN']));
    expect(offers).not.toContain('p');
  });

  it('offers nothing in strings, comments and numbers, nor where a name is made up', () => {
    for (const place of ["RETURN '¦", '// ¦', 'RETURN 12¦', 'MATCH (¦', 'MATCH (a)-[¦'])
      expect(offered(place)).toBeNull();
  });

  it('takes any text at any place', () => {
    fc.assert(
      fc.property(anyText, fc.nat(80), (given, place) => {
        const offset = Math.min(place, given.length);
        const completion = completeAt(given, offset, VOCABULARY);
        expect(completion === null || completion.from <= offset).toBe(true);
      }),
    );
  });
});

describe('help on a word', () => {
  const help = (given: string, word: string) => describeWord(given, given.indexOf(word), VOCABULARY);

  it('explains clauses by their whole phrase', () => {
    expect(help('MATCH (a) RETURN a ORDER BY a.b', 'BY')).toMatchObject({
      title: 'ORDER BY',
      start: 19,
      end: 27,
    });
    expect(help('RETURN a is not null', 'not')).toMatchObject({ title: 'IS NOT NULL' });
  });

  it('explains functions, labels and types, not names', () => {
    expect(help('RETURN toupper(a)', 'toupper')).toMatchObject({
      title: 'toUpper(text)',
      text: 'In capitals.',
    });
    expect(help('MATCH (a:Agreement)', 'Agreement')).toMatchObject({ text: 'label of 7 nodes' });
    expect(help('MATCH ()-[:SIGNS]->()', 'SIGNS')).toMatchObject({
      text: 'no such relationship type in this graph',
    });
    expect(help('MATCH (abc)', 'abc')).toBeNull();
    expect(help("RETURN 'ORDER BY'", 'ORDER')).toBeNull();
  });
});
