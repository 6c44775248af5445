const LEAST = 25;
const MOST = 1_000;
/** Rows that come together may take this long to be made. */
const WITHIN_MS = 100;

/**
 * Records to ask for at a time. The server sends them when it has them all: many where they came fast the last time,
 * few where that is not known, so that a slow statement shows its first rows early.
 * @param msPerRow milliseconds that a row took the last time; null: not known
 * @param maxRows of the answer; one more tells whether it was cut
 */
export function chooseFetchSize(msPerRow: number | null, maxRows: number): number {
  const due = msPerRow === null ? LEAST : Math.floor(WITHIN_MS / Math.max(msPerRow, WITHIN_MS / MOST));
  return Math.min(Math.max(due, LEAST), maxRows + 1);
}
