import type { Express } from 'express';

import { documentQuerySchema, noQuerySchema, statementsQuerySchema } from '../../contract/requests.ts';
import { parseId, parseQuery } from '../parse-request.ts';
import { sendStable } from '../send-json.ts';
import type { AnswerVersion } from '../send-json.ts';
import type { UseCases } from '../use-cases.ts';
import { register } from './register.ts';

/** Statements and the documents that make them. */
export function addEvidenceRoutes(app: Express, use: UseCases, version: AnswerVersion): void {
  register(app, 'statement', (request, response, signal) => {
    parseQuery(noQuerySchema, request);
    const id = parseId(request);
    return sendStable(request, response, version, () => use.describeStatement({ id }, signal));
  });
  register(app, 'statements', (request, response, signal) => {
    const query = parseQuery(statementsQuerySchema, request);
    return sendStable(request, response, version, () => use.listStatements(query, signal));
  });
  register(app, 'documents', (request, response, signal) => {
    parseQuery(noQuerySchema, request);
    return sendStable(request, response, version, () => use.listDocuments({}, signal));
  });
  register(app, 'document', (request, response, signal) => {
    const query = { ...parseQuery(documentQuerySchema, request), id: parseId(request) };
    return sendStable(request, response, version, () => use.describeDocument(query, signal));
  });
}
