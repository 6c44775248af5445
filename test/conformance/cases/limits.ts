import { spawnSync } from 'node:child_process';

import { expect } from 'vitest';

import { consoleChildren, isIdleOnly } from '../../helpers/console-children.ts';
import { FIXTURE } from '../fixture-graph.ts';
import type { Suite } from '../suite.ts';
import { failureOf } from './errors.ts';

const ENDLESS =
  'UNWIND range(1, 10000) AS a RETURN sum(reduce(s = 0, x IN range(1, 100000) | s + size(range(1, 100)))) AS n';

async function elapsed(work: Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work.catch(() => undefined);
  return performance.now() - start;
}

/** Linux only: elsewhere nobody tells which processes are ours. */
function childCases({ check, db, capabilities }: Suite): void {
  // Elsewhere the database computes, in processes of its own.
  if (!capabilities.streamsWhileRunning && spawnSync('chrt', ['--version']).status === 0) {
    check(
      'puts a process behind all others while its statement takes long, and ends it afterwards',
      async () => {
        await db().ask('RETURN 1 AS x');
        const [before] = consoleChildren();
        const long = failureOf(db().ask(ENDLESS, {}, { timeoutMs: 3_000 }));
        await expect.poll(() => consoleChildren().some(isIdleOnly), { timeout: 2_500 }).toBe(true);
        expect((await db().ask('RETURN 1 AS x')).rows).toEqual([[1]]);
        expect((await long).code).toBe('deadline-exceeded');
        await expect.poll(() => consoleChildren().some(isIdleOnly)).toBe(false);
        expect(consoleChildren()).not.toContain(before);
      },
    );
    check('keeps no process that was put behind the others', async () => {
      const busy = 'UNWIND range(1, 400) AS a RETURN sum(reduce(s = 0, x IN range(1, 20000) | s + x)) AS n';
      const work = db().ask(busy, {}, { timeoutMs: 20_000 });
      await expect.poll(() => consoleChildren().some(isIdleOnly), { timeout: 5_000 }).toBe(true);
      expect((await work).rows).toHaveLength(1);
      await expect.poll(() => consoleChildren().some(isIdleOnly)).toBe(false);
    });
  }
  check('keeps the process of a plan that its caller gives up', async () => {
    await db().ask('RETURN 1 AS x');
    const before = consoleChildren();
    const reason = new Error('typing went on');
    const caller = new AbortController();
    const plan = db().ask('MATCH (n)-[r]->(m) RETURN n, r, m', {}, { mode: 'plan', signal: caller.signal });
    caller.abort(reason);
    await expect(plan).rejects.toBe(reason);
    expect((await db().ask('RETURN 1 AS x')).rows).toEqual([[1]]);
    expect(consoleChildren()).toEqual(before);
    expect(before.length).toBeGreaterThan(0);
  });
}

