/** A queue that gives its items in order: a binary heap over an array. */
export interface OrderedQueue<T> {
  readonly size: number;
  push(item: T): void;
  /** Takes the first item. */
  pop(): T | undefined;
  first(): T | undefined;
}

/** @param compare below 0 where the first of two items comes first; a total order */
export function createOrderedQueue<T>(compare: (a: T, b: T) => number): OrderedQueue<T> {
  const items: T[] = [];

  function siftDown(item: T): void {
    let hole = 0;
    for (let child = 1; child < items.length; child = 2 * hole + 1) {
      const right = child + 1;
      if (right < items.length && compare(items[right] as T, items[child] as T) < 0) child = right;
      if (compare(item, items[child] as T) <= 0) break;
      items[hole] = items[child] as T;
      hole = child;
    }
    items[hole] = item;
  }

  return {
    get size() {
      return items.length;
    },
    first: () => items[0],
    push(item) {
      let hole = items.length;
      items.push(item);
      while (hole > 0) {
        const parent = (hole - 1) >>> 1;
        if (compare(items[parent] as T, item) <= 0) break;
        items[hole] = items[parent] as T;
        hole = parent;
      }
      items[hole] = item;
    },
    pop() {
      const first = items[0];
      const last = items.pop();
      if (items.length > 0) siftDown(last as T);
      return first;
    },
  };
}
