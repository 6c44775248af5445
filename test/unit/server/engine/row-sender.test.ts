import { describe, expect, it } from 'vitest';

import type { Portion } from '../../../../server/engine/console/console-protocol.ts';
import { createRowSender } from '../../../../server/engine/console/row-sender.ts';

const node = (id: string, caption = '') => ({ $type: 'node', id, properties: { caption } });
const relationship = (id: string) => ({ $type: 'relationship', id });

function collect(limits: { maxRows: number; maxBytes: number }) {
  const portions: Portion[] = [];
  const sender = createRowSender(limits, async (portion) => void portions.push(portion));
  return {
    sender,
    ids: async () =>
      [...portions, await sender.finish()].flatMap(({ nodeIds, edgeIds }) => [...nodeIds, ...edgeIds]).sort(),
  };
}

describe('the rows of an answer', () => {
  it('tell each of their nodes and relationships once', async () => {
    const { sender, ids } = collect({ maxRows: 10, maxBytes: 10_000 });
    expect(sender.add([node('a'), [node('b'), relationship('e')]])).toBe(true);
    expect(sender.add([node('a'), { inner: relationship('f') }])).toBe(true);
    expect(await ids()).toEqual(['a', 'b', 'e', 'f']);
  });

  it.each([
    ['while it is measured', 'x'.repeat(500)],
    ['when it is written', '\u3042'.repeat(100)],
  ])('tell nothing of a row that is cut by bytes %s', async (_, caption) => {
    const { sender, ids } = collect({ maxRows: 10, maxBytes: 300 });
    expect(sender.add([node('a')])).toBe(true);
    expect(sender.add([node('b'), relationship('e'), caption])).toBe(false);
    expect(sender.truncatedBy).toBe('bytes');
    expect(await ids()).toEqual(['a']);
  });

  it('take none after the one that was too many, however small', async () => {
    const { sender } = collect({ maxRows: 10, maxBytes: 100 });
    expect(sender.add(['x'.repeat(200)])).toBe(false);
    expect(sender.add([1])).toBe(false);
    expect((await sender.finish()).count).toBe(0);
  });
});
