import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { findDateConflicts } from '../../../../scripts/ingest/project/find-conflicts.ts';
import { holdsOf, mergeIntervals, startOfEntity } from '../../../../scripts/ingest/project/holds.ts';
import { countIndependent } from '../../../../server/evidence/independence.ts';
import { strongestModality } from '../../../../scripts/ingest/project/modality.ts';
import { mergeDocument } from '../../../../scripts/ingest/project/project-document.ts';
import { projectEntity } from '../../../../scripts/ingest/project/project-entity.ts';
import { projectRelationship } from '../../../../scripts/ingest/project/project-relationship.ts';
import type {
  StatementProperties,
  StatementRecord,
} from '../../../../scripts/ingest/resolve/statement-record.ts';
import { relationshipId, toSlug } from '../../../../scripts/ingest/resolve/statement-ids.ts';
import { ALWAYS_BEFORE, parseEdtfDate, STILL } from '../../../../server/evidence/edtf-date.ts';

function statement(over: Partial<StatementProperties>): StatementProperties {
  return {
    id: 's',
    dataSet: 'd',
    type: 'PARTY_TO',
    subject: 'org:a',
    object: 'agr:x',
    modality: 'stated',
    ...over,
  } as StatementProperties;
}
const first = (text: string): number => parseEdtfDate(text).from;
const last = (text: string): number => parseEdtfDate(text).to;
const undated = (): undefined => undefined;

function record(over: Partial<StatementProperties>, document: string): StatementRecord {
  return { properties: statement(over), references: [{ document, start: 0, end: 9 } as never] };
}

describe('a relationship', () => {
  const project = (...records: StatementRecord[]) =>
    projectRelationship(
      'r',
      records,
      () => undated,
      (document) => ({ id: document }),
    ).properties;

  it('is carried by the statements of its modality alone: a hope is no evidence', () => {
    const stated = record({ id: 'a', from: '196X' }, 'doc:one');
    const hoped = record({ id: 'b', modality: 'hoped', date: '2024' }, 'doc:two');
    expect(project(stated, hoped)).toMatchObject({
      modality: 'stated',
      statements: ['a', 'b'],
      documents: 1,
      passages: 1,
      documentIds: ['doc:one'],
      dates: ['196X/..'],
    });
    expect(project(hoped)).toMatchObject({ modality: 'hoped', documentIds: ['doc:two'], dates: ['2024'] });
  });

  it('has a number only where all of its statements have that one', () => {
    const meeting = (id: string, ordinal?: number) =>
      record({ id, type: 'MET_WITH', ...(ordinal === undefined ? {} : { ordinal }) }, 'doc:one');
    expect(project(meeting('a', 1))['ordinal']).toBe(1);
    expect(project(meeting('a', 1), meeting('b', 2))['ordinal']).toBeUndefined();
    expect(project(meeting('a', 1), meeting('b'))['ordinal']).toBeUndefined();
  });
});

it('an agreement was signed on the day, where one source gives the month and another the day in it', () => {
  const signed = (id: string, date: string) =>
    record({ id, type: 'DATE', subject: 'agr:x', what: 'signed', date }, 'doc:one');
  const entity = record({ id: 'e', type: 'ENTITY', subject: 'agr:x', label: 'Agreement' }, 'doc:one');
  const project = (...dates: string[]) =>
    projectEntity('agr:x', [entity, ...dates.map((date, place) => signed(`d${place}`, date))], (id) => ({
      id,
    }))?.properties['signed'];
  expect(project('2018-06', '2018-06-16')).toBe('2018-06-16');
  expect(project('2018', '2018-06', '2019')).toBe('2018-06');
  expect(project('2018-06-17', '2018-06-16')).toBe('2018-06-16');
});

describe('when a relation holds', () => {
  it.each([
    ['from its own date on', { date: '2016' }, [first('2016'), STILL]],
    ['during its interval', { date: '2018-04/2019-03' }, [first('2018-04'), last('2019-03')]],
    ['from and to', { from: '2016-05', to: '2017' }, [first('2016-05'), last('2017')]],
    ['to alone: always before', { to: '2017' }, [ALWAYS_BEFORE, last('2017')]],
    [
      'an office from the day it was stated at',
      { type: 'HOLDS_POSITION', asOf: '2020-03-04' },
      [first('2020-03-04'), STILL],
    ],
    ['a relation stated at a day: nothing says since when', { asOf: '2020-03-04' }, [ALWAYS_BEFORE, STILL]],
    ['without any date', {}, [ALWAYS_BEFORE, STILL]],
    ['a meeting within bounds never ends', { type: 'MET_WITH', date: '2014/2020' }, [first('2014'), STILL]],
  ])('%s', (_what, over, [from, to]) => {
    expect(holdsOf(statement(over as Partial<StatementProperties>), undated)).toEqual({ from, to });
  });

  it('starts with its agreement where it has no date of its own', () => {
    const startOf = (id: string): number | undefined => (id === 'agr:x' ? 1_000 : undefined);
    expect(holdsOf(statement({}), startOf)).toEqual({ from: 1_000, to: STILL });
    expect(holdsOf(statement({ date: '1980' }), startOf).from).toBe(first('1980'));
    expect(holdsOf(statement({ to: '1970' }), startOf)).toEqual({ from: ALWAYS_BEFORE, to: last('1970') });
  });

  it('an agreement starts when it takes effect, else when it is signed; a planned date starts nothing', () => {
    const date = (what: string, text: string, modality = 'stated') =>
      statement({ type: 'DATE', what, date: text, modality });
    expect(startOfEntity('Agreement', [date('signed', '2016'), date('effective', '2017')])).toBe(
      first('2017'),
    );
    expect(startOfEntity('Agreement', [date('signed', '2016'), date('signed', '2015')])).toBe(first('2015'));
    expect(startOfEntity('Agreement', [date('signed', '2016', 'planned')])).toBeUndefined();
    expect(startOfEntity('Event', [date('held', '2016-02')])).toBe(first('2016-02'));
    expect(startOfEntity('Facility', [date('launched', '2016')])).toBeUndefined();
  });

  it('intervals are merged, ascending and apart', () => {
    const interval = fc
      .tuple(fc.integer({ min: -50, max: 50 }), fc.nat({ max: 20 }))
      .map(([from, length]) => ({ from, to: from + length }));
    fc.assert(
      fc.property(fc.array(interval, { minLength: 1, maxLength: 12 }), (intervals) => {
        const merged = mergeIntervals(intervals);
        for (let at = 1; at < merged.length; at += 1)
          expect(merged[at]).toBeGreaterThanOrEqual(merged[at - 1] ?? NaN);
        for (let day = -60; day <= 80; day += 1) {
          const before = intervals.some(({ from, to }) => from <= day && day <= to);
          let after = false;
          for (let at = 0; at < merged.length; at += 2)
            after ||= (merged[at] ?? 0) <= day && day <= (merged[at + 1] ?? 0);
          expect(after).toBe(before);
        }
      }),
    );
  });
});

