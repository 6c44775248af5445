import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that is made when it is first needed and goes with the run. */
export interface TemporaryFolder {
  path(): string;
  remove(): void;
}

export function createTemporaryFolder(): TemporaryFolder {
  let path: string | null = null;
  return {
    path() {
      path ??= mkdtempSync(join(tmpdir(), 'setu-ingest-'));
      return path;
    },
    remove() {
      if (path !== null) rmSync(path, { recursive: true, force: true });
      path = null;
    },
  };
}
