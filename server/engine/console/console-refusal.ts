import { AppError } from '../../app-error.ts';
import type { ProblemCode } from '../../contract/problem.ts';
import { positionOf } from '../../cypher/tokenise.ts';

/** A complaint about a place in a statement; becomes an AppError where the text is known. */
export interface Complaint {
  readonly code: Extract<ProblemCode, 'statement-refused' | 'statement-invalid' | 'statement-unsupported'>;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly offset: number;
}

export function complaintToError(complaint: Complaint, text: string): AppError {
  return new AppError(complaint.code, complaint.message, {
    position: positionOf(text, complaint.offset),
    ...(complaint.hint === undefined ? {} : { hint: complaint.hint }),
  });
}
