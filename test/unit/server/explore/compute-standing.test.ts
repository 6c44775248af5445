import { describe, expect, test } from 'vitest';

import { computeStanding, listEndedTerms } from '../../../../server/explore/compute-standing.ts';
import type { StandingBasis } from '../../../../server/explore/compute-standing.ts';
import { parseEdtfDate } from '../../../../server/evidence/edtf-date.ts';

function basis(id: string, part: Partial<StandingBasis>): StandingBasis {
  return {
    id,
    type: 'TERM',
    ordinal: 0,
    basis: undefined,
    from: undefined,
    to: undefined,
    isConditional: false,
    what: undefined,
    date: undefined,
    modality: 'stated',
    statesUpTo: undefined,
    ...part,
  };
}
const date = (what: string, text: string, more: Partial<StandingBasis> = {}): StandingBasis =>
  basis(`date-${what}`, { type: 'DATE', what, date: text, ...more });
const term = (ordinal: number, part: Partial<StandingBasis>): StandingBasis =>
  basis(`term-${ordinal}`, { ordinal, ...part });
const on = (iso: string) => ({ iso, day: parseEdtfDate(iso).from });

describe('the standing of an agreement', () => {
  const fiveYears = [date('signed', '2007-02-16'), term(1, { from: '2007-02-16', to: '2012-02-15' })];
  const extended = [...fiveYears, term(2, { basis: 'extension', to: '2015' })];
  const conditional = [...extended, term(3, { basis: 'automatic', to: '2016', isConditional: true })];

  test.each([
    ['before it was signed', fiveYears, '2007-02-15', 'not-concluded'],
    ['on its first day', fiveYears, '2007-02-16', 'in-force'],
    ['on its last day', fiveYears, '2012-02-15', 'in-force'],
    ['the day after', fiveYears, '2012-02-16', 'term-ended'],
    ['in an extension', extended, '2014-12-31', 'in-force'],
    ['after the extension', extended, '2016-01-01', 'term-ended'],
    ['in a conditional extension', conditional, '2016-06-01', 'ended-unless-extended'],
    ['after the conditional extension too', conditional, '2017-01-01', 'term-ended'],
    [
      'with a conditional extension that has no end',
      [...fiveYears, term(2, { isConditional: true })],
      '2030-01-01',
      'ended-unless-extended',
    ],
    [
      'with a term that has no end',
      [date('signed', '2000'), term(1, { from: '2000' })],
      '2030-01-01',
      'no-end-stated',
    ],
    ['with a term that is open', [term(1, { from: '2000', to: '..' })], '2030-01-01', 'no-end-stated'],
    ['with a date of signature only', [date('signed', '1993')], '2030-01-01', 'no-end-stated'],
    ['with nothing stated', [], '2030-01-01', 'no-end-stated'],
    [
      'with a date at which it expires',
      [date('signed', '1993'), date('expires', '1998')],
      '1999-01-01',
      'term-ended',
    ],
  ] as const)('%s', (_, statements, day, code) => {
    expect(computeStanding('stated', statements, on(day)).code).toBe(code);
    expect(computeStanding(undefined, [...statements].toReversed(), on(day)).code).toBe(code);
  });

  test('of what was only planned or discussed is "not concluded", whatever its dates', () => {
    for (const modality of ['planned', 'proposed', 'hoped', 'discussed', 'not-held']) {
      expect(computeStanding(modality, fiveYears, on('2010-01-01')).code).toBe('not-concluded');
    }
  });

  test('does not rest on a term that was only hoped for', () => {
    const hoped = [...fiveYears, term(2, { to: '2030', modality: 'hoped' })];
    expect(computeStanding('stated', hoped, on('2020-01-01')).code).toBe('term-ended');
  });

  test('says when it depends on a date that is known in part only', () => {
    expect(computeStanding('stated', extended, on('2015-06-01'))).toMatchObject({
      code: 'in-force',
      uncertain: true,
    });
    expect(computeStanding('stated', extended, on('2014-06-01'))).not.toHaveProperty('uncertain');
    expect(computeStanding('stated', [date('signed', '2016')], on('2016-03-01'))).toMatchObject({
      uncertain: true,
    });
    expect(computeStanding('stated', [date('signed', '2016')], on('2017-03-01'))).not.toHaveProperty(
      'uncertain',
    );
  });

  test('names what it rests on and up to when that source speaks', () => {
    const told = fiveYears.map((one) => ({ ...one, statesUpTo: '2020-12' }));
    expect(computeStanding('stated', told, on('2015-01-01'))).toEqual({
      code: 'term-ended',
      at: '2015-01-01',
      until: '2012-02-15',
      basis: ['term-1'],
      statesUpTo: '2020-12',
    });
  });

  test('lists ended terms only where no later one carries the agreement on', () => {
    const ended = (statements: readonly StandingBasis[], day: string, modality = 'stated') =>
      listEndedTerms(modality, statements, on(day));
    expect(ended(extended, '2014-12-31')).toEqual([]);
    expect(ended(extended, '2015-06-01')).toEqual([]);
    expect(ended(extended, '2016-01-01')).toEqual(['term-1', 'term-2']);
    expect(ended(conditional, '2016-06-01')).toEqual(['term-1', 'term-2']);
    expect(ended(conditional, '2017-01-01')).toEqual(['term-1', 'term-2', 'term-3']);
    expect(ended([date('signed', '1993'), date('expires', '1998')], '1999-01-01')).toEqual(['date-expires']);
    expect(ended([...fiveYears, term(2, { to: '2014', modality: 'hoped' })], '2020-01-01')).toEqual([
      'term-1',
    ]);
    expect(ended(fiveYears, '2020-01-01', 'discussed')).toEqual([]);
    expect(ended([date('signed', '1993')], '2020-01-01')).toEqual([]);
  });
});
