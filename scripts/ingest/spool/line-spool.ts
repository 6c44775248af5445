import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';

import type { TemporaryFolder } from './temporary-folder.ts';

/** Texts kept aside and fetched again by their number. Past a bound they lie in a file instead of in memory. */
export interface LineSpool {
  /** Returns the number of the text, from 0. */
  add(text: string): number;
  get(number: number): string;
  size(): number;
  close(): void;
}

const BLOCK_BYTES = 4 * 1024 * 1024;

/**
 * Texts are gathered in blocks of 4 MB; blocks that are full go to a file once the memory bound is reached.
 */
export function createLineSpool(folder: TemporaryFolder, name: string, memoryBytes: number): LineSpool {
  let starts = new Float64Array(1 << 12);
  let count = 0;
  let total = 0;
  const blocks: (Buffer | null)[] = [];
  let handle: number | null = null;
  let cachedBlock = -1;
  let cache: Buffer = Buffer.alloc(0);

  const flush = (): void => {
    handle ??= openSync(join(folder.path(), name), 'w+', 0o600);
    for (let at = 0; at < blocks.length - 1; at += 1) {
      const block = blocks[at];
      if (!block) continue;
      for (let done = 0; done < BLOCK_BYTES;) {
        done += writeSync(handle, block, done, BLOCK_BYTES - done, at * BLOCK_BYTES + done);
      }
      blocks[at] = null;
    }
  };
  const append = (bytes: Buffer): void => {
    for (let done = 0; done < bytes.length;) {
      const at = Math.floor(total / BLOCK_BYTES);
      const inside = total % BLOCK_BYTES;
      if (blocks[at] === undefined) {
        blocks[at] = Buffer.alloc(BLOCK_BYTES);
        if ((blocks.length - 1) * BLOCK_BYTES > memoryBytes) flush();
      }
      const copied = bytes.copy(blocks[at] as Buffer, inside, done);
      done += copied;
      total += copied;
    }
  };
  const block = (at: number): Buffer => {
    const held = blocks[at];
    if (held) return held;
    if (cachedBlock !== at && handle !== null) {
      cache = cache.length === 0 ? Buffer.alloc(BLOCK_BYTES) : cache;
      readSync(handle, cache, 0, BLOCK_BYTES, at * BLOCK_BYTES);
      cachedBlock = at;
    }
    return cache;
  };
  return {
    add(text) {
      if (count + 1 >= starts.length) {
        const larger = new Float64Array(starts.length * 2);
        larger.set(starts);
        starts = larger;
      }
      append(Buffer.from(text));
      count += 1;
      starts[count] = total;
      return count - 1;
    },
    get(number) {
      const start = starts[number] ?? 0;
      const end = starts[number + 1] ?? 0;
      const first = Math.floor(start / BLOCK_BYTES);
      const offset = start - first * BLOCK_BYTES;
      if (offset + (end - start) <= BLOCK_BYTES)
        return block(first).toString('utf8', offset, offset + end - start);
      const head = Buffer.from(block(first).subarray(offset));
      return Buffer.concat([head, block(first + 1).subarray(0, end - start - head.length)]).toString('utf8');
    },
    size: () => count,
    close() {
      if (handle !== null) closeSync(handle);
      handle = null;
    },
  };
}
