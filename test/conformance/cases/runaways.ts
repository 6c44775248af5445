import { expect } from 'vitest';

import type { AppError } from '../../../server/app-error.ts';
import type { TestEngine } from '../../helpers/engines.ts';
import { FIXTURE } from '../fixture-graph.ts';
import type { Suite } from '../suite.ts';
import { failureOf } from './errors.ts';

const DEADLINE_MS = 1_000;
/** A statement ends with one of these; which one depends on what it runs out of first. */
const ENDS = new Set(['deadline-exceeded', 'out-of-memory', 'engine-unavailable', 'statement-invalid']);

const RUNAWAYS: readonly string[] = [
  'RETURN range(1, 2000000000) AS list',
  'RETURN reduce(a = [1], x IN range(1, 20000) | [a]) AS nested',
  "RETURN reduce(t = 'x', i IN range(1, 40) | t + t) AS text",
  'UNWIND range(1, 10000) AS a RETURN sum(reduce(s = 0, x IN range(1, 100000) | s + size(range(1, 100)))) AS n',
  'UNWIND range(1, 50000000) AS x RETURN collect(x) AS list',
  'UNWIND range(1, 30000000) AS x WITH toString(x) AS text ORDER BY text DESC RETURN collect(text)[0] AS first',
  'UNWIND range(1, 30000000) AS x RETURN count(DISTINCT toString(x)) AS n',
  'MATCH (a), (b), (c), (d), (e), (f), (g), (h), (i), (j), (k), (l) RETURN count(*) AS n',
  "UNWIND range(1, 100000) AS x WITH x WHERE 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' =~ '(a+)+(b+)+(a|aa)+b' RETURN count(*) AS n, reduce(s = 0, i IN range(1, 1000000000) | s + i) AS s",
];

/** Every statement ends near its deadline, with a typed error, and the next one answers. */
export function runawayCases({ check, open }: Suite): void {
  const within = async (db: TestEngine, text: string): Promise<void> => {
    const start = performance.now();
    const error: unknown = await db
      .ask(text, {}, { timeoutMs: DEADLINE_MS })
      .catch((reason: unknown) => reason);
    expect(performance.now() - start).toBeLessThan(DEADLINE_MS + 3_000);
    // An engine may also be quick, or cut the answer.
    if (error instanceof Error) expect(ENDS, `${text}: ${String(error)}`).toContain((error as AppError).code);
    expect((await db.ask('MATCH (n:Person) RETURN n.id AS id', {}, { timeoutMs: 10_000 })).rows).toEqual([
      ['per:x'],
    ]);
  };
  check(
    'runaways end at the deadline or at the memory ceiling, and the next statement answers',
    async () => {
      const db = open({ SETU_CONSOLE_MEMORY_MB: '512' });
      try {
        await db.replaceData(FIXTURE);
        for (const text of RUNAWAYS) await within(db, text);
      } finally {
        await db.close();
      }
    },
    180_000,
  );
  check(
    'others are answered while four runaways run',
    async () => {
      const db = open({ SETU_CONSOLE_MEMORY_MB: '512' });
      try {
        await db.replaceData(FIXTURE);
        await db.read('RETURN 1 AS x');
        const endless =
          'UNWIND range(1, 10000) AS a RETURN sum(reduce(s = 0, x IN range(1, 100000) | s + size(range(1, 100)))) AS n';
        const running = Array.from({ length: 4 }, () => failureOf(db.ask(endless, {}, { timeoutMs: 2_000 })));
        let answered = 0;
        const start = performance.now();
        while (performance.now() - start < 1_000) {
          expect(await db.read('MATCH (n:Person) RETURN n.id AS id')).toEqual([['per:x']]);
          answered += 1;
        }
        expect(answered).toBeGreaterThan(3);
        for (const error of await Promise.all(running)) expect(ENDS).toContain(error.code);
      } finally {
        await db.close();
      }
    },
    60_000,
  );
}
