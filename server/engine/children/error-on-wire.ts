import { AppError } from '../../app-error.ts';
import type { Position, ProblemCode } from '../../contract/problem.ts';

/** An AppError as it crosses the channel between parent and child. */
export interface ErrorOnWire {
  readonly code: ProblemCode;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly position?: Position | undefined;
}

export function errorToWire(error: AppError): ErrorOnWire {
  return {
    code: error.code,
    message: error.message,
    hint: error.details.hint,
    position: error.details.position,
  };
}

export function errorFromWire(wire: ErrorOnWire): AppError {
  return new AppError(wire.code, wire.message, {
    ...(wire.hint === undefined ? {} : { hint: wire.hint }),
    ...(wire.position === undefined ? {} : { position: wire.position }),
  });
}
