/** A value that changes, and those who want to know. */
export interface Store<T> {
  get(): T;
  /** Replaces the value; equal by identity = nobody is told. */
  set(next: T): void;
  update(change: (value: T) => T): void;
  /** @returns the function that ends the subscription */
  subscribe(listener: () => void): () => void;
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  const set = (next: T): void => {
    if (Object.is(next, value)) return;
    value = next;
    for (const listener of Array.from(listeners)) listener();
  };
  return {
    get: () => value,
    set,
    update: (change) => set(change(value)),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Calls `react` whenever the selected part changes, and once at the start. */
export function watch<T, P>(store: Store<T>, select: (value: T) => P, react: (part: P) => void): () => void {
  let part = select(store.get());
  react(part);
  return store.subscribe(() => {
    const next = select(store.get());
    if (Object.is(next, part)) return;
    part = next;
    react(next);
  });
}