describe('disagreement', () => {
  const date = (id: string, what: string, text: string, over: Partial<StatementProperties> = {}) =>
    statement({ id, type: 'DATE', what, date: text, ...over } as Partial<StatementProperties>);
  const pairs = (...statements: StatementProperties[]) =>
    [...findDateConflicts(statements)].map(([id, others]) => [id, [...others]]);

  it('is two dates of one kind that share no day', () => {
    expect(pairs(date('a', 'signed', '2016-11-11'), date('b', 'signed', '2016-11-12'))).toEqual([
      ['a', ['b']],
      ['b', ['a']],
    ]);
  });

  it.each([
    ['one lies in the other', [date('a', 'signed', '2016-11-11'), date('b', 'signed', '2016')]],
    ['they say different things', [date('a', 'signed', '2016'), date('b', 'effective', '2017')]],
    [
      'one was only planned',
      [date('a', 'signed', '2016'), date('b', 'signed', '2017', { modality: 'planned' })],
    ],
    ['it happens again and again', [date('a', 'renewed', '2012'), date('b', 'renewed', '2017')]],
    [
      'it is a group',
      [
        date('a', 'held', '2012'),
        date('b', 'held', '2017'),
        statement({ id: 'e', type: 'ENTITY', collective: true } as Partial<StatementProperties>),
      ],
    ],
  ])('is not there when %s', (_what, statements) => {
    expect(pairs(...statements)).toEqual([]);
  });
});

describe('evidence', () => {
  it('of one agency, else of one publisher, counts once', () => {
    const witnesses = new Map([
      ['a', { id: 'a', agency: 'ANI', publisher: 'One' }],
      ['b', { id: 'b', agency: 'ani ', publisher: 'Two' }],
      ['c', { id: 'c', publisher: 'Three' }],
      ['d', { id: 'd', publisher: 'Three' }],
      ['e', { id: 'e' }],
      ['f', { id: 'f' }],
    ]);
    const count = (ids: string): number => countIndependent(ids, (id) => witnesses.get(id) ?? { id });
    expect([count('ab'), count('cd'), count('ac'), count('ef'), count('abcdef'), count('')]).toEqual([
      1, 1, 2, 2, 4, 0,
    ]);
  });

  it('is as strong as its strongest statement', () => {
    expect(strongestModality(['hoped', 'planned'])).toBe('planned');
    expect(strongestModality(['not-held', 'stated'])).toBe('stated');
    expect(strongestModality(['discussed', 'hoped'])).toBe('hoped');
  });

  it('of a document is told by the data set whose id sorts first, the other fills the gaps', () => {
    const own = { id: 'doc:x', title: 'Own', dataSets: ['b'] };
    const existing = (dataSets: readonly string[]) => ({ id: 'doc:x', title: 'Other', url: 'u', dataSets });
    expect(mergeDocument(own, 'b', existing(['a']))).toEqual({
      id: 'doc:x',
      title: 'Other',
      url: 'u',
      dataSets: ['a', 'b'],
    });
    expect(mergeDocument(own, 'b', existing(['c']))).toEqual({
      id: 'doc:x',
      title: 'Own',
      url: 'u',
      dataSets: ['b', 'c'],
    });
    expect(mergeDocument(own, 'b', existing(['b']))).toEqual(own);
  });
});

describe('ids', () => {
  it('of relationships say type, ends and role', () => {
    expect(relationshipId('PARTY_TO', 'org:a', 'agr:x', undefined)).toBe('party-to~org:a~agr:x');
    expect(relationshipId('PARTICIPATES_IN', 'place:p', 'prog:x', 'pilot country')).toBe(
      'participates-in~place:p~prog:x~pilot-country',
    );
  });

  it('hold only plain characters, whatever the words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) =>
        /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(toSlug(text)),
      ),
    );
    expect(toSlug('Vénus orbiter')).toBe('venus-orbiter');
  });
});
