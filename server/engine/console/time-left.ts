/** A statement may wait this long without having less time to run. */
const WAIT_FOR_FREE_MS = 2_000;

/**
 * Milliseconds left to run: its limit, or less where it waited long for its turn or its process, so that whoever asks
 * hears within the limit and three seconds, whatever others run.
 */
export function timeLeftMs(timeoutMs: number, waitedMs: number): number {
  return Math.round(Math.min(timeoutMs, Math.max(0, timeoutMs - waitedMs) + WAIT_FOR_FREE_MS));
}
