/** Keeps what was used last, within a number of bytes. */
export interface LruCache {
  get(key: string): unknown;
  /** @param bytes what it weighs, by estimate */
  set(key: string, value: unknown, bytes: number): void;
  readonly bytes: number;
}

export function createLruCache(maxBytes: number): LruCache {
  const entries = new Map<string, { value: unknown; bytes: number }>();
  let bytes = 0;
  const drop = (key: string): void => {
    bytes -= entries.get(key)?.bytes ?? 0;
    entries.delete(key);
  };
  return {
    get bytes() {
      return bytes;
    },
    get(key) {
      const entry = entries.get(key);
      if (!entry) return undefined;
      entries.delete(key);
      entries.set(key, entry);
      return entry.value;
    },
    set(key, value, weight) {
      drop(key);
      if (weight > maxBytes) return;
      entries.set(key, { value, bytes: weight });
      bytes += weight;
      for (const oldest of entries.keys()) {
        if (bytes <= maxBytes) break;
        drop(oldest);
      }
    },
  };
}
