import { describe, expect, it } from 'vitest';

import { stepInGrid } from '../../../../client/ui/workbench/result/use-grid-walk.ts';

const SIZE = { rows: 100, columns: 4, page: () => 10 };
const HERE = { row: 50, column: 1 };

describe('walking a table by keyboard', () => {
  it.each([
    ['ArrowDown', false, { row: 51, column: 1 }],
    ['ArrowUp', false, { row: 49, column: 1 }],
    ['ArrowLeft', false, { row: 50, column: 0 }],
    ['ArrowRight', false, { row: 50, column: 2 }],
    ['PageDown', false, { row: 60, column: 1 }],
    ['PageUp', false, { row: 40, column: 1 }],
    ['Home', false, { row: 50, column: 0 }],
    ['End', false, { row: 50, column: 3 }],
    ['Home', true, { row: 0, column: 0 }],
    ['End', true, { row: 99, column: 3 }],
    ['x', false, null],
  ])('%s (with Ctrl: %s) leads to %o', (key, isMod, to) => {
    expect(stepInGrid(key, isMod, HERE, SIZE)).toEqual(to);
  });

  it('goes up to the names of the columns and no further than the ends', () => {
    expect(stepInGrid('ArrowUp', false, { row: 0, column: 0 }, SIZE)).toEqual({ row: -1, column: 0 });
    expect(stepInGrid('ArrowUp', false, { row: -1, column: 0 }, SIZE)).toEqual({ row: -1, column: 0 });
    expect(stepInGrid('PageDown', false, { row: 95, column: 3 }, SIZE)).toEqual({ row: 99, column: 3 });
    expect(stepInGrid('ArrowRight', false, { row: 0, column: 3 }, SIZE)).toEqual({ row: 0, column: 3 });
  });
});
