import type { Request } from 'express';
import type { z } from 'zod';

import { AppError } from '../app-error.ts';

export interface ParameterFault {
  readonly name: string;
  readonly message: string;
}

/** What a schema expects of a text: the innermost type below optional and default. */
function typeOf(schema: unknown): string {
  const { def } = schema as { def: { type: string; innerType?: unknown } };
  return def.innerType === undefined ? def.type : typeOf(def.innerType);
}

const FLAGS: Readonly<Record<string, boolean>> = { '': true, true: true, false: false };

/** Turns the text of one parameter into what its schema takes; leaves what it cannot read for the schema to refuse. */
function decode(type: string, text: string): unknown {
  if (type === 'number' || type === 'int') return /^-?\d{1,15}$/u.test(text) ? Number(text) : text;
  if (type === 'array') return text.split(',').map((item) => item.trim());
  if (type === 'boolean') return Object.hasOwn(FLAGS, text) ? FLAGS[text] : text;
  return text;
}

function isWellFormed(text: string): boolean {
  try {
    return !decodeURIComponent(text.replaceAll('+', ' ')).includes('\0');
  } catch {
    return false;
  }
}

function readQuery(request: Request, shape: Readonly<Record<string, unknown>>) {
  const mark = request.originalUrl.indexOf('?');
  const text = mark < 0 ? '' : request.originalUrl.slice(mark + 1);
  const values = new Map<string, unknown>();
  const faults: ParameterFault[] = [];
  for (const pair of text.split('&').filter((part) => part !== '')) {
    const [[name, value] = ['', '']] = new URLSearchParams(pair);
    if (!isWellFormed(pair)) faults.push({ name, message: 'is not UTF-8, or holds a NUL' });
    else if (!Object.hasOwn(shape, name))
      faults.push({ name, message: 'is not a parameter of this address' });
    else if (values.has(name))
      faults.push({ name, message: 'is given twice; separate several values by commas' });
    else values.set(name, decode(typeOf(shape[name]), value));
  }
  return { values, faults };
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'is missing';
  const isNumber = issue.code === 'invalid_type' && ['int', 'number'].includes(issue.expected);
  if (isNumber) return 'is not a whole number';
  if (issue.code === 'invalid_value') {
    return `${shorten(String(issue.input))} is not one of ${issue.values.map(String).join(', ')}`;
  }
  return issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
}

export function toFaults(issues: readonly z.core.$ZodIssue[]): ParameterFault[] {
  return issues.map((issue) => ({
    name: shorten(String(issue.path[0] ?? '(body)')),
    message: messageOf(issue),
  }));
}

/** @throws AppError invalid-parameter naming every fault */
export function refuse(faults: readonly ParameterFault[]): never {
  const byName = new Map(faults.map((fault) => [`${fault.name} ${fault.message}`, fault]));
  const parameters = [...byName.values()]
    .slice(0, 50)
    .map(({ name, message }) => ({ name: shorten(name), message }));
  throw new AppError(
    'invalid-parameter',
    `${parameters.map(({ name, message }) => `${name}: ${message}`).join('; ')}.`,
    {
      parameters,
    },
  );
}

/**
 * The query of a request, typed.
 * @throws AppError invalid-parameter naming every parameter that is unknown, repeated, malformed or out of bounds
 */
export function parseQuery<T extends z.ZodObject>(schema: T, request: Request): z.output<T> {
  const { values, faults } = readQuery(request, schema.shape);
  const parsed = schema.safeParse(Object.fromEntries(values), { reportInput: true });
  if (parsed.success && faults.length === 0) return parsed.data;
  const named = new Set(faults.map((fault) => fault.name));
  const others = parsed.success
    ? []
    : toFaults(parsed.error.issues).filter((fault) => !named.has(fault.name));
  return refuse([...faults, ...others]);
}

/**
 * The JSON body of a request, typed.
 * @throws AppError invalid-body when it is no object, invalid-parameter naming every field at fault
 */
export function parseBody<T extends z.ZodType>(schema: T, request: Request): z.output<T> {
  const body: unknown = request.body;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new AppError('invalid-body', 'Send a JSON object.');
  }
  const parsed = schema.safeParse(body, { reportInput: true });
  return parsed.success ? parsed.data : refuse(toFaults(parsed.error.issues));
}

const MAX_ID_CHARACTERS = 500;

/** The id in the path. @throws AppError invalid-parameter */
export function parseId(request: Request): string {
  const { id } = request.params;
  if (typeof id !== 'string' || id === '' || id.includes('\0'))
    return refuse([{ name: 'id', message: 'is missing' }]);
  if (id.length > MAX_ID_CHARACTERS) return refuse([{ name: 'id', message: 'is too long' }]);
  return id;
}
