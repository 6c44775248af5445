import { createStore, type Store } from './store.ts';

/** An answer of the service that is on its way, there, or failed. */
export type Resource<T = unknown> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly error: Error };

/** Answers by key, each asked for once; kept until the data changes. */
export interface ResourceStore {
  /** What is known; asks when nothing is. A failed answer is asked for again by `retry`. */
  ensure<T>(key: string, load: () => Promise<T>): Resource<T>;
  peek<T>(key: string): Resource<T> | undefined;
  retry(key: string): void;
  /** Forgets everything: the data has another revision. */
  clear(): void;
  readonly store: Store<ReadonlyMap<string, Resource>>;
}

const LOADING: Resource<never> = { status: 'loading' };

export function createResourceStore(): ResourceStore {
  const store = createStore<ReadonlyMap<string, Resource>>(new Map());
  const put = (key: string, resource: Resource): void =>
    store.update((known) => new Map(known).set(key, resource));
  return {
    store,
    peek: <T>(key: string) => store.get().get(key) as Resource<T> | undefined,
    ensure<T>(key: string, load: () => Promise<T>): Resource<T> {
      const known = store.get().get(key);
      if (known) return known as Resource<T>;
      put(key, LOADING);
      const settle = (resource: Resource): void => {
        if (store.get().has(key)) put(key, resource);
      };
      load().then(
        (value) => settle({ status: 'ready', value }),
        (error: unknown) =>
          settle({ status: 'failed', error: error instanceof Error ? error : new Error(String(error)) }),
      );
      return LOADING;
    },
    retry(key) {
      store.update((known) => new Map([...known].filter(([other]) => other !== key)));
    },
    clear: () => store.set(new Map()),
  };
}
