import type { Progress } from './pipeline.ts';

/** One line that is written over while work goes on; nothing at all where no person watches. */
export interface ProgressLine {
  show(progress: Progress): void;
  clear(): void;
}

const BAR_WIDTH = 24;
const INTERVAL_MS = 100;

/** @param stream where to write; only a terminal gets anything */
export function createProgressLine(stream: NodeJS.WriteStream): ProgressLine {
  let last = 0;
  let isShown = false;
  return {
    show(progress) {
      const now = performance.now();
      if (!stream.isTTY || now - last < INTERVAL_MS) return;
      last = now;
      isShown = true;
      stream.write(`\r\u001b[K${formatProgress(progress)}`);
    },
    clear() {
      if (isShown) stream.write('\r\u001b[K');
      isShown = false;
    },
  };
}

export function formatProgress({ step, done, total }: Progress): string {
  if (total === null || total === 0) return `${step} ${done}`;
  const filled = Math.min(BAR_WIDTH, Math.round((done / total) * BAR_WIDTH));
  return `${step} [${'#'.repeat(filled)}${'.'.repeat(BAR_WIDTH - filled)}] ${done} of ${total}`;
}
