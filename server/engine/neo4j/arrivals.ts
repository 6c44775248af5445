export interface Arrived<T> {
  readonly items: readonly T[];
  /** There would be more, but they let themselves be waited for. */
  readonly isLull: boolean;
  /** Nothing comes after these. */
  readonly isLast: boolean;
}

/** Keeps what arrives until it is taken. One taker at a time. */
export interface Arrivals<T> {
  push(item: T): void;
  end(): void;
  fail(error: unknown): void;
  /**
   * All that has arrived, once it is `most` items or the first of them has waited `lingerMs`, or at the end. May be
   * empty at the end only. Rejects with what `fail` was given, when all that came before has been taken.
   */
  take(): Promise<Arrived<T>>;
}

/** @param most items worth taking at once; more may have arrived meanwhile */
export function createArrivals<T>(most: number, lingerMs: number): Arrivals<T> {
  let items: T[] = [];
  let isEnded = false;
  let failure: { readonly error: unknown } | null = null;
  let taker: { resolve(arrived: Arrived<T>): void; reject(error: unknown): void } | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const giveOut = (isLull: boolean): void => {
    if (timer) clearTimeout(timer);
    timer = null;
    const waiting = taker;
    taker = null;
    if (failure && items.length === 0) return waiting?.reject(failure.error);
    const arrived = { items, isLull, isLast: isEnded };
    items = [];
    waiting?.resolve(arrived);
  };
  const look = (): void => {
    if (!taker) return;
    if (isEnded || failure || items.length >= most) giveOut(false);
    else if (items.length > 0) timer ??= setTimeout(giveOut, lingerMs, true);
  };
  return {
    push(item) {
      items.push(item);
      look();
    },
    end() {
      isEnded = true;
      look();
    },
    fail(error) {
      failure ??= { error };
      look();
    },
    take: () =>
      new Promise((resolve, reject) => {
        taker = { resolve, reject };
        look();
      }),
  };
}
