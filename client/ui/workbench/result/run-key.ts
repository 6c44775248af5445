const keys = new WeakMap<object, string>();
let given = 0;

/** A key of React for a part of an answer: the same for the same object, so that another run starts afresh. */
export function runKey(part: object): string {
  let key = keys.get(part);
  if (key === undefined) {
    given += 1;
    key = String(given);
    keys.set(part, key);
  }
  return key;
}
