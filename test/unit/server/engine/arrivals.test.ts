import { expect, it } from 'vitest';

import { createArrivals } from '../../../../server/engine/neo4j/arrivals.ts';

const LINGER_MS = 5;

it('gives out what came together, and a part where no more comes', async () => {
  const arrivals = createArrivals<number>(3, LINGER_MS);
  for (const item of [1, 2, 3, 4]) arrivals.push(item);
  expect(await arrivals.take()).toEqual({ items: [1, 2, 3, 4], isLull: false, isLast: false });
  const later = arrivals.take();
  arrivals.push(5);
  arrivals.push(6);
  expect(await later).toEqual({ items: [5, 6], isLull: true, isLast: false });
  arrivals.push(7);
  arrivals.end();
  expect(await arrivals.take()).toEqual({ items: [7], isLull: false, isLast: true });
});

it('waits for the first item, however long', async () => {
  const arrivals = createArrivals<number>(2, LINGER_MS);
  const taken = arrivals.take();
  const first = await Promise.race([
    taken,
    new Promise((resolve) => setTimeout(resolve, 4 * LINGER_MS, null)),
  ]);
  expect(first).toBeNull();
  arrivals.push(1);
  arrivals.push(2);
  expect(await taken).toEqual({ items: [1, 2], isLull: false, isLast: false });
});

it('ends empty', async () => {
  const arrivals = createArrivals<number>(2, LINGER_MS);
  const taken = arrivals.take();
  arrivals.end();
  expect(await taken).toEqual({ items: [], isLull: false, isLast: true });
});

it('gives out what came before a failure, then fails', async () => {
  const arrivals = createArrivals<number>(2, LINGER_MS);
  arrivals.push(1);
  arrivals.fail(new Error('the connection is lost'));
  expect((await arrivals.take()).items).toEqual([1]);
  await expect(arrivals.take()).rejects.toThrow('the connection is lost');
});
