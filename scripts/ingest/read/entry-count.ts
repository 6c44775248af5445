/** Counts entries, those that the readers could not make out among them: entries = accepted + rejected. */
export interface EntryCount {
  /** An entry was read. */
  take(isRejected: boolean): void;
  /** An entry that was read is rejected after all. */
  reject(): void;
  /** So many entries were broken before anything could be made of them. */
  broken(entries: number): void;
  entries(): number;
  rejected(): number;
}

const PROGRESS_ENTRIES = 10_000;

/** @param progress called now and then with the number of entries so far */
export function createEntryCount(progress: (entries: number) => void): EntryCount {
  let entries = 0;
  let rejected = 0;
  return {
    take(isRejected) {
      entries += 1;
      if (isRejected) rejected += 1;
      if (entries % PROGRESS_ENTRIES === 0) progress(entries);
    },
    reject() {
      rejected += 1;
    },
    broken(more) {
      entries += more;
      rejected += more;
    },
    entries: () => entries,
    rejected: () => rejected,
  };
}
