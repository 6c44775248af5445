import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { AppError } from '../../server/app-error.ts';
import { createReaderPool } from '../../server/engine/embedded/reader-pool.ts';
import { openGenerationStore } from '../../server/engine/embedded/generation-store.ts';
import { SILENT_LOGGER } from '../../server/engine/engine-logger.ts';
import { openEngine } from '../../server/engine/open-engine.ts';
import { openWriter } from '../../server/engine/open-writer.ts';
import { readLimits } from '../../server/settings.ts';
import { catalogue, openTestEngine, statement } from '../helpers/engines.ts';
import type { TestEngine } from '../helpers/engines.ts';
import { FIXTURE } from './fixture-graph.ts';

let db: TestEngine;
let folder = '';

beforeAll(async () => {
  db = openTestEngine('embedded', null);
  await db.replaceData(FIXTURE);
  folder = db.config.engine === 'embedded' ? db.config.store : '';
});
afterAll(() => db.close());

const job = (text: string) => ({ text, params: {}, maxRows: null, timeoutMs: 10_000 });

async function outcome(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'answered',
    (error: unknown) => (error instanceof AppError ? error.code : `untyped ${String(error)}`),
  );
}

/** Processes that this one started, by what Linux says of them. */
function childProcesses(): string[] {
  const file = `/proc/${process.pid}/task/${process.pid}/children`;
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split(' ') : ['unknown'];
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('the processes of the embedded engine', () => {
  test('an empty store says that no data is loaded, and serves as soon as there is some', async () => {
    const store = mkdtempSync(join(tmpdir(), 'setu-empty-'));
    const config = { engine: 'embedded', store } as const;
    const engine = openEngine(config, readLimits({}), catalogue, SILENT_LOGGER);
    try {
      expect(await outcome(engine.verify())).toBe('no-data');
      expect(await outcome(engine.read(statement('read', 'RETURN 1 AS x'), {}))).toBe('no-data');
      const writer = await openWriter(config, catalogue);
      await writer.prepareSchema();
      await writer.publish(true);
      expect((await engine.verify()).version).toBe('0.6.0');
    } finally {
      await engine.close();
      rmSync(store, { recursive: true, force: true });
    }
  });

  test('readers that are killed under load are replaced; every read is answered or fails typed', async () => {
    const { path } = openGenerationStore(folder).current() ?? { path: '' };
    const pool = createReaderPool(path, 2, SILENT_LOGGER);
    try {
      const outcomes: string[] = [];
      for (let round = 0; round < 10; round += 1) {
        const reads = Array.from({ length: 20 }, () =>
          outcome(pool.read(job('MATCH (n) RETURN count(n) AS n'))),
        );
        await sleep(Math.random() * 20);
        for (const pid of pool.pids()) process.kill(pid, 'SIGKILL');
        outcomes.push(...(await Promise.all(reads)));
      }
      expect(
        [...new Set(outcomes)].filter((one) => one !== 'answered' && one !== 'engine-unavailable'),
      ).toEqual([]);
      expect(await outcome(pool.read(job('RETURN 1 AS x')))).toBe('answered');
    } finally {
      await pool.close();
    }
    expect(pool.pids()).toEqual([]);
  });

  test('reads go on while a new generation is published, and see it after a refresh', async () => {
    const done = new AbortController();
    const outcomes = new Set<string>();
    const reader = (async () => {
      while (!done.signal.aborted) outcomes.add(await outcome(db.read('MATCH (n:Person) RETURN n.id AS id')));
    })();
    for (let round = 0; round < 3; round += 1) {
      await db.replaceData([...FIXTURE, `CREATE (:Entity {id: 'round:${round}'})`]);
      expect(await db.read("MATCH (n:Entity) WHERE n.id STARTS WITH 'round' RETURN n.id AS id")).toEqual([
        [`round:${round}`],
      ]);
    }
    done.abort();
    await reader;
    expect([...outcomes]).toEqual(['answered']);
  });

  test('what is pinned stays as it was through loads, and its processes end when it is let go', async () => {
    await db.replaceData([...FIXTURE, 'CREATE (:Round {number: 0})']);
    const count = statement('read', 'MATCH (n:Round) RETURN n.number AS number');
    const first = db.engine.pin();
    for (const round of [1, 2]) {
      await db.replaceData([...FIXTURE, `CREATE (:Round {number: ${round}})`]);
      expect((await first.read(count, {})).rows).toEqual([[0]]);
      expect(await db.read(count.text)).toEqual([[round]]);
    }
    const second = db.engine.pin();
    expect(second.state).not.toBe(first.state);
    const before = childProcesses();
    first.release();
    first.release();
    await expect.poll(() => childProcesses().length).toBeLessThan(before.length);
    expect((await second.read(count, {})).rows).toEqual([[2]]);
    second.release();
    expect(await db.read(count.text)).toEqual([[2]]);
  });

  test('a state whose file is gone is away, not broken', async () => {
    const pool = createReaderPool(join(folder, 'graph.0.grafeo'), 1, SILENT_LOGGER);
    expect(await outcome(pool.read(job('RETURN 1 AS x')))).toBe('engine-unavailable');
    await pool.close();
  });

  test('a load that is given up changes nothing, and a second load at a time is refused', async () => {
    const before = openGenerationStore(folder).current();
    const writer = await openWriter(db.config, catalogue);
    await writer.write([{ statement: statement('write', 'CREATE (:Lost)'), params: {} }]);
    expect(await outcome(openWriter(db.config, catalogue))).toBe('engine-unavailable');
    await writer.close();
    expect(openGenerationStore(folder).current()).toEqual(before);
    await db.engine.refresh();
    expect(await db.read('MATCH (n:Lost) RETURN count(n) AS n')).toEqual([[0]]);
  });

  test.skipIf(process.platform !== 'linux')(
    'children end with their parent, even when it is killed',
    async () => {
      const script = join(mkdtempSync(join(tmpdir(), 'setu-orphans-')), 'parent.mts');
      const from = (path: string): string => new URL(path, import.meta.url).href;
      writeFileSync(
        script,
        `import { readdirSync, readFileSync } from 'node:fs';
       import { loadCatalogue } from '${from('../../server/cypher/catalogue.ts')}';
       import { openEngine } from '${from('../../server/engine/open-engine.ts')}';
       import { readLimits } from '${from('../../server/settings.ts')}';
       const logger = { debug() {}, warn() {} };
       const engine = openEngine({ engine: 'embedded', store: ${JSON.stringify(folder)} }, readLimits({}), loadCatalogue(), logger);
       await engine.verify();
       const endless = 'UNWIND range(1, 10000) AS a RETURN sum(reduce(s = 0, x IN range(1, 100000) | s + size(range(1, 100)))) AS n';
       const request = { text: endless, params: {}, mode: 'run', maxRows: 1, maxBytes: 1000, timeoutMs: 30000, signal: new AbortController().signal };
       engine.runConsole(request, { columns() {}, rows() {} }).catch(() => {});
       setTimeout(() => {
         const mine = readdirSync('/proc').filter((pid) => /^\\d+$/.test(pid)).filter((pid) => {
           try { return readFileSync('/proc/' + pid + '/stat', 'utf8').split(') ')[1].split(' ')[1] === String(process.pid); } catch { return false; }
         });
         console.log(JSON.stringify(mine.map(Number)));
       }, 1500);`,
      );
      const tsx = import.meta.resolve?.('tsx') ?? 'tsx';
      const parent = spawn(process.execPath, ['--import', tsx, script], {
        cwd: fileURLToPath(new URL('../..', import.meta.url)),
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const line = await new Promise<string>((resolve) => {
        parent.stdout.once('data', (data: Buffer) => resolve(data.toString()));
      });
      const children = (JSON.parse(line) as number[]).filter(isAlive);
      expect(children.length).toBeGreaterThanOrEqual(2);
      parent.kill('SIGKILL');
      for (let tries = 0; tries < 100 && children.some(isAlive); tries += 1) await sleep(50);
      expect(children.filter(isAlive)).toEqual([]);
      rmSync(join(script, '..'), { recursive: true, force: true });
    },
  );
});
