import { expect, it } from 'vitest';

import { gatherChunks } from '../../../../server/engine/neo4j/gather-chunks.ts';

/** Numbers of which each comes when it is let go. */
function createTap() {
  const waiting: ((result: IteratorResult<number>) => void)[] = [];
  const ready: IteratorResult<number>[] = [];
  let isLetGo = false;
  const push = (result: IteratorResult<number>): void => {
    const resolve = waiting.shift();
    if (resolve) resolve(result);
    else ready.push(result);
  };
  const source: AsyncIterable<number> = {
    [Symbol.asyncIterator]: () => ({
      next: () => {
        const result = ready.shift();
        return result ? Promise.resolve(result) : new Promise((resolve) => waiting.push(resolve));
      },
      // As slow to end as a database that is asked to stop.
      return: () => {
        isLetGo = true;
        return new Promise(() => undefined);
      },
    }),
  };
  return {
    source,
    give: (...values: readonly number[]) => values.forEach((value) => push({ done: false, value })),
    end: () => push({ done: true, value: undefined }),
    isLetGo: () => isLetGo,
  };
}

it('gathers what comes together, and hands on a part where no more comes', async () => {
  const tap = createTap();
  const chunks = gatherChunks(tap.source, 3, 5);
  tap.give(1, 2, 3, 4);
  expect((await chunks.next()).value).toEqual({ items: [1, 2, 3], isLull: false });
  expect((await chunks.next()).value).toEqual({ items: [4], isLull: true });
  const later = chunks.next();
  tap.give(5);
  expect((await later).value).toEqual({ items: [5], isLull: true });
  tap.give(6);
  tap.end();
  expect((await chunks.next()).value).toEqual({ items: [6], isLull: false });
  expect((await chunks.next()).done).toBe(true);
});

it('lets the source go without waiting for it', async () => {
  const tap = createTap();
  tap.give(1, 2);
  for await (const { items } of gatherChunks(tap.source, 2, 5)) {
    expect(items).toEqual([1, 2]);
    break;
  }
  expect(tap.isLetGo()).toBe(true);
});

it('fails as its source does', async () => {
  const broken: AsyncIterable<number> = {
    [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('the connection is lost')) }),
  };
  await expect(gatherChunks(broken, 2, 5).next()).rejects.toThrow('the connection is lost');
});
