import { z } from 'zod';

/** Every code a problem can carry, with its HTTP status and title. A code is a promise: add, never rename. */
export const PROBLEMS = {
  'invalid-parameter': { status: 400, title: 'A parameter is missing, malformed or out of bounds' },
  'contradictory-parameters': { status: 400, title: 'The parameters contradict each other' },
  'invalid-body': { status: 400, title: 'The request body cannot be read' },
  unauthorized: { status: 401, title: 'Sign in first' },
  forbidden: { status: 403, title: 'Not allowed from here' },
  'not-found': { status: 404, title: 'Nothing at this address' },
  'unknown-id': { status: 404, title: 'Nothing has this id' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  'payload-too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'This content type is not understood' },
  'statement-refused': { status: 422, title: 'The console only reads' },
  'statement-invalid': { status: 422, title: 'The statement is not understood' },
  'statement-unsupported': { status: 422, title: 'This engine cannot run the statement' },
  'queue-full': { status: 429, title: 'Too many statements are waiting' },
  'internal-error': { status: 500, title: 'Something went wrong here' },
  'engine-unavailable': { status: 503, title: 'The database is away' },
  'no-data': { status: 503, title: 'No data is loaded' },
  'out-of-memory': { status: 503, title: 'The statement needed too much memory' },
  'too-many-edges': { status: 503, title: 'The graph is larger than the topology limit' },
  'shutting-down': { status: 503, title: 'The service is stopping' },
  'deadline-exceeded': { status: 504, title: 'The statement took too long' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

/** A place in a statement as it was typed: line and column from 1, offset from 0, in UTF-16 units. */
export const positionSchema = z.strictObject({
  offset: z.int().min(0),
  line: z.int().min(1),
  column: z.int().min(1),
});
export type Position = z.infer<typeof positionSchema>;

/** The one shape of every error: application/problem+json (RFC 9457). */
export const problemSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
  requestId: z.string(),
  hint: z.string().optional(),
  /** Every parameter that was refused, with the reason. */
  parameters: z.array(z.strictObject({ name: z.string(), message: z.string() })).optional(),
  position: positionSchema.optional(),
  /** Parameters that a statement uses and the request does not give, without `$`. */
  missingParameters: z.array(z.string()).optional(),
});
export type Problem = z.infer<typeof problemSchema>;
