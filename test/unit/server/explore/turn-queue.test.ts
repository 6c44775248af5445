import { describe, expect, test } from 'vitest';

import { createTurnQueue } from '../../../../server/explore/turn-queue.ts';
import {
  openingLimitMs,
  timeLeftAfterOpeningMs,
  timeLeftMs,
} from '../../../../server/engine/console/time-left.ts';
import { createLruCache } from '../../../../server/explore/lru-cache.ts';

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Tasks that end when they are told to. */
function createTasks() {
  const running: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    running,
    task: (name: string) => () => {
      running.push(name);
      return new Promise<string>((resolve) =>
        ends.set(name, () => (running.splice(running.indexOf(name), 1), resolve(name))),
      );
    },
    end: (name: string) => ends.get(name)?.(),
  };
}

describe('a queue for turns', () => {
  const limits = { perUser: 2, atOnce: 3, waiting: 2, what: 'statements' };
  const never = new AbortController().signal;

  test('lets so many in of one user and of all, the others in order of arrival', async () => {
    const queue = createTurnQueue(limits);
    const { running, task, end } = createTasks();
    const all = ['a1', 'a2', 'a3', 'b1', 'b2'].map((name) =>
      queue.run(name.charAt(0), 1_000, never, task(name)),
    );
    await settled();
    expect(running).toEqual(['a1', 'a2', 'b1']);
    end('b1');
    await settled();
    // a3 came first, but its user already runs two.
    expect(running).toEqual(['a1', 'a2', 'b2']);
    end('a1');
    await settled();
    expect(running).toEqual(['a2', 'b2', 'a3']);
    for (const name of ['a2', 'b2', 'a3']) end(name);
    expect(await Promise.all(all)).toEqual(['a1', 'a2', 'a3', 'b1', 'b2']);
  });

  test('refuses what would make the queue longer than it may be', async () => {
    const queue = createTurnQueue(limits);
    const { task } = createTasks();
    for (const name of ['a1', 'a2', 'a3', 'a4']) queue.run('a', 1_000, never, task(name)).catch(() => {});
    await expect(queue.run('a', 1_000, never, task('a5'))).rejects.toMatchObject({
      code: 'queue-full',
      details: { retryAfterSeconds: 5 },
    });
  });

  test('forgets who goes away while waiting, and makes room after a failure', async () => {
    const queue = createTurnQueue({ perUser: 1, atOnce: 1, waiting: 1, what: 'statements' });
    const { running, task, end } = createTasks();
    const first = queue.run('a', 1_000, never, task('a1'));
    const leave = new AbortController();
    const second = queue.run('a', 1_000, leave.signal, task('a2'));
    leave.abort(new Error('gone'));
    await expect(second).rejects.toThrow('gone');
    const third = queue.run('b', 1_000, never, () => Promise.reject(new Error('broken')));
    end('a1');
    await first;
    await expect(third).rejects.toThrow('broken');
    const fourth = queue.run('a', 1_000, never, task('a4'));
    await settled();
    expect(running).toEqual(['a4']);
    end('a4');
    await fourth;
    await expect(queue.run('a', 1_000, leave.signal, task('a5'))).rejects.toThrow('gone');
  });

  test('tells who waited long enough that it is full, and lets the others in', async () => {
    const queue = createTurnQueue({ perUser: 1, atOnce: 1, waiting: 2, what: 'statements' });
    const { running, task, end } = createTasks();
    const first = queue.run('a', 1_000, never, task('a1'));
    const second = queue.run('a', 20, never, task('a2'));
    const third = queue.run('a', 60_000, never, task('a3'));
    await expect(second).rejects.toMatchObject({ code: 'queue-full' });
    end('a1');
    await first;
    await settled();
    expect(running).toEqual(['a3']);
    end('a3');
    await third;
  });

  test('leaves a statement its time unless it waited long', () => {
    expect(timeLeftMs(10_000, 0)).toBe(10_000);
    expect(timeLeftMs(10_000, 2_000)).toBe(10_000);
    expect(timeLeftMs(10_000, 5_000)).toBe(7_000);
    expect(timeLeftMs(10_000, 10_500)).toBe(2_000);
    expect(timeLeftMs(500, 400)).toBe(500);
  });

  test('leaves a statement what the start of its process left, so that all together keep the promise', () => {
    expect(timeLeftAfterOpeningMs(10_000, 300)).toBe(9_700);
    expect(timeLeftAfterOpeningMs(10_000, 9_900)).toBe(700);
    expect(timeLeftAfterOpeningMs(300, 1_900)).toBe(300);
    const GRACE_MS = 300;
    for (const limitMs of [100, 500, 1_000, 2_000, 10_000, 30_000]) {
      for (const waitedMs of [0, limitMs / 2, limitMs]) {
        const timeoutMs = timeLeftMs(limitMs, waitedMs);
        const openedMs = openingLimitMs(timeoutMs);
        const all = waitedMs + openedMs + timeLeftAfterOpeningMs(timeoutMs, openedMs) + GRACE_MS;
        expect(all, `${limitMs} after ${waitedMs}`).toBeLessThanOrEqual(limitMs + 3_000);
      }
    }
  });
});

describe('the cache', () => {
  test('keeps what was used last, within its bytes', () => {
    const cache = createLruCache(100);
    cache.set('a', 1, 40);
    cache.set('b', 2, 40);
    expect(cache.get('a')).toBe(1);
    cache.set('c', 3, 40);
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([1, undefined, 3]);
    cache.set('a', 4, 10);
    expect(cache.bytes).toBe(50);
    cache.set('huge', 5, 101);
    expect([cache.get('huge'), cache.get('a'), cache.bytes]).toEqual([undefined, 4, 50]);
  });

  test('of no bytes keeps nothing', () => {
    const cache = createLruCache(0);
    cache.set('a', 1, 1);
    expect(cache.get('a')).toBeUndefined();
  });
});
