import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Collects garbage before the heap grows past a bound. */
export interface BoundedHeap {
  /** Cheap; call it every few thousand rows. */
  check(): void;
}

/**
 * Left alone, the engine lets garbage pile up to a multiple of what is in use, because the machine has memory. A load
 * of a million rows would take 600 MB where 150 MB are in use; other programs need that memory, the database first.
 * @param maxBytes of the heap before garbage is collected; where more is really in use, the bound moves up with it
 */
export function createBoundedHeap(maxBytes: number): BoundedHeap {
  let bound = maxBytes;
  let collect: (() => void) | null = null;
  return {
    check() {
      if (getHeapStatistics().used_heap_size < bound) return;
      collect ??= exposeCollector();
      collect();
      bound = Math.max(maxBytes, getHeapStatistics().used_heap_size * 1.5);
    },
  };
}

function exposeCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
