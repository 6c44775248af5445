import { AppError } from '../../app-error.ts';

/** What this engine cannot be given at all: whole floats inside a list or a map, and a negative zero anywhere. */
function assertTakes(value: unknown): void {
  if (typeof value === 'number' && Number.isInteger(value)) {
    const written = Object.is(value, -0) ? '-0.0' : `${value}.0`;
    throw new AppError('invalid-parameter', `The embedded engine takes no float ${written} here.`, {
      hint: `Write ${written} in the statement itself, or toFloat($x) of an integer. Neo4j takes it.`,
    });
  }
  if (typeof value !== 'object' || value === null) return;
  for (const inner of Object.values(value)) assertTakes(inner);
}

/**
 * This engine takes a whole float for an integer: `7 / $x` would be 3 for a 2.0. Those found here are made floats again
 * in the statement.
 * @param params within the limit on depth; integers are bigints in them
 * @returns the names of the parameters that are whole floats
 * @throws AppError `invalid-parameter` for one inside a list or map, and for a negative zero
 */
export function findWholeFloats(params: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [name, value] of Object.entries(params)) {
    if (typeof value === 'number' && Number.isInteger(value) && !Object.is(value, -0)) names.add(name);
    else assertTakes(value);
  }
  return names;
}
