/** What to write instead of functions that this engine lacks; those of dates and places have their own advice. */
export const MISSING_FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ['btrim', 'Write trim(text).'],
  ['cot', 'Write 1 / tan(x).'],
  ['haversin', 'Write (1 - cos(x)) / 2.'],
  ['isEmpty', 'Write size(x) = 0.'],
  ['isNaN', 'Leave it out, or keep such numbers from arising.'],
  ['point', 'Return latitude and longitude as two numbers.'],
  ['randomUUID', 'Write rand() where any random value will do.'],
  ['toBooleanList', 'Write [x IN list | toBoolean(x)].'],
  ['toBooleanOrNull', 'Write toBoolean(x).'],
  ['toFloatList', 'Write [x IN list | toFloat(x)].'],
  ['toFloatOrNull', 'Write toFloat(x).'],
  ['toIntegerList', 'Write [x IN list | toInteger(x)].'],
  ['toIntegerOrNull', 'Write toInteger(x).'],
  ['toStringList', 'Write [x IN list | toString(x)].'],
  ['toStringOrNull', 'Write toString(x).'],
  ['valueType', 'Leave it out: CALL db.propertyKeys() and the schema tell what there is.'],
]);

const BY_FOLDED = new Map(
  [...MISSING_FUNCTIONS].map(([name, instead]) => [name.toUpperCase(), { name, instead }]),
);

/** @param word in upper case, as a token has it */
export function findMissingFunction(
  word: string,
): { readonly name: string; readonly instead: string } | null {
  return BY_FOLDED.get(word) ?? null;
}
