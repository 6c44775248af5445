import { hashText } from './hash-text.ts';

/** Where an id was given first. */
export interface IdPlace {
  readonly file: number;
  readonly line: number;
}

/**
 * Remembers which ids were given and where, in 14 to 28 bytes an id instead of the texts: a million statements fit in 30 MB.
 * Two different ids with the same 64-bit hash would be reported as a duplicate (1 in 10⁷ for a million ids), never lost.
 */
export interface IdIndex {
  /** Null when the id is new, else where it was given first. */
  add(id: string, file: number, line: number): IdPlace | null;
  has(id: string): boolean;
  size(): number;
}

interface Slots {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  readonly line: Uint32Array;
  /** The number of the file plus one; 0 = empty. */
  readonly file: Uint16Array;
}

export function createIdIndex(): IdIndex {
  let slots = createSlots(1 << 12);
  let count = 0;
  const hash = { high: 0, low: 0 };
  return {
    add(id, file, line) {
      if (count * 4 > slots.file.length * 3) slots = grow(slots);
      hashText(id, hash);
      const at = find(slots, hash.high, hash.low);
      const known = slots.file[at] ?? 0;
      if (known !== 0) return { file: known - 1, line: slots.line[at] ?? 0 };
      put(slots, at, [hash.high, hash.low, line, file + 1]);
      count += 1;
      return null;
    },
    has(id) {
      hashText(id, hash);
      return slots.file[find(slots, hash.high, hash.low)] !== 0;
    },
    size: () => count,
  };
}

function createSlots(size: number): Slots {
  return {
    high: new Uint32Array(size),
    low: new Uint32Array(size),
    line: new Uint32Array(size),
    file: new Uint16Array(size),
  };
}

function find(slots: Slots, high: number, low: number): number {
  const mask = slots.file.length - 1;
  let at = low & mask;
  while (slots.file[at] !== 0 && (slots.low[at] !== low || slots.high[at] !== high)) at = (at + 1) & mask;
  return at;
}

function put(
  slots: Slots,
  at: number,
  [high, low, line, file]: readonly [number, number, number, number],
): void {
  slots.high[at] = high;
  slots.low[at] = low;
  slots.line[at] = line;
  slots.file[at] = Math.min(file, 65_535);
}

function grow(old: Slots): Slots {
  const slots = createSlots(old.file.length * 2);
  for (let at = 0; at < old.file.length; at += 1) {
    const file = old.file[at] ?? 0;
    if (file === 0) continue;
    const high = old.high[at] ?? 0;
    const low = old.low[at] ?? 0;
    put(slots, find(slots, high, low), [high, low, old.line[at] ?? 0, file]);
  }
  return slots;
}
