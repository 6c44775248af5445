import { expect } from 'vitest';

import type { Suite } from '../suite.ts';

export function concurrencyCases({ check, db }: Suite): void {
  check('gives each of 200 readers its own answer', async () => {
    const asked = Array.from({ length: 200 }, (_, index) => index);
    const answers = await Promise.all(asked.map((index) => db().read('RETURN $index AS index', { index })));
    expect(answers.map((rows) => rows[0]?.[0])).toEqual(asked);
  });
  check('gives each of 8 typed statements its own answer', async () => {
    const asked = Array.from({ length: 8 }, (_, index) => index);
    // Eight processes have to start first, each within the limit of its statement.
    const ask = (index: number) => db().ask('RETURN $index AS index', { index }, { timeoutMs: 30_000 });
    const answers = await Promise.all(asked.map(ask));
    expect(answers.map(({ rows }) => rows[0]?.[0])).toEqual(asked);
  });
  check('answers on while some statements fail', async () => {
    const texts = ['RETURN 1 AS x', 'RETURN 1/0 AS x', 'MATCH (n) RETRUN n', 'RETURN 2 AS x'];
    const results = await Promise.allSettled(texts.map((text) => db().read(text)));
    expect(results.map((result) => result.status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
    ]);
  });
  check('says its version', async () => {
    expect((await db().engine.verify()).version).toMatch(/^\d+\.\d+\.\d+/u);
  });
}
