/** A statement may wait this long without having less time to run. */
const WAIT_FOR_FREE_MS = 2_000;

/**
 * Milliseconds left to run: its limit, or less where it waited long for its turn, so that whoever asks hears within the
 * limit and three seconds, whatever others run.
 */
export function timeLeftMs(timeoutMs: number, waitedMs: number): number {
  return Math.round(Math.min(timeoutMs, Math.max(0, timeoutMs - waitedMs) + WAIT_FOR_FREE_MS));
}

/** Starting a process takes a second or two on a busy machine, whatever the statement asks. */
const OPENING_MS = 2_000;
/** However long its process took to start, a statement gets this long, or its limit. */
const LEAST_MS = 700;

/** Milliseconds that a process may take to open. */
export function openingLimitMs(timeoutMs: number): number {
  return Math.max(timeoutMs, OPENING_MS);
}

/** Milliseconds left to run when the process is there. */
export function timeLeftAfterOpeningMs(timeoutMs: number, openedMs: number): number {
  return Math.round(Math.min(timeoutMs, Math.max(timeoutMs - openedMs, LEAST_MS)));
}
