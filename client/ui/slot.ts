/** A place for one thing that comes and goes with a part of the page. */
export interface Slot<T> {
  get(): T | null;
  /** @returns the function that empties the place, unless somebody else has taken it since */
  fill(value: T): () => void;
}

export function createSlot<T>(): Slot<T> {
  let held: T | null = null;
  return {
    get: () => held,
    fill(value) {
      held = value;
      return () => {
        if (held === value) held = null;
      };
    },
  };
}
