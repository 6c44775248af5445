import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { TemporaryFolder } from './temporary-folder.ts';

/** SHA-256 over lines in the order of their keys, whatever order they come in and however many there are. */
export interface SortedDigest {
  /** Keys are distinct and hold no control characters; neither does the line. */
  add(key: string, line: string): void;
  /**
   * 64 hexadecimal digits; each line counts with a line feed at its end.
   * @param pause called every few thousand lines: merging millions leaves much garbage and no other moment to collect it
   */
  finish(pause?: () => void): string;
}

const LINES_BETWEEN_PAUSES = 4_096;
const SEPARATOR = '\u0001';
const READ_BYTES = 64 * 1024;

/** Lines are sorted in runs that fit in memory; runs lie in the folder and are merged at the end. */
export function createSortedDigest(folder: TemporaryFolder, name: string, memoryBytes: number): SortedDigest {
  let lines: string[] = [];
  let held = 0;
  const runs: string[] = [];
  const flush = (): void => {
    lines.sort(byCodeUnit);
    const path = join(folder.path(), `${name}-${runs.length}.run`);
    writeFileSync(path, lines.join('\n'), { mode: 0o600 });
    runs.push(path);
    lines = [];
    held = 0;
  };
  return {
    add(key, line) {
      // U+0001 sorts before every character of a key, so a key that begins another one stays first.
      lines.push(key + SEPARATOR + line);
      held += key.length + line.length;
      if (held > memoryBytes) flush();
    },
    finish(pause) {
      const hash = createHash('sha256');
      let count = 0;
      lines.sort(byCodeUnit);
      const sources = [...runs.map(readLines), lines[Symbol.iterator]()];
      for (const line of merge(sources)) {
        hash.update(`${line.slice(line.indexOf(SEPARATOR) + 1)}\n`, 'utf8');
        count += 1;
        if (count % LINES_BETWEEN_PAUSES === 0) pause?.();
      }
      lines = [];
      return hash.digest('hex');
    },
  };
}

function* merge(sources: readonly Iterator<string>[]): Generator<string> {
  const heads = sources
    .map((source) => ({ source, line: next(source) }))
    .filter((head) => head.line !== null);
  while (heads.length > 0) {
    let least = 0;
    for (let at = 1; at < heads.length; at += 1) {
      if ((heads[at]?.line ?? '') < (heads[least]?.line ?? '')) least = at;
    }
    const head = heads[least];
    if (head === undefined || head.line === null) return;
    yield head.line;
    head.line = next(head.source);
    if (head.line === null) heads.splice(least, 1);
  }
}

function next(source: Iterator<string>): string | null {
  const step = source.next();
  return step.done === true ? null : step.value;
}

function* readLines(path: string): Generator<string> {
  const handle = openSync(path, 'r');
  const buffer = Buffer.alloc(READ_BYTES);
  let rest: Buffer = Buffer.alloc(0);
  try {
    for (;;) {
      const read = readSync(handle, buffer, 0, buffer.length, null);
      if (read === 0) break;
      const bytes =
        rest.length === 0 ? buffer.subarray(0, read) : Buffer.concat([rest, buffer.subarray(0, read)]);
      const end = bytes.lastIndexOf(0x0a);
      if (end !== -1) yield* bytes.toString('utf8', 0, end).split('\n');
      rest = Buffer.from(bytes.subarray(end + 1));
    }
    if (rest.length > 0) yield rest.toString('utf8');
  } finally {
    closeSync(handle);
  }
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
