import type { NextFunction, Request, Response } from 'express';

import type { HttpLogger } from './http-logger.ts';
import { contextOf } from './request-context.ts';

/** One line a request: method, route, status, time. The route is the pattern, so no id reaches the log. */
export function createLogRequests(logger: HttpLogger, now: () => number) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const context = contextOf(request);
    response.on('close', () => {
      logger.info(
        {
          requestId: context.id,
          method: request.method,
          route: context.route,
          status: response.statusCode,
          elapsedMs: Math.round(now() - context.startedAtMs),
          ...(response.writableFinished ? {} : { aborted: true }),
        },
        'request',
      );
    });
    next();
  };
}
