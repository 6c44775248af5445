import type { NextFunction, Request, Response } from 'express';

/**
 * While the service stops every answer is the last of its connection, so that a client which keeps connections alive
 * goes elsewhere instead of being cut off in the middle of a later answer.
 */
export function createLastAnswer(isStopping: () => boolean) {
  return (_request: Request, response: Response, next: NextFunction): void => {
    if (isStopping()) response.setHeader('Connection', 'close');
    next();
  };
}
