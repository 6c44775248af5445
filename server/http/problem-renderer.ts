import type { ErrorRequestHandler, Response } from 'express';

import { AppError } from '../app-error.ts';
import { PROBLEMS } from '../contract/problem.ts';
import type { Problem } from '../contract/problem.ts';
import type { HttpLogger } from './http-logger.ts';
import { contextOf } from './request-context.ts';

/** What Express and its parsers throw: a status, and a type or code that names the reason. */
interface HttpFault {
  readonly status: number;
  readonly type: string;
}

function toHttpFault(error: unknown): HttpFault | null {
  if (typeof error !== 'object' || error === null || !('status' in error)) return null;
  const { status, type } = error as { status: unknown; type?: unknown };
  return typeof status === 'number' ? { status, type: typeof type === 'string' ? type : '' } : null;
}

/** Every error as an AppError; what we do not know is our own fault, and its text stays in the log. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const fault = toHttpFault(error);
  if (fault?.status === 413)
    return new AppError('payload-too-large', 'The body of the request is too large.');
  if (fault?.status === 415) {
    return new AppError(
      'unsupported-media-type',
      'Send the body as application/json in UTF-8, not compressed.',
    );
  }
  if (fault?.type === 'entity.parse.failed') return new AppError('invalid-body', 'The body is not JSON.');
  if (fault?.type.startsWith('request.') === true) {
    return new AppError('invalid-body', 'The body did not arrive whole.');
  }
  if (error instanceof URIError || (fault && fault.status >= 400 && fault.status < 500)) {
    return new AppError('invalid-parameter', 'The address cannot be read.', {
      hint: 'Escape ids with encodeURIComponent.',
    });
  }
  return new AppError(
    'internal-error',
    'Something went wrong here. The log says more under this request id.',
    {
      cause: error,
    },
  );
}

export function toProblem(error: AppError, requestId: string): Problem {
  const { status, title } = PROBLEMS[error.code];
  const { hint, position, parameters, missingParameters } = error.details;
  return {
    type: `https://setu.example/problems/${error.code}`,
    title,
    status,
    detail: error.message,
    code: error.code,
    requestId,
    ...(hint === undefined ? {} : { hint }),
    ...(parameters === undefined ? {} : { parameters: [...parameters] }),
    ...(position === undefined ? {} : { position }),
    ...(missingParameters === undefined ? {} : { missingParameters: [...missingParameters] }),
  };
}

function send(response: Response, error: AppError, requestId: string): void {
  const problem = toProblem(error, requestId);
  response.status(problem.status);
  response.removeHeader('ETag');
  response.setHeader('Cache-Control', 'no-store');
  if (error.details.retryAfterSeconds !== undefined) {
    response.setHeader('Retry-After', String(error.details.retryAfterSeconds));
  }
  response.type('application/problem+json').send(JSON.stringify(problem));
}

/** The only place that turns errors into answers. */
export function createProblemRenderer(logger: HttpLogger): ErrorRequestHandler {
  return (thrown: unknown, request, response, _next) => {
    const { id, signal } = contextOf(request);
    const error = toAppError(thrown);
    if (error.code === 'internal-error' && !signal.aborted) {
      logger.error({ requestId: id, err: error.cause ?? error }, 'request failed');
    }
    if (response.headersSent) response.destroy();
    else send(response, error, id);
  };
}
