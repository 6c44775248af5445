import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

import { hashText } from '../resolve/hash-text.ts';
import type { TemporaryFolder } from './temporary-folder.ts';

/**
 * Rows kept aside by the hash of a key: all rows of a key come back in the same partition, one partition at a time.
 * They stay in memory up to a bound for the whole spool, then go to files.
 */
export interface PartitionSpool<Row> {
  add(key: string, row: Row): void;
  /** How many rows were added. */
  size(): number;
  /** The rows of each partition in the order they were added; empty partitions are passed over. May be walked again. */
  partitions(): Generator<readonly Row[]>;
  /** Gives memory and files back. */
  clear(): void;
}

interface Options {
  readonly folder: TemporaryFolder;
  readonly name: string;
  readonly partitions: number;
  /** Bytes (about) of rows in memory before they are written out. */
  readonly memoryBytes: number;
}

interface Partition {
  lines: string[];
  /** Bytes written to the file so far; 0 = there is none. */
  written: number;
}

export function createPartitionSpool<Row>(options: Options): PartitionSpool<Row> {
  const partitions: Partition[] = Array.from({ length: options.partitions }, () => ({
    lines: [],
    written: 0,
  }));
  const hash = { high: 0, low: 0 };
  let held = 0;
  let count = 0;
  const pathOf = (at: number): string => join(options.folder.path(), `${options.name}-${at}.ndjson`);
  const spill = (): void => {
    for (const [at, partition] of partitions.entries()) writeOut(partition, pathOf, at);
    held = 0;
  };
  return {
    add(key, row) {
      const partition = partitions[hashText(key, hash).high % partitions.length] as Partition;
      const line = JSON.stringify(row);
      partition.lines.push(line);
      held += line.length;
      count += 1;
      if (held > options.memoryBytes) spill();
    },
    size: () => count,
    *partitions() {
      for (const [at, partition] of partitions.entries()) {
        const rows = readBack<Row>(partition, pathOf, at);
        if (rows.length > 0) yield rows;
      }
    },
    clear() {
      for (const [at, partition] of partitions.entries()) {
        if (partition.written > 0) rmSync(pathOf(at), { force: true });
        partition.lines = [];
        partition.written = 0;
      }
      held = 0;
    },
  };
}

function writeOut(partition: Partition, pathOf: (at: number) => string, at: number): void {
  if (partition.lines.length === 0) return;
  const bytes = Buffer.from(`${partition.lines.join('\n')}\n`);
  const handle = openSync(pathOf(at), 'a', 0o600);
  try {
    for (let done = 0; done < bytes.length;) done += writeSync(handle, bytes, done);
  } finally {
    closeSync(handle);
  }
  partition.written += bytes.length;
  partition.lines = [];
}

function readBack<Row>(partition: Partition, pathOf: (at: number) => string, at: number): Row[] {
  const rows: Row[] = [];
  if (partition.written > 0) {
    for (const line of readFileSync(pathOf(at), 'utf8').split('\n')) {
      if (line !== '') rows.push(JSON.parse(line) as Row);
    }
  }
  for (const line of partition.lines) rows.push(JSON.parse(line) as Row);
  return rows;
}
