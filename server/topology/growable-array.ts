type AnyTypedArray = Uint8Array | Uint16Array | Uint32Array | Int32Array;

/** A typed array that grows by doubling, for columns whose length is not known beforehand. */
export interface GrowableArray<T extends AnyTypedArray> {
  readonly length: number;
  push(value: number): void;
  /** What was pushed; a view, not a copy. */
  view(): T;
}

/** @param make allocates an array of that many elements. */
export function createGrowableArray<T extends AnyTypedArray>(make: (length: number) => T): GrowableArray<T> {
  let items = make(1024);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === items.length) {
        const larger = make(items.length * 2);
        larger.set(items);
        items = larger;
      }
      items[length] = value;
      length += 1;
    },
    view: () => items.subarray(0, length) as T,
  };
}
