import type { Position, ProblemCode } from './contract/problem.ts';

/** What else a problem may say beside its code and sentence. */
export interface AppErrorDetails {
  /** What the caller can do about it, one sentence. */
  readonly hint?: string;
  /** Place in the statement that was refused. */
  readonly position?: Position;
  /** Parameters that the statement uses and nobody gave, without `$`. */
  readonly missingParameters?: readonly string[];
  /** Every parameter that was refused, with the reason. */
  readonly parameters?: readonly { readonly name: string; readonly message: string }[];
  /** Seconds after which a retry makes sense (429, 503). */
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/**
 * The only error class that crosses a module boundary. The code decides the HTTP status (contract/problem.ts); the
 * message is one sentence for the person who asked and never holds a secret, a path or a stack.
 */
export class AppError extends Error {
  readonly code: ProblemCode;
  readonly details: AppErrorDetails;

  constructor(code: ProblemCode, message: string, details: AppErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}
