import { closeSync, openSync, readSync, writeSync } from 'node:fs';

/** Bytes that are only ever appended, in blocks. Full blocks go to a file once more are held than allowed. */
export interface BlockStore {
  /** Bytes so far: where the next ones will start. */
  length(): number;
  append(bytes: Buffer): void;
  read(start: number, end: number): Buffer;
  close(): void;
}

const BLOCK_BYTES = 4 * 1024 * 1024;

/**
 * @param pathOf called when the file is first needed
 * @param memoryBytes held in memory before full blocks are written out
 */
export function createBlockStore(pathOf: () => string, memoryBytes: number): BlockStore {
  const blocks: (Buffer | null)[] = [];
  let total = 0;
  let handle: number | null = null;
  let cached = { at: -1, bytes: Buffer.alloc(0) };
  const writeOut = (): void => {
    handle ??= openSync(pathOf(), 'w+', 0o600);
    writeFullBlocks(handle, blocks);
  };
  const block = (at: number): Buffer => {
    const held = blocks[at];
    if (held) return held;
    if (cached.at !== at && handle !== null) {
      const bytes = cached.bytes.length === 0 ? Buffer.alloc(BLOCK_BYTES) : cached.bytes;
      readSync(handle, bytes, 0, BLOCK_BYTES, at * BLOCK_BYTES);
      cached = { at, bytes };
    }
    return cached.bytes;
  };
  const ownBlock = (at: number): Buffer => {
    if (blocks[at] === undefined) {
      blocks[at] = Buffer.alloc(BLOCK_BYTES);
      if (blocks.filter((one) => one !== null).length * BLOCK_BYTES > memoryBytes) writeOut();
    }
    return block(at);
  };
  return {
    length: () => total,
    append(bytes) {
      for (let done = 0; done < bytes.length;) {
        const copied = bytes.copy(ownBlock(Math.floor(total / BLOCK_BYTES)), total % BLOCK_BYTES, done);
        done += copied;
        total += copied;
      }
    },
    read(start, end) {
      const at = Math.floor(start / BLOCK_BYTES);
      const inside = start - at * BLOCK_BYTES;
      const head = block(at).subarray(inside, inside + (end - start));
      if (head.length === end - start) return head;
      return Buffer.concat([Buffer.from(head), block(at + 1).subarray(0, end - start - head.length)]);
    },
    close() {
      if (handle !== null) closeSync(handle);
      handle = null;
    },
  };
}

/** Writes all blocks but the last, which is still being filled, and lets go of them. */
function writeFullBlocks(handle: number, blocks: (Buffer | null)[]): void {
  for (const [at, block] of blocks.slice(0, -1).entries()) {
    if (block === null) continue;
    writeAll(handle, block, at * BLOCK_BYTES);
    blocks[at] = null;
  }
}

function writeAll(handle: number, bytes: Buffer, position: number): void {
  for (let done = 0; done < bytes.length;) {
    done += writeSync(handle, bytes, done, bytes.length - done, position + done);
  }
}
