import { AppError } from '../../app-error.ts';

/**
 * This engine takes a whole float for an integer: `7 / $x` would be 3 for a 2.0, and a negative zero would be 0.
 * @param values within the limit on depth; integers are bigints in them
 * @throws AppError `invalid-parameter`
 */
export function assertTakesParams(values: unknown): void {
  if (typeof values === 'number' && Number.isSafeInteger(values)) {
    const written = Object.is(values, -0) ? '-0.0' : `${values}.0`;
    throw new AppError('invalid-parameter', `The embedded engine takes no float ${written} as a parameter.`, {
      hint: `Write ${written} in the statement itself, or toFloat($x) of an integer. Neo4j takes it.`,
    });
  }
  if (typeof values !== 'object' || values === null) return;
  for (const inner of Object.values(values)) assertTakesParams(inner);
}
