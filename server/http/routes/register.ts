import type { Express, Request, Response } from 'express';

import { AppError } from '../../app-error.ts';
import { ROUTES } from '../../contract/routes.ts';
import type { RouteName } from '../../contract/routes.ts';
import { contextOf } from '../request-context.ts';

type Handler = (request: Request, response: Response, signal: AbortSignal) => Promise<void> | void;

/** Binds a handler to the address of the contract; other methods there are answered as a problem. */
export function register(app: Express, name: RouteName, handler: Handler): void {
  const { method, path } = ROUTES[name];
  const pattern = path.replaceAll(/\{(\w+)\}/gu, ':$1');
  app.all(pattern, (request: Request, response: Response) => {
    const context = contextOf(request);
    context.route = path;
    const isAllowed =
      request.method === method.toUpperCase() || (request.method === 'HEAD' && method === 'get');
    if (!isAllowed) {
      response.setHeader('Allow', method === 'get' ? 'GET, HEAD' : method.toUpperCase());
      throw new AppError('method-not-allowed', `Use ${method.toUpperCase()} here.`);
    }
    return handler(request, response, context.signal);
  });
}
