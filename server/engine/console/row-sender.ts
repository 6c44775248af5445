import { AppError } from '../../app-error.ts';
import type { WireValue } from '../values.ts';

/** Takes the rows of one answer and stops at its limits. */
export interface RowSender {
  columns(columns: readonly string[]): Promise<void>;
  /** False when the row was one too many: stop. */
  add(row: readonly WireValue[]): Promise<boolean>;
  flush(): Promise<void>;
  /** What cut the answer. */
  readonly truncatedBy: 'rows' | 'bytes' | null;
}

const BATCH_ROWS = 500;
const BATCH_BYTES = 256_000;
/** A row that comes this long after the last batch is not kept back: whoever asked sees it while the next is made. */
const LINGER_MS = 20;

/** A node in a list in a map in a path takes ten; whoever reads the answer, here and in the browser, walks it by recursion. */
const MAX_DEPTH = 200;

export function tooDeep(): AppError {
  return new AppError('statement-invalid', `A value of the answer nests deeper than ${MAX_DEPTH} levels.`);
}

/**
 * Bytes of a value as JSON, near enough to count; stops counting past `limit`.
 * @throws AppError statement-invalid for a value that nests too deep
 */
export function jsonBytes(value: WireValue, limit: number, depth = 0): number {
  if (depth > MAX_DEPTH) throw tooDeep();
  if (typeof value === 'string') return value.length > limit ? value.length : Buffer.byteLength(value) + 2;
  if (value === null || typeof value !== 'object') return String(value).length;
  let bytes = 2;
  if (Array.isArray(value)) {
    for (const inner of value as readonly WireValue[]) {
      bytes += jsonBytes(inner, limit, depth + 1) + 1;
      if (bytes > limit) break;
    }
    return bytes;
  }
  for (const [key, inner] of Object.entries(value as Readonly<Record<string, WireValue>>)) {
    bytes += Buffer.byteLength(key) + 4 + jsonBytes(inner, limit, depth + 1);
    if (bytes > limit) break;
  }
  return bytes;
}

/** @param sendRows resolves when the reader has taken the batch */
export function createRowSender(
  limits: { readonly maxRows: number; readonly maxBytes: number },
  sendColumns: (columns: readonly string[]) => Promise<void>,
  sendRows: (rows: readonly (readonly WireValue[])[]) => Promise<void>,
): RowSender {
  let batch: (readonly WireValue[])[] = [];
  let batchBytes = 0;
  let rows = 0;
  let bytes = 0;
  let truncatedBy: 'rows' | 'bytes' | null = null;
  let sentAtMs = performance.now();
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    const full = batch;
    batch = [];
    batchBytes = 0;
    await sendRows(full);
    sentAtMs = performance.now();
  };
  return {
    get truncatedBy() {
      return truncatedBy;
    },
    columns: sendColumns,
    async add(row) {
      const size = jsonBytes(row, limits.maxBytes - bytes) + 1;
      if (rows === limits.maxRows) truncatedBy = 'rows';
      else if (bytes + size > limits.maxBytes) truncatedBy = 'bytes';
      if (truncatedBy) return false;
      rows += 1;
      bytes += size;
      batchBytes += size;
      batch.push(row);
      const isFull = batch.length >= BATCH_ROWS || batchBytes >= BATCH_BYTES;
      if (isFull || performance.now() - sentAtMs >= LINGER_MS) await flush();
      return true;
    },
    flush,
  };
}
