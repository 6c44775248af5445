import { createStore, type Store } from './store.ts';

/** An answer of the service that is on its way, there, failed, or no longer wanted. */
export type Resource<T = unknown> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly error: Error }
  | { readonly status: 'cancelled' };

/** Answers by key, each asked for once; kept until the data changes. */
export interface ResourceStore {
  /** What is known; asks when nothing is. A failed or cancelled answer is asked for again by `retry`. */
  ensure<T>(key: string, load: (signal: AbortSignal) => Promise<T>): Resource<T>;
  peek<T>(key: string): Resource<T> | undefined;
  retry(key: string): void;
  /** The reader waits no longer: an answer on its way is given up and said to be. */
  cancel(key: string): void;
  /** Nobody looks any more: an answer on its way is given up and forgotten. */
  abandon(key: string): void;
  /** Forgets everything: the data has another revision. */
  clear(): void;
  readonly store: Store<ReadonlyMap<string, Resource>>;
}

const LOADING: Resource<never> = { status: 'loading' };

export function createResourceStore(): ResourceStore {
  const store = createStore<ReadonlyMap<string, Resource>>(new Map());
  const running = new Map<string, AbortController>();
  const put = (key: string, resource: Resource): void =>
    store.update((known) => new Map(known).set(key, resource));
  const forget = (key: string): void =>
    store.update((known) => new Map([...known].filter(([other]) => other !== key)));
  const stop = (key: string): boolean => {
    running.get(key)?.abort();
    return running.delete(key);
  };
  return {
    store,
    peek: <T>(key: string) => store.get().get(key) as Resource<T> | undefined,
    ensure<T>(key: string, load: (signal: AbortSignal) => Promise<T>): Resource<T> {
      const known = store.get().get(key);
      if (known) return known as Resource<T>;
      const abort = new AbortController();
      running.set(key, abort);
      put(key, LOADING);
      const settle = (resource: Resource): void => {
        if (running.get(key) !== abort) return;
        running.delete(key);
        put(key, resource);
      };
      load(abort.signal).then(
        (value) => settle({ status: 'ready', value }),
        (error: unknown) =>
          settle({ status: 'failed', error: error instanceof Error ? error : new Error(String(error)) }),
      );
      return LOADING;
    },
    retry(key) {
      stop(key);
      forget(key);
    },
    cancel(key) {
      if (stop(key)) put(key, { status: 'cancelled' });
    },
    abandon(key) {
      if (stop(key)) forget(key);
    },
    clear() {
      for (const key of running.keys()) stop(key);
      store.set(new Map());
    },
  };
}
