import { existsSync } from 'node:fs';
import { createHash } from 'node:crypto';

import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';

import { createIdIndex } from '../../../../scripts/ingest/resolve/id-index.ts';
import { createLineSpool } from '../../../../scripts/ingest/spool/line-spool.ts';
import { createPartitionSpool } from '../../../../scripts/ingest/spool/partition-spool.ts';
import { createSortedDigest } from '../../../../scripts/ingest/spool/sorted-digest.ts';
import { createTemporaryFolder } from '../../../../scripts/ingest/spool/temporary-folder.ts';

const folder = createTemporaryFolder();
afterEach(() => folder.remove());

describe('the index of ids', () => {
  it('knows what was added and where, through all its growing', () => {
    const index = createIdIndex();
    const count = 50_000;
    for (let at = 0; at < count; at += 1) expect(index.add(`set:statement-${at}`, at % 7, at + 1)).toBeNull();
    expect(index.size()).toBe(count);
    for (let at = 0; at < count; at += 997) {
      expect(index.add(`set:statement-${at}`, 0, 1)).toEqual({ file: at % 7, line: at + 1 });
      expect(index.has(`set:statement-${at}`)).toBe(true);
      expect(index.has(`set:other-${at}`)).toBe(false);
    }
    expect(index.size()).toBe(count);
  });
});

describe('rows kept aside', () => {
  it.each([1, 50, 1_000_000])(
    'come back whole, all of a key together, with %i bytes of memory',
    (memoryBytes) => {
      const spool = createPartitionSpool<{ key: string; at: number }>({
        folder,
        name: 'rows',
        partitions: 8,
        memoryBytes,
      });
      for (let at = 0; at < 200; at += 1) spool.add(`key-${at % 20}`, { key: `key-${at % 20}`, at });
      const partitions = [...spool.partitions()];
      expect(
        partitions
          .flat()
          .map((row) => row.at)
          .sort((a, b) => a - b),
      ).toEqual(Array.from({ length: 200 }, (_, at) => at));
      for (let key = 0; key < 20; key += 1) {
        const holding = partitions.filter((rows) => rows.some((row) => row.key === `key-${key}`));
        expect(holding).toHaveLength(1);
        const places = holding[0]?.filter((row) => row.key === `key-${key}`).map((row) => row.at) ?? [];
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }
      expect([...spool.partitions()]).toEqual(partitions);
      spool.clear();
      expect([...spool.partitions()]).toEqual([]);
    },
  );

  it('texts come back by their number, over the ends of blocks and from the file', () => {
    const spool = createLineSpool(folder, 'texts', 4_000_000);
    const text = (at: number): string => `${at}:${'é🌊'.repeat(at % 977)}`;
    const count = 9_000;
    for (let at = 0; at < count; at += 1) expect(spool.add(text(at))).toBe(at);
    expect(spool.size()).toBe(count);
    for (const at of [0, count - 1, 1, 4_444, 17, 8_888, 2_222, 0]) expect(spool.get(at)).toBe(text(at));
    for (let at = 0; at < count; at += 1)
      if (spool.get(at) !== text(at)) throw new Error(`text ${at} differs`);
    spool.close();
  });

  it('leave no folder behind', () => {
    const path = folder.path();
    expect(existsSync(path)).toBe(true);
    folder.remove();
    expect(existsSync(path)).toBe(false);
  });
});

describe('the digest of lines in the order of their keys', () => {
  const digest = (
    lines: readonly (readonly [string, string])[],
    memoryBytes: number,
    name: string,
  ): string => {
    const sorted = createSortedDigest(folder, name, memoryBytes);
    for (const [key, line] of lines) sorted.add(key, line);
    return sorted.finish();
  };

  it('is that of the sorted lines, whatever order they come in and however little fits in memory', () => {
    const keys = fc.uniqueArray(fc.stringMatching(/^[a-c~:@-]{1,6}$/u), { maxLength: 40 });
    let run = 0;
    fc.assert(
      fc.property(keys, fc.integer({ min: 1, max: 200 }), (given, memoryBytes) => {
        run += 1;
        const lines = given.map((key) => [key, `{"id":"${key}"}`] as const);
        const expected = createHash('sha256');
        for (const [, line] of [...lines].sort(([a], [b]) => (a < b ? -1 : 1))) expected.update(`${line}\n`);
        expect(digest(lines, memoryBytes, `run-${run}`)).toBe(expected.digest('hex'));
      }),
      { numRuns: 60 },
    );
  });
});
