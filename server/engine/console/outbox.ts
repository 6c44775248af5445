import type { Portion } from './console-protocol.ts';

/** Portions on their way, so that their reader and we work at the same time. */
const WINDOW = 3;

/**
 * Sends portions in order, a few ahead of their reader. What waits is bounded by the size of an answer.
 * @param send resolves when the reader has taken the portion; never rejects
 */
export function createOutbox(send: (portion: Portion) => Promise<void>) {
  const waiting: Portion[] = [];
  let unread = 0;
  const lookers: (() => void)[] = [];
  const maySend = (): boolean => unread < WINDOW && waiting.length > 0;
  const sendFirst = async (): Promise<void> => {
    unread += 1;
    await send(waiting.shift() as Portion);
    unread -= 1;
    pump();
  };
  const pump = (): void => {
    while (maySend()) void sendFirst();
    if (waiting.length > 0) return;
    for (const look of lookers.splice(0)) look();
  };
  return {
    put(portion: Portion): void {
      waiting.push(portion);
      pump();
    },
    get isBehind() {
      return waiting.length > 0;
    },
    /** Resolves when nothing waits to be sent. */
    emptied: (): Promise<void> =>
      waiting.length === 0 ? Promise.resolve() : new Promise((resolve) => lookers.push(resolve)),
  };
}
