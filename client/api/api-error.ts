import type { Problem, ProblemCode } from '../../server/contract/problem.ts';

/** Why a call failed: a problem the service named, or no answer at all (`unreachable`). */
export class ApiError extends Error {
  readonly code: ProblemCode | 'unreachable';
  readonly hint: string | undefined;
  readonly requestId: string | undefined;

  constructor(
    problem: Pick<Partial<Problem>, 'hint' | 'requestId'> & {
      code: ProblemCode | 'unreachable';
      detail: string;
    },
  ) {
    super(problem.detail);
    this.name = 'ApiError';
    this.code = problem.code;
    this.hint = problem.hint;
    this.requestId = problem.requestId;
  }
}
