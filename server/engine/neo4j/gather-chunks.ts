export interface Chunk<T> {
  readonly items: readonly T[];
  /** It ends before it is full, because the next item lets itself be waited for. */
  readonly isLull: boolean;
}

/**
 * Items in chunks of `most`; a chunk whose first item is `lingerMs` old goes on as it is. The last one may be empty.
 * Whoever stops before the end lets the source go without waiting for it.
 */
export async function* gatherChunks<T>(
  source: AsyncIterable<T>,
  most: number,
  lingerMs: number,
): AsyncGenerator<Chunk<T>, void> {
  const iterator = source[Symbol.asyncIterator]();
  let items: T[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lull: Promise<null> | null = null;
  const take = (isLull: boolean): Chunk<T> => {
    clearTimeout(timer);
    lull = null;
    const chunk = { items, isLull };
    items = [];
    return chunk;
  };
  let next = iterator.next();
  try {
    for (;;) {
      const arrived = await (lull ? Promise.race([next, lull]) : next);
      if (arrived === null) {
        yield take(true);
        continue;
      }
      if (arrived.done === true) break;
      items.push(arrived.value);
      next = iterator.next();
      // Whoever stops may never look at it.
      next.catch(() => undefined);
      lull ??= new Promise((resolve) => (timer = setTimeout(() => resolve(null), lingerMs)));
      if (items.length === most) yield take(false);
    }
    yield take(false);
  } finally {
    clearTimeout(timer);
    iterator.return?.().catch(() => undefined);
  }
}
