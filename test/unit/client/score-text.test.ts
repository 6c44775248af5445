import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { shareOfBest, significant } from '../../../client/state/score-text.ts';

describe('a score as a reader sees it', () => {
  it('has three digits that count, however small it is', () => {
    expect([1, 0.8, 0.49, 0.6048, 0.0403, 0.001, 0.00000213, 1.5e-12].map(significant)).toEqual([
      '1',
      '0.8',
      '0.49',
      '0.605',
      '0.0403',
      '0.001',
      '2.13·10⁻⁶',
      '1.5·10⁻¹²',
    ]);
  });

  it('says how near it comes to the best', () => {
    expect([0.147985, 0.137401, 0.0325].map((score) => shareOfBest(score, 0.147985))).toEqual([
      'best',
      '92.8\u00a0% of\u00a0best',
      '22\u00a0% of\u00a0best',
    ]);
    expect(shareOfBest(2e-9, 8e-6)).toBe('0.025\u00a0% of\u00a0best');
    expect(shareOfBest(0.1479849, 0.147985)).toBe('99.9\u00a0% of\u00a0best');
  });

  it('tells two scores apart that differ by a hundredth, at any size', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-12, max: 1, noNaN: true }),
        fc.double({ min: 0.001, max: 0.98, noNaN: true }),
        (best, share) => {
          const [nearer, farther] = [share * best, share * best * 0.99];
          expect(shareOfBest(nearer, best)).not.toBe(shareOfBest(farther, best));
          expect(shareOfBest(nearer, best)).not.toContain('<');
        },
      ),
    );
  });
});
