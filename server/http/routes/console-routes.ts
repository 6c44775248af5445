import type { Express, Request, Response } from 'express';

import { cypherRequestSchema } from '../../contract/explore.ts';
import type { CypherLine, CypherRequest } from '../../contract/explore.ts';
import { noQuerySchema } from '../../contract/requests.ts';
import { parseBody, parseQuery, refuse } from '../parse-request.ts';
import { toAppError, toProblem } from '../problem-renderer.ts';
import { contextOf } from '../request-context.ts';
import type { UseCases } from '../use-cases.ts';
import { register } from './register.ts';

const NDJSON = 'application/x-ndjson';

/** Waits for the client to take what was sent, so that a slow one slows the statement down. */
function drained(response: Response, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    response.on('drain', done);
    signal.addEventListener('abort', done, { once: true });
  });
}

/** The request, typed. A key `__proto__` is told here: reading it into an object would lose it in silence. */
function readRequest(request: Request): CypherRequest {
  const { params } = (request.body ?? {}) as { params?: unknown };
  if (typeof params === 'object' && params !== null && Object.hasOwn(params, '__proto__')) {
    refuse([{ name: 'params', message: 'cannot hold a parameter named __proto__' }]);
  }
  return parseBody(cypherRequestSchema, request);
}

async function stream(
  use: UseCases,
  request: Request,
  response: Response,
  signal: AbortSignal,
): Promise<void> {
  const { id, user } = contextOf(request);
  const writeText = async (line: string): Promise<void> => {
    if (!response.headersSent) response.type(NDJSON);
    if (!response.write(`${line}\n`)) await drained(response, signal);
  };
  const write = (line: CypherLine): Promise<void> => writeText(JSON.stringify(line));
  try {
    const body = readRequest(request);
    const summary = await use.runConsoleQuery(
      body,
      { user, signal },
      {
        columns: (columns) => write({ columns: [...columns] }),
        // The rows are JSON already: a line { rows } of the contract.
        rows: ({ json }) => writeText(`{"rows":[${json}]}`),
      },
    );
    await write({ summary });
  } catch (error) {
    // Once lines are out the status is, too: the last line says what went wrong.
    if (!response.headersSent) throw error;
    await write({ problem: toProblem(toAppError(error), id) });
  }
  response.end();
}

async function answer(
  use: UseCases,
  request: Request,
  response: Response,
  signal: AbortSignal,
): Promise<void> {
  const body = readRequest(request);
  const columns: string[] = [];
  const rows: string[] = [];
  const summary = await use.runConsoleQuery(
    body,
    { user: contextOf(request).user, signal },
    {
      columns: (names) => void columns.push(...names),
      rows: ({ json }) => void rows.push(json),
    },
  );
  const [start, end] = [JSON.stringify(columns), JSON.stringify(summary).slice(1)];
  response.type('application/json').send(`{"columns":${start},"rows":[${rows.join(',')}],${end}`);
}

/** Cypher that a person typed: one JSON answer, or lines as they come. Closing the connection cancels. */
export function addConsoleRoutes(app: Express, use: UseCases): void {
  register(app, 'cypher', (request, response, signal) => {
    parseQuery(noQuerySchema, request);
    const wantsLines = request.accepts(['application/json', NDJSON]) === NDJSON;
    return (wantsLines ? stream : answer)(use, request, response, signal);
  });
}
