import { describe, expect, it } from 'vitest';

import type { Statement } from '../../../server/contract/graph.ts';
import { kindLine, standingLine } from '../../../client/graph/describe-node.ts';
import { yearOf } from '../../../client/graph/edtf-text.ts';
import { describeDate, describeDatedMeaning } from '../../../server/contract/date-words.ts';
import { edgeStyle, firmestStyle, standingStyle } from '../../../client/graph/line-style.ts';
import { dateTextOf } from '../../../client/graph/mark-date.ts';
import { parsePathQuery } from '../../../client/graph/parse-path-query.ts';
import { describeStatement, groupRelations, qualifierLine } from '../../../client/graph/wording.ts';
import { narrativeParts } from '../../../client/ui/panel/narrative-parts.ts';
import { entity, relation } from './graph-fixture.ts';

describe('dates', () => {
  it.each([
    ['2016', '2016'],
    ['2016-11', 'Nov 2016'],
    ['2016-11-05', '5 Nov 2016'],
    ['196X', 'the 1960s'],
    ['2018-04/2019-03', 'Apr 2018 – Mar 2019'],
    ['2008/..', 'since 2008'],
    ['../2012', 'until 2012'],
    ['{2020-06-23,2020-06-29}', '23 Jun 2020 and 29 Jun 2020'],
    ['some day', 'some day'],
  ])('reads %s as %s', (edtf, text) => {
    expect(describeDate(edtf)).toBe(text);
  });

  it('places a date on the axis by its start', () => {
    expect(yearOf('2016')).toBe(2016);
    expect(yearOf('2016-07')).toBeCloseTo(2016.5);
    expect(yearOf('196X')).toBe(1965);
    expect(yearOf('2018-04/2019-03')).toBeCloseTo(2018.25);
    expect(yearOf('../2012')).toBe(2012);
    expect(yearOf('unknown')).toBeNull();
  });

  it('takes the signature, else the earliest beginning, never an end', () => {
    expect(dateTextOf(entity('agr:a', { signed: '2016-11-11', dates: ['effective 2015'] }))).toBe(
      '2016-11-11',
    );
    expect(
      dateTextOf(entity('prog:a', { dates: ['completed 2015', 'launched 2010', 'effective 2012'] })),
    ).toBe('2010');
    expect(dateTextOf(entity('prog:a', { dates: ['expires 2020'] }))).toBe('2020');
    expect(dateTextOf(entity('prog:a'))).toBeNull();
  });

  it('says what a date means', () => {
    expect(describeDatedMeaning('launched 2017')).toBe('launched 2017');
    expect(describeDatedMeaning('signed 2016-11-11')).toBe('signed 11 Nov 2016');
  });
});

describe('standing', () => {
  const standing = (code: NonNullable<ReturnType<typeof entity>['standing']>['code'], until?: string) =>
    entity(
      'agr:a',
      {},
      { standing: { code, at: '2026-11-23', basis: [], ...(until === undefined ? {} : { until }) } },
    );

  it('is the style of a line', () => {
    expect(standingStyle(standing('in-force'))).toBe('solid');
    expect(standingStyle(standing('no-end-stated'))).toBe('solid');
    expect(standingStyle(standing('term-ended'))).toBe('dashed');
    expect(standingStyle(standing('ended-unless-extended'))).toBe('dashed');
    expect(standingStyle(standing('not-concluded'))).toBe('dotted');
    expect(standingStyle(entity('prog:a', { modality: 'proposed' }))).toBe('dotted');
  });

  it('gives way to a dispute', () => {
    expect(edgeStyle(relation('PARTY_TO', 'org:a', 'agr:a', { disputed: true }), standing('in-force'))).toBe(
      'double',
    );
    expect(firmestStyle(['dotted', 'solid', 'dashed'])).toBe('solid');
    expect(firmestStyle(['dotted', 'dashed'])).toBe('dashed');
    expect(firmestStyle([])).toBe('dotted');
  });

  it('is said with its end', () => {
    expect(standingLine(standing('term-ended', '2012-02-15'))).toBe('stated term ended 15 Feb 2012');
    expect(standingLine(standing('ended-unless-extended', '2024'))).toBe('ended 2024 unless extended');
    expect(standingLine(standing('no-end-stated'))).toBe('no end stated');
    expect(standingLine(entity('org:a'))).toBeNull();
  });
});

