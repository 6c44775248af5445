import { describe, expect, test } from 'vitest';

import { createVerdictCache } from '../../../../server/engine/console/verdict-cache.ts';

const warned = (title: string) => ({
  notifications: [{ code: 'x', severity: 'warning' as const, title, description: '' }],
  msPerRow: null,
});

describe('the verdicts of the console', () => {
  test('are found by data and text, both to the letter', () => {
    const cache = createVerdictCache(10);
    cache.set('revision 1', 'RETURN 1', warned('one'));
    expect(cache.get('revision 1', 'RETURN 1')).toEqual(warned('one'));
    for (const [data, text] of [
      ['revision 2', 'RETURN 1'],
      ['revision 1', 'RETURN 1 '],
      ['revision 1', 'return 1'],
      ['revision', ' 1RETURN 1'],
    ] as const) {
      expect(cache.get(data, text), `${data} ${text}`).toBeNull();
    }
  });
  test('are let go, those unasked for longest first', () => {
    const cache = createVerdictCache(2);
    for (const text of ['a', 'b']) cache.set('', text, warned(text));
    cache.get('', 'a');
    cache.set('', 'c', warned('c'));
    expect(['a', 'b', 'c'].map((text) => cache.get('', text) !== null)).toEqual([true, false, true]);
  });
  test('are not kept where the setting is 0', () => {
    const cache = createVerdictCache(0);
    cache.set('', 'a', warned('a'));
    expect(cache.get('', 'a')).toBeNull();
  });
});
