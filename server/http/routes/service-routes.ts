import type { Express, Request } from 'express';

import { AppError } from '../../app-error.ts';
import { noQuerySchema } from '../../contract/requests.ts';
import { createOpenApi } from '../openapi.ts';
import { parseQuery } from '../parse-request.ts';
import { sendStable } from '../send-json.ts';
import type { AnswerVersion } from '../send-json.ts';
import type { UseCases } from '../use-cases.ts';
import { register } from './register.ts';

export interface ServiceRoutesDeps {
  readonly use: UseCases;
  readonly version: AnswerVersion;
  readonly programVersion: string;
  /** True where a token is set: then it has been checked already. */
  readonly hasToken: boolean;
  readonly isStopping: () => boolean;
}

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/u;

function isLoopback(request: Request): boolean {
  return LOOPBACK.test(request.socket.remoteAddress ?? '');
}

/** The service itself: alive, ready, what it is, what it offers. */
export function addServiceRoutes(app: Express, deps: ServiceRoutesDeps): void {
  const { use, version } = deps;
  register(app, 'health', (request, response) => {
    parseQuery(noQuerySchema, request);
    response.json({ status: 'ok' });
  });
  register(app, 'ready', async (request, response, signal) => {
    parseQuery(noQuerySchema, request);
    if (deps.isStopping()) throw new AppError('shutting-down', 'The service is stopping.');
    response.json(await use.checkReadiness({}, signal));
  });
  register(app, 'meta', async (request, response, signal) => {
    parseQuery(noQuerySchema, request);
    response.json(await use.describeService({}, signal));
  });
  register(app, 'schema', (request, response, signal) => {
    parseQuery(noQuerySchema, request);
    return sendStable(request, response, version, () => use.inspectSchema({}, signal));
  });
  register(app, 'examples', (request, response) => {
    parseQuery(noQuerySchema, request);
    return sendStable(request, response, version, () => Promise.resolve(use.listExamples()));
  });
  register(app, 'openapi', (request, response) => {
    parseQuery(noQuerySchema, request);
    return sendStable(request, response, version, () => Promise.resolve(createOpenApi(deps.programVersion)));
  });
  register(app, 'reload', async (request, response, signal) => {
    parseQuery(noQuerySchema, request);
    if (!deps.hasToken && !isLoopback(request)) {
      throw new AppError('forbidden', 'Reload from the machine itself, or set SETU_TOKEN and send it.');
    }
    response.json(await use.reload({}, signal));
  });
}
