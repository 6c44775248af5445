import { randomUUID } from 'node:crypto';

import type { NextFunction, Request, Response } from 'express';

/** What the service knows of a request beside the request itself. */
export interface RequestContext {
  readonly id: string;
  readonly startedAtMs: number;
  /** For inline style of our own pages. */
  readonly nonce: string;
  /** Whose limits count: the session, else the client's address. */
  user: string;
  /** The path of the route with its parameters' names, for the log; never the values. */
  route: string;
  /** Aborted when the client goes away or the service stops. */
  readonly signal: AbortSignal;
}

const contexts = new WeakMap<Request, RequestContext>();

export function contextOf(request: Request): RequestContext {
  const context = contexts.get(request);
  if (!context) throw new Error('A request came past createRequestContext.');
  return context;
}

/** First of all: gives every request an id, which every answer carries in X-Request-Id. */
export function createRequestContext(stopping: AbortSignal, now: () => number) {
  // One listener for all: one for each request would cost as much as the rest of its context.
  const running = new Set<AbortController>();
  stopping.addEventListener('abort', () => {
    for (const one of running) one.abort(stopping.reason);
  });
  return (request: Request, response: Response, next: NextFunction): void => {
    const gone = new AbortController();
    running.add(gone);
    if (stopping.aborted) gone.abort(stopping.reason);
    const id = randomUUID();
    contexts.set(request, {
      id,
      startedAtMs: now(),
      nonce: randomUUID().replaceAll('-', ''),
      user: request.socket.remoteAddress ?? 'unknown',
      route: 'unknown',
      signal: gone.signal,
    });
    response.on('close', () => {
      running.delete(gone);
      if (!response.writableFinished) gone.abort(new Error('The client went away.'));
    });
    response.setHeader('X-Request-Id', id);
    next();
  };
}
