import { describe, expect, it } from 'vitest';

import { compare, median } from '../../../../scripts/bench/compare.ts';

const always = (value: number) => async (): Promise<number> => value;

describe('comparing ours with a peer', () => {
  it('gives the peer’s cost divided by ours', async () => {
    const result = await compare(always(2), always(6), 5);
    expect(result).toMatchObject({ ratio: 3, low: 3, high: 3, peerToPeer: 1, isVoid: false, rounds: 5 });
  });

  it('is void where the peer disagrees with itself', async () => {
    let call = 0;
    const drifting = async (): Promise<number> => (call++ % 2 === 0 ? 1 : 2);
    expect((await compare(always(1), drifting, 5)).isVoid).toBe(true);
  });

  it('runs interleaved, ours first and last in a round', async () => {
    const order: string[] = [];
    const record = (name: string) => async (): Promise<number> => order.push(name);
    await compare(record('ours'), record('peer'), 1);
    expect(order).toEqual(['ours', 'peer', 'peer', 'ours']);
  });

  it('takes the middle of an even number of values', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([5, 1, 3])).toBe(3);
  });
});
