import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { chooseShores } from '../../../../client/graph/bridge/choose-shores.ts';
import { ellipsize, wrapText } from '../../../../client/graph/bridge/ellipsize.ts';
import { shortKind } from '../../../../client/graph/bridge/mark-label.ts';
import { countCrossings, orderBand } from '../../../../client/graph/bridge/order.ts';
import { spread } from '../../../../client/graph/bridge/spread.ts';
import { createTimeScale } from '../../../../client/graph/bridge/time-scale.ts';
import { indian, japanese } from '../graph-fixture.ts';

const measure = (text: string): number => text.length * 6;

describe('spreading', () => {
  const wishes = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 20 });

  it('keeps order, distance and bounds', () => {
    fc.assert(
      fc.property(wishes, (list) => {
        const sorted = list.toSorted((a, b) => a - b);
        const placed = spread(sorted, 4, 0, 100);
        expect(placed).toHaveLength(sorted.length);
        placed.forEach((value, place) => {
          expect(value).toBeGreaterThanOrEqual(-1e-9);
          expect(value).toBeLessThanOrEqual(100 + 1e-9);
          if (place > 0) expect(value - (placed[place - 1] ?? 0)).toBeGreaterThanOrEqual(4 - 1e-9);
        });
      }),
    );
  });

  it('leaves alone what has room', () => {
    expect(spread([10, 30, 60], 5, 0, 100)).toEqual([10, 30, 60]);
  });

  it('shrinks the distance evenly where there is no room', () => {
    expect(spread([5, 5, 5], 10, 0, 10)).toEqual([0, 5, 10]);
  });
});

describe('the time scale', () => {
  const years = [1985, 2006, 2007.5, 2016, 2016.8, 2020];

  it('never turns back', () => {
    const scale = createTimeScale(years, 100, 500);
    const xs = Array.from({ length: 80 }, (_, n) => scale.x(1980 + n * 0.55));
    expect(xs).toEqual(xs.toSorted((a, b) => a - b));
  });

  it('gives empty stretches little room', () => {
    const scale = createTimeScale(years, 0, 500);
    expect(scale.x(2004) - scale.x(1988)).toBeLessThan(scale.x(2008) - scale.x(2006));
  });

  it('writes years at least 40 px apart, inside the axis', () => {
    const scale = createTimeScale(years, 100, 500);
    scale.ticks.slice(1).forEach((tick, place) => {
      expect(tick.x - (scale.ticks[place]?.x ?? 0)).toBeGreaterThanOrEqual(40);
    });
    expect(scale.ticks.length).toBeGreaterThan(2);
  });

  it('stands without any date', () => {
    expect(createTimeScale([], 10, 20).ticks).toEqual([]);
  });
});

describe('the order of a band', () => {
  it('lets lines that need not cross run side by side', () => {
    const rows = [
      { key: '1', left: ['a'], right: ['z'], year: 2000 },
      { key: '2', left: ['b'], right: ['y'], year: 2001 },
      { key: '3', left: ['c'], right: ['x'], year: 1990 },
    ];
    const order = orderBand(rows);
    const sorted = order.rows.map((key) => rows.find((row) => row.key === key)!);
    expect(countCrossings(sorted, order.left, order.right)).toBe(0);
  });

  it('counts crossings on both shores', () => {
    const rows = [
      { key: '1', left: ['b'], right: ['z'], year: 1 },
      { key: '2', left: ['a'], right: ['y'], year: 2 },
    ];
    expect(countCrossings(rows, ['a', 'b'], ['y', 'z'])).toBe(2);
  });
});

describe('texts on the bridge', () => {
  it('cuts a label but never its count', () => {
    expect(ellipsize('Indian Council of Research', ' +3', 90, measure).text).toMatch(/^Indian.*…\s?\+3$/);
    expect(ellipsize('DST', ' +3', 90, measure).text).toBe('DST +3');
  });

  it('wraps a caption at words', () => {
    expect(wrapText('Life sciences, health', 90, 2, measure)).toEqual(['Life sciences,', 'health']);
    expect(wrapText('Nuclear, accelerators and more', 80, 1, measure)[0]).toMatch(/…$/);
  });

  it('knows kinds of agreements by their short names', () => {
    expect(shortKind('memorandum-of-understanding')).toBe('MoU');
    expect(shortKind('memorandum-of-cooperation')).toBe('MoC');
    expect(shortKind('implementing-arrangement')).toBe('IA');
    expect(shortKind('something else')).toBe('something else');
    expect(shortKind(undefined)).toBe('Agreement');
  });
});

describe('the shores', () => {
  it('are those the data set names', () => {
    expect(chooseShores(['FR', 'DE'], [])).toEqual(['FR', 'DE']);
  });

  it('else the two countries with most organisations, else there is no bridge', () => {
    expect(chooseShores([], [japanese('org:a'), indian('org:b'), indian('org:c')])).toEqual(['IN', 'JP']);
    expect(chooseShores([], [indian('org:b')])).toBeNull();
  });
});
