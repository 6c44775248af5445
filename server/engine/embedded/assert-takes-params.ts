import { AppError } from '../../app-error.ts';

/**
 * This engine takes a negative zero for the whole number 0.
 * @param values within the limit on depth
 * @throws AppError `invalid-parameter`
 */
export function assertTakesParams(values: unknown): void {
  if (Object.is(values, -0)) {
    throw new AppError('invalid-parameter', 'The embedded engine takes no negative zero as a parameter.', {
      hint: 'Write 0, or -0.0 in the statement itself. Neo4j takes it.',
    });
  }
  if (typeof values !== 'object' || values === null) return;
  for (const inner of Object.values(values)) assertTakesParams(inner);
}
