import { createHash } from 'node:crypto';

import type { Notification } from '../../contract/explore.ts';

/** What gate two found of a statement that reads: it need not be planned again to be admitted. */
export interface Verdict {
  readonly notifications: readonly Notification[];
  /** Milliseconds that a row took the last time it ran; null: it never did. */
  readonly msPerRow: number | null;
}

/** Remembers the verdicts that were asked for last. */
export interface VerdictCache {
  /** @param data what the verdict is about: other data may mean other warnings */
  get(data: string, text: string): Verdict | null;
  set(data: string, text: string, verdict: Verdict): void;
}

/** @param maxVerdicts kept at most; 0 = none. The texts themselves are not kept */
export function createVerdictCache(maxVerdicts: number): VerdictCache {
  const verdicts = new Map<string, Verdict>();
  const keyOf = (data: string, text: string): string =>
    createHash('sha256').update(data).update('\0').update(text).digest('base64');
  return {
    get(data, text) {
      const key = keyOf(data, text);
      const verdict = verdicts.get(key);
      if (!verdict) return null;
      verdicts.delete(key);
      verdicts.set(key, verdict);
      return verdict;
    },
    set(data, text, verdict) {
      const key = keyOf(data, text);
      verdicts.delete(key);
      verdicts.set(key, verdict);
      for (const oldest of verdicts.keys()) {
        if (verdicts.size <= maxVerdicts) break;
        verdicts.delete(oldest);
      }
    },
  };
}