export function limitCases(suite: Suite): void {
  const { check, db, open } = suite;
  if (process.platform === 'linux') childCases(suite);
  check('ends a read of ours at its deadline and reads on', async () => {
    const read = db().read(ENDLESS, {}, { timeoutMs: 300 });
    expect(await elapsed(read)).toBeLessThan(3_300);
    expect((await failureOf(read)).code).toBe('deadline-exceeded');
    expect(await db().read('RETURN 1 AS x')).toEqual([[1]]);
  });
  check('ends a typed statement at its deadline', async () => {
    const ask = db().ask(ENDLESS, {}, { timeoutMs: 300 });
    expect(await elapsed(ask)).toBeLessThan(3_300);
    expect((await failureOf(ask)).code).toBe('deadline-exceeded');
  });
  for (const [name, start] of [
    ['a read of ours', (signal: AbortSignal) => db().read(ENDLESS, {}, { signal })],
    ['a typed statement', (signal: AbortSignal) => db().ask(ENDLESS, {}, { signal })],
  ] as const) {
    check(`ends ${name} when its caller gives up`, async () => {
      const reason = new Error('the caller left');
      const caller = new AbortController();
      const work = start(caller.signal);
      setTimeout(() => caller.abort(reason), 200);
      await expect(work).rejects.toBe(reason);
      expect((await db().ask('RETURN 1 AS x')).rows).toEqual([[1]]);
    });
    check(`does not begin ${name} for a caller who has left`, async () => {
      const reason = new Error('left before');
      await expect(start(AbortSignal.abort(reason))).rejects.toBe(reason);
    });
  }
  check('cuts a read of ours at its rows and says so', async () => {
    const text = 'UNWIND range(1, 10) AS x RETURN x ORDER BY x';
    const statement = { name: 't/t', purpose: '', mode: 'read', params: [], columns: [], text } as const;
    const cut = await db().engine.read(statement, {}, { maxRows: 3 });
    expect(cut).toEqual({ columns: ['x'], rows: [[1], [2], [3]], truncated: true });
    expect((await db().engine.read(statement, {}, { maxRows: 10 })).truncated).toBe(false);
  });
  check('cuts a typed answer at its rows and says so', async () => {
    const cut = await db().ask('UNWIND range(1, 100000) AS x RETURN x', {}, { maxRows: 1_000 });
    expect([cut.rows.length, cut.truncatedBy]).toEqual([1_000, 'rows']);
    const whole = await db().ask('UNWIND range(1, 1000) AS x RETURN x', {}, { maxRows: 1_000 });
    expect([whole.rows.length, whole.truncatedBy]).toEqual([1_000, null]);
  });
  check('cuts a typed answer at its bytes and says so', async () => {
    const cut = await db().ask(
      'UNWIND range(1, 1000) AS x RETURN x, $text AS text',
      { text: 'x'.repeat(1_000) },
      { maxBytes: 50_000 },
    );
    expect(cut.truncatedBy).toBe('bytes');
    expect(JSON.stringify(cut.rows).length).toBeLessThan(51_000);
    expect(cut.rows.length).toBeGreaterThan(40);
  });
  check('gives no cell that alone is larger than the answer may be', async () => {
    const cut = await db().ask(
      "RETURN reduce(t = 'x', i IN range(1, 20) | t + t) AS text",
      {},
      { maxBytes: 100_000 },
    );
    expect([cut.rows, cut.truncatedBy]).toEqual([[], 'bytes']);
  });
  check(
    'ends a statement that takes too much memory, and answers the next',
    async () => {
      const small = open({ SETU_CONSOLE_MEMORY_MB: '256' });
      try {
        await small.replaceData(FIXTURE);
        const text =
          "UNWIND range(1, 3000000) AS x WITH collect(toString(x) + 'abcdefghijklmnopqrstuvwxyz') AS l RETURN size(l) AS n";
        expect((await failureOf(small.ask(text, {}, { timeoutMs: 20_000 }))).code).toBe('out-of-memory');
        expect((await small.ask('RETURN 1 AS x')).rows).toEqual([[1]]);
      } finally {
        await small.close();
      }
    },
    60_000,
  );
  check('slows the database down to the pace of a slow reader', async () => {
    let taken = 0;
    await db().engine.runConsole(
      {
        text: 'UNWIND range(1, 3000) AS x RETURN x',
        params: {},
        mode: 'run',
        data: '',
        maxRows: 3_000,
        maxBytes: 1_000_000,
        timeoutMs: 20_000,
        signal: new AbortController().signal,
      },
      {
        columns: () => undefined,
        async rows(rows) {
          await new Promise((resolve) => setTimeout(resolve, 20));
          taken += rows.count;
        },
      },
    );
    expect(taken).toBe(3_000);
  });
  check('ends the statement when its reader fails', async () => {
    const failure = new Error('the socket is gone');
    const request = {
      text: 'UNWIND range(1, 3000) AS x RETURN x',
      params: {},
      mode: 'run',
      data: '',
      maxRows: 3_000,
      maxBytes: 1_000_000,
      timeoutMs: 20_000,
      signal: new AbortController().signal,
    } as const;
    const sink = { columns: () => undefined, rows: () => Promise.reject(failure) };
    await expect(db().engine.runConsole(request, sink)).rejects.toBe(failure);
  });
}
