import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  ALWAYS_BEFORE,
  isEdtfDate,
  overlaps,
  parseEdtfDate,
  STILL,
} from '../../../../server/evidence/edtf-date.ts';

const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
const dayText = fc
  .integer({ min: -700_000, max: 2_900_000 })
  .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));

describe('a date of our EDTF subset', () => {
  it.each([
    ['2016', '2016-01-01', '2016-12-31'],
    ['2016-02', '2016-02-01', '2016-02-29'],
    ['2016-11-11', '2016-11-11', '2016-11-11'],
    ['196X', '1960-01-01', '1969-12-31'],
    ['2018-04/2019-03', '2018-04-01', '2019-03-31'],
    ['2018/2018', '2018-01-01', '2018-12-31'],
    ['{2020-06-23,2020-06-29}', '2020-06-23', '2020-06-29'],
    ['{2021,2020-06}', '2020-06-01', '2021-12-31'],
    ['0099-02-28', '0099-02-28', '0099-02-28'],
  ])('%s spans %s to %s', (text, from, to) => {
    expect(parseEdtfDate(text)).toEqual({ from: day(from), to: day(to) });
  });

  it('may be open at one end', () => {
    expect(parseEdtfDate('2008/..')).toEqual({ from: day('2008-01-01'), to: STILL });
    expect(parseEdtfDate('../2008')).toEqual({ from: ALWAYS_BEFORE, to: day('2008-12-31') });
  });

  it.each([
    '',
    '16',
    '2016-13',
    '2016-00',
    '2016-21',
    '2016-02-30',
    '2100-02-29',
    '2016-1-1',
    '2016~',
    '2016?',
    '20XX',
    '2016-1X',
    '2016-11-11T10:00',
    '11.11.2016',
    '2019/2018',
    '2016-11-12/2016-11-11',
    '../..',
    '2008/',
    '{2016}',
    '{2016..2018}',
    '[2016,2017]',
    ' 2016',
    '2016\n',
    '２０１６',
    '-0100',
    'Y12016',
  ])('%j is refused', (text) => {
    expect(isEdtfDate(text)).toBe(false);
    expect(() => parseEdtfDate(text)).toThrowError(expect.objectContaining({ code: 'invalid-parameter' }));
  });

  it('spans exactly its day when it is a day, the same every time', () => {
    fc.assert(
      fc.property(dayText, (text) => {
        expect(parseEdtfDate(text)).toEqual({ from: day(text), to: day(text) });
        expect(parseEdtfDate(text)).toEqual(parseEdtfDate(text));
      }),
    );
  });

  it('lies within its month, which lies within its year', () => {
    fc.assert(
      fc.property(dayText, (text) => {
        const [whole, month, year] = [text, text.slice(0, 7), text.slice(0, 4)].map(parseEdtfDate);
        expect(month?.from).toBeLessThanOrEqual(whole?.from ?? NaN);
        expect(month?.to).toBeGreaterThanOrEqual(whole?.to ?? NaN);
        expect(year?.from).toBeLessThanOrEqual(month?.from ?? NaN);
        expect(year?.to).toBeGreaterThanOrEqual(month?.to ?? NaN);
      }),
    );
  });

  it('as an interval runs from its first to its last day, or is refused when they are the wrong way round', () => {
    fc.assert(
      fc.property(dayText, dayText, (a, b) => {
        if (a <= b) expect(parseEdtfDate(`${a}/${b}`)).toEqual({ from: day(a), to: day(b) });
        else expect(isEdtfDate(`${a}/${b}`)).toBe(false);
      }),
    );
  });

  it('never takes long to refuse', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof isEdtfDate(text) === 'boolean'));
    const started = performance.now();
    expect(isEdtfDate(`{${'2016,'.repeat(100_000)}2016}`)).toBe(false);
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('overlaps another when they share a day', () => {
    const [a, b, c] = ['2016-11', '2016-11-30/2017', '2017'].map(parseEdtfDate);
    if (a === undefined || b === undefined || c === undefined) throw new Error('three dates');
    expect(overlaps(a, b)).toBe(true);
    expect(overlaps(b, c)).toBe(true);
    expect(overlaps(a, c)).toBe(false);
  });
});
