import { readFileSync } from 'node:fs';

const POLL_MS = 10;

/** /proc counts in pages, whose size Node does not tell: compare our own two numbers. */
function measurePageBytes(): number {
  try {
    const pages = Number(readFileSync('/proc/self/statm', 'utf8').split(' ')[1]);
    return 2 ** Math.round(Math.log2(process.memoryUsage.rss() / pages));
  } catch {
    return 0;
  }
}

let pageBytes: number | null = null;

/** Bytes of memory a process has in use; null where the system does not say (not Linux) or it is gone. */
export function readMemoryBytes(pid: number): number | null {
  pageBytes ??= measurePageBytes();
  if (pageBytes === 0) return null;
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * pageBytes;
  } catch {
    return null;
  }
}

/**
 * Looks at a process every 10 ms, which the process itself need not help with: a runaway that takes a gigabyte a second
 * is seen within 10 MB.
 * @returns stops looking
 */
export function watchMemory(pid: number, maxBytes: number, onTooMuch: () => void): () => void {
  const timer = setInterval(() => {
    const bytes = readMemoryBytes(pid);
    if (bytes !== null && bytes > maxBytes) onTooMuch();
  }, POLL_MS);
  return () => clearInterval(timer);
}
