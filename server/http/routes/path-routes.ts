import type { Express } from 'express';

import { betweenQuerySchema, pathsQuerySchema, sharedQuerySchema } from '../../contract/path-requests.ts';
import { parseId, parseQuery } from '../parse-request.ts';
import { sendStable } from '../send-json.ts';
import type { AnswerVersion } from '../send-json.ts';
import type { UseCases } from '../use-cases.ts';
import { register } from './register.ts';

/** How entities are connected: by paths, by the graph between them, by what they have in common. */
export function addPathRoutes(app: Express, use: UseCases, version: AnswerVersion): void {
  register(app, 'shared', (request, response, signal) => {
    const query = { ...parseQuery(sharedQuerySchema, request), id: parseId(request) };
    return sendStable(request, response, version, () => use.listShared(query, signal));
  });
  register(app, 'paths', (request, response, signal) => {
    const query = parseQuery(pathsQuerySchema, request);
    return sendStable(request, response, version, () => use.findPaths(query, signal));
  });
  register(app, 'between', (request, response, signal) => {
    const query = parseQuery(betweenQuerySchema, request);
    return sendStable(request, response, version, () => use.connectEntities(query, signal));
  });
}
