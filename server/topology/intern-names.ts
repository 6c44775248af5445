/** Names numbered in the order in which they come. */
export interface Interner {
  readonly names: readonly string[];
  codeOf(name: string): number;
}

/**
 * @param most names there may be
 * @throws RangeError beyond them
 */
export function createInterner(what: string, known: readonly string[], most: number): Interner {
  const names = [...known];
  const codes = new Map(names.map((name, code) => [name, code]));
  return {
    names,
    codeOf(name) {
      let code = codes.get(name);
      if (code === undefined) {
        code = names.length;
        if (code >= most) throw new RangeError(`There are more than ${most} ${what}.`);
        codes.set(name, code);
        names.push(name);
      }
      return code;
    },
  };
}

/** The new place of each item once they are sorted: codes in the order of arrival must not tell engines apart. */
export function sortTable<T>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
): { sorted: T[]; newCodes: Uint32Array } {
  const order = Array.from(items, (_, code) => code);
  order.sort((a, b) => compare(items[a] as T, items[b] as T));
  const newCodes = new Uint32Array(items.length);
  order.forEach((code, place) => (newCodes[code] = place));
  return { sorted: order.map((code) => items[code] as T), newCodes };
}

export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Number by number; a list before those that it begins. */
export function byNumbers(a: readonly number[], b: readonly number[]): number {
  for (let place = 0; place < a.length && place < b.length; place += 1) {
    const difference = (a[place] as number) - (b[place] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
