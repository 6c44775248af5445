/**
 * How many typing errors lie between two words: letters left out, added, changed, or two neighbours swapped.
 * @param limit gives up above it and returns limit + 1
 */
export function typingDistance(a: string, b: string, limit: number): number {
  const from = [...a];
  const to = [...b];
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = to.map((_, place) => place + 1);
  last.unshift(0);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1] ? 0 : 1;
      let cost = Math.min(
        (last[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (last[column - 1] as number) + same,
      );
      const isSwap =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (isSwap) cost = Math.min(cost, (beforeLast[column - 2] as number) + 1);
      current.push(cost);
    }
    // A swap reaches back two rows, so both of them must be too far.
    if (Math.min(...current) > limit && Math.min(...last) >= limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(last[to.length] as number, limit + 1);
}

/** Typing errors that are forgiven in a word of so many letters. */
export function forgivenErrors(letters: number): number {
  if (letters < 4) return 0;
  return letters < 8 ? 1 : 2;
}
