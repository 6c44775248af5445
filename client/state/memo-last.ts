/** A function that remembers its last answer and gives the very same one while its arguments are the same. */
export function memoLast<Args extends readonly unknown[], Result>(
  compute: (...args: Args) => Result,
): (...args: Args) => Result {
  let last: { readonly args: Args; readonly result: Result } | null = null;
  return (...args) => {
    if (last?.args.every((arg, place) => Object.is(arg, args[place]))) return last.result;
    last = { args, result: compute(...args) };
    return last.result;
  };
}
