import type { Express } from 'express';

import {
  edgesQuerySchema,
  graphQuerySchema,
  neighboursQuerySchema,
  nodeQuerySchema,
  noQuerySchema,
  partnersQuerySchema,
  pathsQuerySchema,
  searchQuerySchema,
} from '../../contract/requests.ts';
import { parseId, parseQuery } from '../parse-request.ts';
import { sendStable } from '../send-json.ts';
import type { AnswerVersion } from '../send-json.ts';
import type { UseCases } from '../use-cases.ts';
import { register } from './register.ts';

/** The graph: whole, searched, around an entity, along paths. */
export function addGraphRoutes(app: Express, use: UseCases, version: AnswerVersion): void {
  register(app, 'graph', (request, response, signal) => {
    const query = parseQuery(graphQuerySchema, request);
    return sendStable(request, response, version, () => use.buildSubgraph(query, signal));
  });
  register(app, 'search', (request, response, signal) => {
    const query = parseQuery(searchQuerySchema, request);
    return sendStable(request, response, version, () => use.searchEntities(query, signal));
  });
  register(app, 'node', (request, response, signal) => {
    const query = { ...parseQuery(nodeQuerySchema, request), id: parseId(request) };
    return sendStable(request, response, version, () => use.describeNode(query, signal));
  });
  register(app, 'neighbours', (request, response, signal) => {
    const query = { ...parseQuery(neighboursQuerySchema, request), id: parseId(request) };
    return sendStable(request, response, version, () => use.expandNode(query, signal));
  });
  register(app, 'partners', (request, response, signal) => {
    const query = { ...parseQuery(partnersQuerySchema, request), id: parseId(request) };
    return sendStable(request, response, version, () => use.listPartners(query, signal));
  });
  register(app, 'edges', (request, response, signal) => {
    const query = parseQuery(edgesQuerySchema, request);
    return sendStable(request, response, version, () => use.listEdges(query, signal));
  });
  register(app, 'edge', (request, response, signal) => {
    parseQuery(noQuerySchema, request);
    const id = parseId(request);
    return sendStable(request, response, version, () => use.describeEdge({ id }, signal));
  });
  register(app, 'paths', (request, response, signal) => {
    const query = parseQuery(pathsQuerySchema, request);
    return sendStable(request, response, version, () => use.findPaths(query, signal));
  });
}
