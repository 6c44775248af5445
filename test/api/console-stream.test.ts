import { setTimeout as sleep } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { cypherLineSchema } from '../../server/contract/explore.ts';
import type { CypherLine, MetaResponse } from '../../server/contract/explore.ts';
import { openWriter } from '../../server/engine/open-writer.ts';
import { catalogue, statement } from '../helpers/engines.ts';
import { consoleChildren } from '../helpers/console-children.ts';
import { describeOnBothEngines } from './start-test-service.ts';
import type { TestService } from './start-test-service.ts';

/** A few milliseconds a row, and rows for a minute; `mark` tells it from other statements. */
const slowRows = (mark: string): string =>
  `UNWIND range(1, 9000) AS x RETURN x, '${mark}' AS mark, reduce(s = 0, i IN range(1, 200000) | s + i) AS s`;

/** Reads the lines of an answer until one of them is what is looked for. The connection stays open. */
async function readUntil(response: Response, isLast: (line: CypherLine) => boolean): Promise<CypherLine[]> {
  const lines: CypherLine[] = [];
  let rest = '';
  const decoder = new TextDecoder();
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const parts = (rest + decoder.decode(part.value, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts.map((line) => cypherLineSchema.parse(JSON.parse(line))));
    if (lines.some(isLast)) return lines;
  }
  throw new Error(`The answer ended: ${response.status} ${JSON.stringify(lines).slice(0, 300)} ${rest}`);
}

const hasRows = (line: CypherLine): boolean => 'rows' in line && line.rows.length > 0;

/** Statements of that mark that the database is running; none where the engine runs in children only. */
async function countTransactions(service: TestService, mark: string): Promise<number> {
  if (service.engine.engine === 'embedded') return 0;
  const writer = await openWriter(service.engine, catalogue);
  try {
    const text =
      'SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS $mark RETURN count(*) AS n';
    const rows = await writer.read(statement('read', text), { mark });
    return Number(rows[0]?.[0]);
  } finally {
    await writer.close();
  }
}

describeOnBothEngines('a console answer that streams', (service) => {
  const ask = (query: string, more: object = {}, signal?: AbortSignal): Promise<Response> =>
    service().cypher({ query, ...more }, { accept: 'application/x-ndjson' }, signal);

  test('sends its first rows before the last is found, where the engine can', async () => {
    const { capabilities } = (await service().json('/api/meta')) as MetaResponse;
    const caller = new AbortController();
    const mark = `first-${Date.now()}`;
    const isStreaming = capabilities['streamsWhileRunning'] === true;
    const asked = ask(slowRows(mark), { timeoutMs: isStreaming ? 30_000 : 1_000 }, caller.signal);
    if (isStreaming) {
      const lines = await readUntil(await asked, hasRows);
      expect(lines[0]).toEqual({ columns: ['x', 'mark', 's'] });
      expect(lines.some((line) => 'summary' in line)).toBe(false);
      expect(await countTransactions(service(), mark)).toBe(1);
    } else {
      expect(await (await asked).json()).toMatchObject({ code: 'deadline-exceeded' });
    }
    caller.abort();
  });

  test('shows the first of a few slow rows while the others are still being found, where the engine can', async () => {
    const { capabilities } = (await service().json('/api/meta')) as MetaResponse;
    if (capabilities['streamsWhileRunning'] !== true) return;
    const caller = new AbortController();
    const mark = `few-${Date.now()}`;
    const query = `UNWIND range(1, 60) AS x RETURN x, '${mark}' AS mark, reduce(s = 0, i IN range(1, 8000000) | s + i) AS s`;
    const lines = await readUntil(await ask(query, { timeoutMs: 30_000 }, caller.signal), hasRows);
    expect(lines.some((line) => 'summary' in line)).toBe(false);
    expect(await countTransactions(service(), mark)).toBe(1);
    caller.abort();
  });

  test('of many rows begins before it is whole', async () => {
    const lines = await readUntil(
      await ask('UNWIND range(1, 5000) AS x RETURN x AS x'),
      (line) => 'summary' in line,
    );
    expect(lines.filter(hasRows).length).toBeGreaterThan(4);
    expect(lines.flatMap((line) => ('rows' in line ? line.rows : []))).toHaveLength(5_000);
  });

  test('that a limit cuts comes at once and is no longer worked on', async () => {
    const mark = `cut-${Date.now()}`;
    const query = `UNWIND range(1, 200000) AS x RETURN x AS x, '${mark}' AS mark`;
    for (const limits of [{ maxRows: 10 }, { maxRows: 10_000 }]) {
      const lines = await readUntil(await ask(query, limits), (line) => 'summary' in line);
      expect(lines.flatMap((line) => ('rows' in line ? line.rows : []))).toHaveLength(limits.maxRows);
      expect(lines.at(-1)).toMatchObject({ summary: { truncated: true, truncatedBy: 'rows' } });
      await expect.poll(() => countTransactions(service(), mark), { timeout: 30_000 }).toBe(0);
    }
  });

  test.skipIf(process.platform !== 'linux')(
    'is given up when its connection is closed: no process and no transaction is left',
    async () => {
      for (const accept of ['application/x-ndjson', 'application/json']) {
        const mark = `gone-${accept}-${Date.now()}`;
        const caller = new AbortController();
        const before = consoleChildren();
        const asked = service()
          .cypher({ query: slowRows(mark), timeoutMs: 30_000 }, { accept }, caller.signal)
          .catch(() => null);
        await expect
          .poll(
            async () => {
              const isRunning = (await countTransactions(service(), mark)) === 1;
              return service().engine.engine === 'embedded' ? consoleChildren().length > 0 : isRunning;
            },
            { timeout: 30_000 },
          )
          .toBe(true);
        // Time for the statement to begin, where no transaction can be looked at.
        if (service().engine.engine === 'embedded') await sleep(300);
        const during = consoleChildren();
        expect(during.length).toBeGreaterThanOrEqual(Math.max(1, before.length));
        caller.abort();
        await asked;
        await expect.poll(() => consoleChildren().length, { timeout: 30_000 }).toBeLessThan(during.length);
        await expect.poll(() => countTransactions(service(), mark), { timeout: 30_000 }).toBe(0);
      }
    },
  );
});
