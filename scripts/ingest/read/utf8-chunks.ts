import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';

import { unreadableFile } from '../problem.ts';

const LINE_FEED = 0x0a;
const CHUNK_BYTES = 256 * 1024;

/**
 * Streams a file in pieces that each hold whole characters, the byte-order mark left out.
 * @throws AppError with a position: with the line of the first bytes that are not UTF-8
 */
export async function* utf8Chunks(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  let isFirst = true;
  for await (const piece of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    let chunk = rest.length === 0 ? (piece as Buffer) : Buffer.concat([rest, piece as Buffer]);
    if (isFirst && chunk.length >= 3) {
      isFirst = false;
      if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) chunk = chunk.subarray(3);
    }
    const end = wholeCharacters(chunk);
    const whole = chunk.subarray(0, end);
    rest = Buffer.from(chunk.subarray(end));
    checkUtf8(whole, line);
    line += countLineFeeds(whole);
    yield whole;
  }
  if (rest.length > 0) {
    checkUtf8(rest, line);
    yield rest;
  }
}

/** Checks bytes that start at the given line. */
export function checkUtf8(bytes: Buffer, firstLine: number): void {
  if (isUtf8(bytes)) return;
  let line = firstLine;
  for (let start = 0; start <= bytes.length; line += 1) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed === -1 ? bytes.length : feed + 1;
    if (!isUtf8(bytes.subarray(start, end))) break;
    start = end;
  }
  throw unreadableFile(line, 'this line is not UTF-8; save the file as UTF-8');
}

/** Where a character that goes on in the next piece starts, else the length. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

export function countLineFeeds(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) count += 1;
  return count;
}
