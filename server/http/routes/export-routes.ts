import { pipeline } from 'node:stream/promises';

import type { Express } from 'express';

import { AppError } from '../../app-error.ts';
import { exportQuerySchema } from '../../contract/requests.ts';
import { parseQuery } from '../parse-request.ts';
import type { UseCases } from '../use-cases.ts';
import { register } from './register.ts';

/** The graph as a file. The first portion is made before the status is sent, so that a failure is a problem. */
export function addExportRoutes(app: Express, use: UseCases): void {
  register(app, 'export', async (request, response, signal) => {
    const query = parseQuery(exportQuerySchema, request);
    if (query.part !== undefined && query.format !== 'csv') {
      throw new AppError('contradictory-parameters', 'part: only csv comes in parts.');
    }
    const file = await use.exportGraph(query.format, query.part ?? 'nodes', signal);
    const iterator = file.portions[Symbol.asyncIterator]();
    const first = await iterator.next();
    response.type(file.contentType);
    response.attachment(file.name);
    await pipeline(async function* portions() {
      try {
        for (let next = first; next.done !== true; next = await iterator.next()) yield next.value;
      } finally {
        // Whoever goes away in the middle lets go of the graph, too.
        await iterator.return?.();
      }
    }, response);
  });
}
