import { AppError } from '../app-error.ts';

const STALE = Symbol('the snapshot is older than the database');

/** The snapshot names something that the database no longer has: a load came between. */
export function staleGraphError(): AppError {
  return new AppError('engine-unavailable', 'The data is being replaced. Try again in a second.', {
    retryAfterSeconds: 1,
    cause: STALE,
  });
}

export function isStaleGraphError(error: unknown): boolean {
  return error instanceof AppError && error.cause === STALE;
}
