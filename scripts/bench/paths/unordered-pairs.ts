/** Remembers pairs of numbers, whichever comes first: open addressing over one array, 8 bytes a place. */
export interface UnorderedPairs {
  /** @returns false when the pair was there already */
  add(a: number, b: number): boolean;
}

/** @param most pairs that will be added at most; a and b are below 2^25 */
export function createUnorderedPairs(most: number): UnorderedPairs {
  const size = 2 ** Math.ceil(Math.log2(2 * most + 2));
  const places = new Float64Array(size);
  return {
    add(a, b) {
      const key = Math.min(a, b) * 2 ** 25 + Math.max(a, b) + 1;
      let place = (Math.imul(a ^ b, 0x9e_37_79_b1) + Math.imul(Math.min(a, b), 0x85_eb_ca_6b)) >>> 0;
      for (place &= size - 1; places[place] !== 0; place = (place + 1) & (size - 1)) {
        if (places[place] === key) return false;
      }
      places[place] = key;
      return true;
    },
  };
}
