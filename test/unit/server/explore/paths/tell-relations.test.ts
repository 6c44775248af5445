import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { GraphEdge, GraphNode } from '../../../../../server/contract/graph.ts';
import { MODALITIES, RELATIONSHIP_TYPES, RELATIONSHIPS } from '../../../../../server/contract/vocabulary.ts';
import { ENGLISH } from '../../../../../server/explore/paths/sentences-en.ts';
import { tellRelations } from '../../../../../server/explore/paths/tell-relations.ts';
import type { ToldRelation } from '../../../../../server/explore/paths/tell-relations.ts';
import { toMarkdown, toPlainText } from '../../../../../server/explore/paths/words.ts';

function node(id: string, label = 'Organisation', properties: GraphNode['properties'] = {}): GraphNode {
  return { id, caption: id.toUpperCase(), labels: ['Entity', label], properties, degree: 1 };
}

function relation(
  source: GraphNode,
  type: string,
  target: GraphNode,
  properties: GraphEdge['properties'] = {},
): ToldRelation {
  const id = `${type}~${source.id}~${target.id}`;
  return {
    source,
    target,
    edge: { id, type, source: source.id, target: target.id, properties, documents: 1 },
  };
}

function tell(...relations: readonly ToldRelation[]): string {
  let number = 0;
  const cite = () => [{ kind: 'citation' as const, number: (number += 1) }];
  return tellRelations(relations, cite, ENGLISH).map(toPlainText).join(' ');
}

const mou = node('mou', 'Agreement', { signed: '2016-11-11' });

