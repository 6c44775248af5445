import { z } from 'zod';

import { OPERATIONS } from '../contract/operations.ts';
import type { Operation } from '../contract/operations.ts';
import { PROBLEMS, problemSchema } from '../contract/problem.ts';
import type { ProblemCode } from '../contract/problem.ts';
import { ROUTES } from '../contract/routes.ts';
import type { RouteName } from '../contract/routes.ts';

type Json = Record<string, unknown>;

/** What every address can answer beside its own problems. */
const COMMON_PROBLEMS: readonly ProblemCode[] = [
  'invalid-parameter',
  'unauthorized',
  'forbidden',
  'method-not-allowed',
  'internal-error',
];

function toSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
  }) as Json;
  return json;
}

function parametersOf(name: RouteName, operation: Operation): Json[] {
  const inPath = [...ROUTES[name].path.matchAll(/\{(\w+)\}/gu)].map((match) => ({
    name: match[1],
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const query = toSchema(operation.query, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  const inQuery = Object.entries(query.properties ?? {}).map(([parameter, { description, ...schema }]) => ({
    name: parameter,
    in: 'query',
    required: query.required?.includes(parameter) ?? false,
    ...(description === undefined ? {} : { description }),
    schema,
    ...(schema['type'] === 'array' ? { style: 'form', explode: false } : {}),
  }));
  return [...inPath, ...inQuery];
}

function problemsByStatus(codes: readonly ProblemCode[]): Json {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of new Set(codes)) {
    const { status } = PROBLEMS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, same]) => [
        String(status),
        {
          description: same.map((code) => `${code}: ${PROBLEMS[code].title}`).join('. '),
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      ]),
  );
}

function contentOf(operation: Operation): Json {
  const content: Json = {};
  if (operation.response) content['application/json'] = { schema: toSchema(operation.response, 'output') };
  for (const type of operation.contentTypes ?? []) content[type] ??= {};
  return content;
}

function describeOperation(name: RouteName): Json {
  const operation = OPERATIONS[name];
  return {
    operationId: name,
    summary: operation.summary,
    parameters: parametersOf(name, operation),
    ...(operation.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: toSchema(operation.body, 'input') } },
          },
        }
      : {}),
    responses: {
      200: { description: operation.summary, content: contentOf(operation) },
      ...problemsByStatus([...COMMON_PROBLEMS, ...operation.problems]),
    },
    security: operation.isPublic ? [] : [{}, { token: [] }, { session: [] }],
  };
}

/** The description of the HTTP interface, made from the schemas that the answers are tested with. */
export function createOpenApi(version: string): Json {
  const paths: Record<string, Json> = {};
  for (const name of Object.keys(ROUTES) as RouteName[]) {
    const { method, path } = ROUTES[name];
    paths[path] = { ...paths[path], [method]: describeOperation(name) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Setu',
      version,
      description: 'A knowledge graph of institutional cooperation, with the passage behind every edge.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: toSchema(problemSchema, 'output') },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'setu-session' },
      },
    },
  };
}
