import { join } from 'node:path';

import { createBlockStore } from './block-store.ts';
import type { TemporaryFolder } from './temporary-folder.ts';

/** Texts kept aside and fetched again by their number. Past a bound they lie in a file instead of in memory. */
export interface LineSpool {
  /** Returns the number of the text, from 0. A text is at most 4 MB long. */
  add(text: string): number;
  get(number: number): string;
  size(): number;
  close(): void;
}

/** @param memoryBytes of texts held in memory before they are written out */
export function createLineSpool(folder: TemporaryFolder, name: string, memoryBytes: number): LineSpool {
  const store = createBlockStore(() => join(folder.path(), name), memoryBytes);
  // The start of each text, and the end of the last one.
  let starts = new Float64Array(1 << 12);
  let count = 0;
  return {
    add(text) {
      if (count + 1 >= starts.length) {
        const larger = new Float64Array(starts.length * 2);
        larger.set(starts);
        starts = larger;
      }
      store.append(Buffer.from(text));
      count += 1;
      starts[count] = store.length();
      return count - 1;
    },
    get: (number) => store.read(starts[number] ?? 0, starts[number + 1] ?? 0).toString('utf8'),
    size: () => count,
    close: () => store.close(),
  };
}