describe('relations as sentences', () => {
  it('tell two parties of one agreement together, with its date and both citations', () => {
    expect(tell(relation(node('a'), 'PARTY_TO', mou), relation(node('b'), 'PARTY_TO', mou))).toBe(
      'A and B are parties to MOU (signed 11 Nov 2016) [1] [2].',
    );
  });

  it('tell what one does with several things together', () => {
    const [one, two] = [node('x', 'Programme'), node('y', 'Programme')];
    const fund = { role: 'funds' };
    expect(tell(relation(node('a'), 'SUPPORTS', one, fund), relation(node('a'), 'SUPPORTS', two, fund))).toBe(
      'A funds X and Y [1] [2].',
    );
  });

  it('keep apart what differs in role, date or modality', () => {
    const lab = node('lab', 'Facility');
    const told = tell(
      relation(node('a'), 'SUPPORTS', lab, { role: 'funds' }),
      relation(node('b'), 'SUPPORTS', lab, { role: 'assists' }),
      relation(node('c'), 'SUPPORTS', lab, { role: 'assists', modality: 'planned' }),
      relation(node('d'), 'SUPPORTS', lab, { role: 'assists', modality: 'planned', dates: ['2020'] }),
    );
    expect(told).toBe(
      'A funds LAB [1]. B assists LAB [2]. As planned, C assists LAB [3]. As planned, D assists LAB (2020) [4].',
    );
  });

  it('name the office that a person holds, and say when a source names none', () => {
    const person = node('rao', 'Person');
    expect(tell(relation(person, 'HOLDS_POSITION', node('a'), { offices: ['Director'] }))).toBe(
      'RAO is named as Director of A [1].',
    );
    expect(tell(relation(person, 'HOLDS_POSITION', node('a')))).toBe('RAO is named as an officer of A [1].');
  });

  it('say that the sources disagree, with each of their dates', () => {
    const disputed = { dates: ['2011-03-14', '2011-03-15'], disputed: true };
    expect(tell(relation(node('a'), 'COOPERATES_WITH', node('b'), disputed))).toBe(
      'A cooperates with B (14 Mar 2011 or 15 Mar 2011, the sources disagree) [1].',
    );
  });

  it('say that one source contradicts itself where no other speaks', () => {
    const disputed = { dates: ['2019-11'], disputed: true, documentIds: ['doc:one'] };
    expect(tell(relation(node('a'), 'MET_WITH', node('b'), disputed))).toBe(
      'A met B (Nov 2019, its source contradicts itself) [1].',
    );
  });

  it('say within which bounds two met, and when the last term of an agreement ends', () => {
    expect(tell(relation(node('a'), 'MET_WITH', node('b'), { dates: ['2014-01/2020-12'] }))).toBe(
      'A met B (between Jan 2014 and Dec 2020) [1].',
    );
    const standing = { code: 'term-ended' as const, at: '2026-01-01', until: '2021-11-10', basis: [] };
    expect(tell(relation(node('a'), 'PARTY_TO', { ...mou, standing }))).toBe(
      'A is a party to MOU (signed 11 Nov 2016, last stated term to 10 Nov 2021) [1].',
    );
  });

  it('speak of groups as such, and of meetings as past', () => {
    const group = (id: string, label: string, caption: string) => ({
      ...node(id, label, { collective: true }),
      caption,
    });
    const labs = group('labs', 'Facility', 'Three laboratories');
    expect(tell(relation(node('a'), 'OPERATES', labs, { role: 'leads' }))).toBe(
      'A is among those that lead Three laboratories [1].',
    );
    expect(tell(relation(labs, 'UNDER', mou))).toBe(
      'Three laboratories rest on MOU (signed 11 Nov 2016) [1].',
    );
    expect(tell(relation(node('a'), 'MEMBER_OF', group('team', 'Organisation', 'Team India')))).toBe(
      'A has members in Team India [1].',
    );
    const meeting = node('m', 'Event');
    expect(tell(relation(node('a'), 'PARTICIPATES_IN', meeting, { role: 'co-chair' }))).toBe(
      'A co-chaired M [1].',
    );
  });

  it('tell a meeting beside another apart from a part of it', () => {
    const [talks, congress] = [node('talks', 'Event'), node('congress', 'Event')];
    expect(tell(relation(talks, 'PART_OF', congress, { role: 'sidelines' }))).toBe(
      'TALKS took place on the sidelines of CONGRESS [1].',
    );
    expect(tell(relation(talks, 'PART_OF', congress))).toBe('TALKS is part of CONGRESS [1].');
  });

  it('never tell as signed what was adopted', () => {
    const [one, other] = [node('vision', 'Agreement'), node('roadmap', 'Agreement')];
    const at = (agreement: GraphNode) =>
      relation(agreement, 'SIGNED_AT', node('summit', 'Event'), { role: 'adopted' });
    expect(tell(at(one))).toBe('VISION was adopted at SUMMIT [1].');
    expect(tell(at(one), at(other))).toBe('VISION and ROADMAP were adopted at SUMMIT [1] [2].');
  });

  it('give the first and last of many dates, and the number of a meeting', () => {
    const dates = ['2010', '2012', '2014', '2016'];
    expect(tell(relation(node('a'), 'MET_WITH', node('b'), { dates }))).toBe('A met B (2010 to 2016) [1].');
    expect(tell(relation(node('m', 'Event'), 'PART_OF', node('jc'), { ordinal: 9 }))).toBe(
      'M is part of JC (no. 9) [1].',
    );
  });

  it('show every name letter for letter in Markdown', () => {
    const odd = { ...node('odd'), caption: '*_[x](y)_*|#' };
    const [sentence = []] = tellRelations([relation(odd, 'MET_WITH', node('b'))], () => [], ENGLISH);
    expect(toMarkdown(sentence)).toBe('**\\*\\_\\[x\\](y)\\_\\*\\|\\#** met **B**.');
  });

  it('have words for every type and every role of the vocabulary', () => {
    for (const type of RELATIONSHIP_TYPES) {
      const sentence = tell(relation(node('a'), type, node('b')));
      expect(sentence).not.toContain('is related to');
      for (const role of RELATIONSHIPS[type].roles) {
        expect(tell(relation(node('a'), type, node('b'), { role }))).toMatch(
          /^(?:People of )?A .+ B \[1\]\.$/u,
        );
      }
    }
  });

  it('cite each relation once and in order, however they are told together', () => {
    const names = fc.constantFrom('a', 'b', 'c');
    const anyRelation = fc
      .record({
        source: names,
        target: names,
        type: fc.constantFrom(...RELATIONSHIP_TYPES),
        modality: fc.constantFrom(...MODALITIES),
      })
      .map(({ source, target, type, modality }) => relation(node(source), type, node(target), { modality }));
    fc.assert(
      fc.property(fc.array(anyRelation, { maxLength: 8 }), (relations) => {
        const numbers = [...tell(...relations).matchAll(/\[(\d+)\]/gu)].map((match) => Number(match[1]));
        expect(numbers).toEqual(relations.map((_, place) => place + 1));
      }),
    );
  });
});
