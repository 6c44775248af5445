import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { problemSchema } from '../../server/contract/problem.ts';
import { startTestService } from './start-test-service.ts';

const CHILDREN = `/proc/${process.pid}/task/${process.pid}/children`;

/** Readers and consoles that this process started, by what Linux says of them. */
function engineChildren(): number[] {
  const isOurs = (pid: string): boolean => {
    try {
      return /(?:reader|console)-child/u.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
    } catch {
      return false;
    }
  };
  return readFileSync(CHILDREN, 'utf8').trim().split(' ').filter(isOurs).map(Number);
}

const COUNT = { query: 'MATCH (n) RETURN count(n) AS n' };

test.skipIf(!existsSync(CHILDREN))(
  'children killed under load: each answer is right or a typed 503, and reading goes on at once',
  async () => {
    const service = await startTestService({ env: { SETU_CACHE_MB: '0' } });
    try {
      const read = async (): Promise<string> => (await service.get('/api/nodes/org:isro/neighbours')).text();
      const count = async () => (await (await service.cypher(COUNT)).json()) as { rows?: unknown };
      const rightRead = await read();
      const rightRows = (await count()).rows;
      const wrong: string[] = [];
      const done = new AbortController();
      const isAway = (answer: unknown): boolean => {
        const problem = problemSchema.safeParse(answer);
        return problem.success && problem.data.status === 503 && problem.data.code === 'engine-unavailable';
      };
      const readers = [1, 2].map(async () => {
        while (!done.signal.aborted) {
          const answer = await read();
          if (answer !== rightRead && !isAway(JSON.parse(answer))) wrong.push(answer.slice(0, 200));
        }
      });
      const typists = [1, 2].map(async () => {
        while (!done.signal.aborted) {
          const answer = await count();
          const isRight = JSON.stringify(answer.rows) === JSON.stringify(rightRows);
          if (!isRight && !isAway(answer)) wrong.push(JSON.stringify(answer).slice(0, 200));
        }
      });
      let killed = 0;
      for (let round = 0; round < 6; round += 1) {
        await sleep(100 + round * 10);
        for (const pid of engineChildren()) {
          process.kill(pid, 'SIGKILL');
          killed += 1;
        }
        await expect.poll(read, { timeout: 5_000, interval: 20 }).toBe(rightRead);
      }
      done.abort();
      await Promise.all([...readers, ...typists]);
      expect(wrong).toEqual([]);
      expect(killed).toBeGreaterThan(6);
      expect((await count()).rows).toEqual(rightRows);
      expect(service.log.filter(({ level }) => level === 'error')).toEqual([]);
    } finally {
      await service.stop();
    }
    expect(engineChildren()).toEqual([]);
  },
  60_000,
);