describe('words', () => {
  it('names a kind, and how many a group holds', () => {
    expect(
      kindLine(entity('agr:a', { kinds: ['memorandum-of-cooperation', 'memorandum-of-understanding'] })),
    ).toBe('memorandum of cooperation or memorandum of understanding');
    expect(kindLine(entity('org:a', { kind: 'laboratories', collective: true, count: 38 }))).toBe(
      'laboratories · a group of 38',
    );
    expect(kindLine(entity('person:a'))).toBe('person');
  });

  it('groups relationships by what they say, seen from the entity', () => {
    const edges = [
      relation('PARTY_TO', 'org:a', 'agr:x'),
      relation('PARTY_TO', 'org:a', 'agr:y'),
      relation('PART_OF', 'org:lab', 'org:a'),
      relation('PART_OF', 'org:a', 'org:whole'),
    ];
    expect(groupRelations(edges, 'org:a').map((group) => [group.heading, group.edges.length])).toEqual([
      ['Party to', 2],
      ['Part of', 1],
      ['Its parts', 1],
    ]);
  });

  it('puts under a heading of its own what a role makes another thing', () => {
    const aside = relation('PART_OF', 'event:talks', 'event:congress', { role: 'sidelines' });
    const item = relation('PART_OF', 'event:session', 'event:congress');
    const headings = groupRelations([aside, item], 'event:congress').map((group) => group.heading);
    expect(headings).toEqual(['Its parts', 'On its sidelines']);
    expect(groupRelations([aside], 'event:talks')[0]?.heading).toBe('On the sidelines of');
    expect(qualifierLine(aside)).toBe('');
    const adopted = relation('SIGNED_AT', 'agr:a', 'event:summit', { role: 'adopted' });
    expect(groupRelations([adopted], 'agr:a')[0]?.heading).toBe('Adopted at');
    expect(groupRelations([adopted], 'event:summit')[0]?.heading).toBe('Adopted there');
  });

  it('adds role, office, date and modality to a relationship', () => {
    const edge = relation('MEMBER_OF', 'org:a', 'org:b', {
      role: 'co-chair',
      dates: ['2019'],
      modality: 'planned',
    });
    expect(qualifierLine(edge)).toBe('co-chair, 2019, planned');
    expect(qualifierLine(relation('MEMBER_OF', 'org:a', 'org:b', { role: 'member' }))).toBe('');
  });

  const statement = (over: Partial<Statement>): Statement => ({
    id: 's',
    type: 'PARTY_TO',
    subject: 'org:a',
    subjectCaption: 'DST',
    modality: 'stated',
    conflictsWith: [],
    dataSet: 'x',
    references: [],
    ...over,
  });

  it('turns statements into sentences', () => {
    expect(describeStatement(statement({ object: 'agr:x', objectCaption: 'MoU' }))).toBe(
      'DST is a party to MoU',
    );
    expect(
      describeStatement(
        statement({ type: 'MEMBER_OF', role: 'co-chair', object: 'x', objectCaption: 'JCM', date: '2019' }),
      ),
    ).toBe('DST co-chairs JCM · 2019');
    expect(
      describeStatement(
        statement({ type: 'PART_OF', role: 'sidelines', object: 'x', objectCaption: 'the congress' }),
      ),
    ).toBe('DST took place on the sidelines of the congress');
    expect(describeStatement(statement({ type: 'DATE', what: 'signed', date: '2006-12-08' }))).toBe(
      'signed 8 Dec 2006',
    );
    expect(
      describeStatement(
        statement({ type: 'TERM', ordinal: 3, basis: 'automatic', to: '2016', conditional: true }),
      ),
    ).toBe('Term 3: to 2016 (automatic, if required)');
    expect(
      describeStatement(
        statement({
          type: 'FIGURE',
          figure: 'joint projects',
          value: 277,
          unit: 'projects',
          comparator: 'about',
          asOf: '2020-12',
          cumulative: true,
        }),
      ),
    ).toBe('about 277 projects (joint projects), as of Dec 2020, in total');
    expect(describeStatement(statement({ type: 'NAME', value: '日本学術振興会' }))).toBe(
      'Called “日本学術振興会”',
    );
  });
});

describe('a question typed into the search box', () => {
  it.each([
    ['ISRO to JAXA', 'ISRO', 'JAXA'],
    ['isro and jaxa', 'isro', 'jaxa'],
    ['ISRO → JAXA', 'ISRO', 'JAXA'],
    ['How is DST connected to JSPS?', 'DST', 'JSPS'],
    ['path from DST to JSPS', 'DST', 'JSPS'],
    ['How is NCPOR connected to MEXT, and who says so?', 'NCPOR', 'MEXT'],
    ['How are DST and JSPS connected?', 'DST', 'JSPS'],
    ['What do DST and JSPS share?', 'DST', 'JSPS'],
  ])('finds both ends of %s', (text, from, to) => {
    expect(parsePathQuery(text)).toEqual({ from, to });
  });

  it.each(['Tokyo', 'tomato', 'ISRO to', 'to JAXA', ''])('takes %s for a name', (text) => {
    expect(parsePathQuery(text)).toBeNull();
  });
});

describe('the narrative of a path', () => {
  const shape = (markdown: string) => narrativeParts(markdown).map(({ kind, text }) => [kind, text]);

  it('keeps emphasis and citations apart from text', () => {
    expect(shape('**DST** works with _JSPS_ [1].')).toEqual([
      ['strong', 'DST'],
      ['text', ' works with '],
      ['emphasis', 'JSPS'],
      ['text', ' '],
      ['citation', '1'],
      ['text', '.'],
    ]);
  });

  it('shows the text of a link without its address, and never HTML', () => {
    expect(
      shape('[here](javascript:alert(1)) <b>x</b>')
        .map(([, text]) => text)
        .join(''),
    ).toContain('<b>x</b>');
    expect(shape('a \\*star\\*')).toEqual([['text', 'a *star*']]);
  });
});
