import { AppError } from '../../app-error.ts';

/** A typed statement in the form in which the embedded engine answers it rightly. */
export interface PreparedStatement {
  readonly text: string;
  /** The error with its position in the text as typed, given `before` characters in front of the first line. */
  restorePosition(error: AppError, before: number): AppError;
}

/** TODO */
export function prepareStatement(text: string): PreparedStatement {
  return { text, restorePosition: (error) => error };
}
