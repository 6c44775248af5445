import { AppError } from '../../app-error.ts';
import type { Limits } from '../../settings.ts';

const HINT = 'Give less, or ask in several statements.';

interface Level {
  readonly value: unknown;
  readonly depth: number;
}

function assertPlain(value: object): void {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (Array.isArray(value) || prototype === Object.prototype || prototype === null) return;
  refuse('Parameters are JSON values.');
}

function refuse(message: string, hint?: string): never {
  throw new AppError('invalid-parameter', message, hint === undefined ? {} : { hint });
}

/** What databases cannot keep as it is: half a character becomes another one on its way. */
function assertWhole(text: string): void {
  if (/\p{Surrogate}/u.test(text))
    refuse('A text in the parameters holds half a character (a lone surrogate).');
}

/** A number in JSON that may have been another one before it was read. */
function assertExact(value: number): void {
  if (!Number.isFinite(value)) refuse('A number in the parameters is too large for a float.');
  if (!Number.isInteger(value) || Number.isSafeInteger(value)) return;
  refuse(
    `The number ${value} in the parameters may have lost its last digits.`,
    'Write {"$type": "integer", "value": "9007199254740993"}, or "float" for a number with an exponent.',
  );
}

/**
 * Checks console parameters before they reach a native parser: deep nesting ends the embedded engine's process, and a
 * key `__proto__` gets lost on the way. Walks without recursion.
 */
function checkParams(
  params: Readonly<Record<string, unknown>>,
  limits: Pick<Limits, 'consoleParamsDepth' | 'consoleParamsValues'>,
): void {
  const left: Level[] = [{ value: params, depth: 0 }];
  let values = -1;
  for (let level = left.pop(); level; level = left.pop()) {
    values += 1;
    if (values > limits.consoleParamsValues) {
      refuse(`Parameters hold more than ${limits.consoleParamsValues} values.`, HINT);
    }
    if (typeof level.value === 'string') assertWhole(level.value);
    if (typeof level.value === 'number') assertExact(level.value);
    if (typeof level.value !== 'object' || level.value === null) continue;
    if (level.depth > limits.consoleParamsDepth) {
      refuse(`Parameters nest deeper than ${limits.consoleParamsDepth} levels.`, HINT);
    }
    assertPlain(level.value);
    for (const [key, inner] of Object.entries(level.value)) {
      if (key === '__proto__') refuse('A parameter cannot be named __proto__.');
      assertWhole(key);
      left.push({ value: inner, depth: level.depth + 1 });
    }
  }
}

const FLOATS: ReadonlyMap<string, number> = new Map([
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
]);
const INT64 = 2n ** 63n;

function readInteger(text: string): bigint {
  const value = /^-?\d{1,20}$/u.test(text) ? BigInt(text) : INT64;
  if (value >= INT64 || value < -INT64) refuse('An integer in the parameters is none of 64 bits.');
  return value;
}

function readFloat(text: string): number {
  const value = FLOATS.get(text) ?? (text.trim() === '' ? Number.NaN : Number(text));
  if (!FLOATS.has(text) && !Number.isFinite(value)) refuse('A float in the parameters is no number.');
  return value;
}

function isEntry(entry: unknown): entry is [string, unknown] {
  return Array.isArray(entry) && entry.length === 2 && typeof entry[0] === 'string';
}

/** A value that carries `$type`, in the form in which an answer has it; any other map stands for itself. */
function readTyped(value: Readonly<Record<string, unknown>>): unknown {
  const { $type: type, value: text, entries } = value;
  if (type === 'integer' && typeof text === 'string') return readInteger(text);
  if (type === 'float' && typeof text === 'string') return readFloat(text);
  if (type !== 'map' || !Array.isArray(entries) || !entries.every(isEntry)) return readMap(value);
  if (entries.some(([key]) => key === '__proto__')) refuse('A parameter cannot be named __proto__.');
  return readMap(Object.fromEntries(entries));
}

function readMap(value: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, readValue(inner)]));
}

/** Whole numbers become bigints, so that the one float among them, of the form `$type`, stays one up to the engine. */
function readNumber(value: number): number | bigint {
  return Number.isSafeInteger(value) && !Object.is(value, -0) ? BigInt(value) : value;
}

function readValue(value: unknown): unknown {
  if (typeof value === 'number') return readNumber(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(readValue);
  return '$type' in value ? readTyped(value as Record<string, unknown>) : readMap(value);
}

/**
 * Console parameters as values: JSON, and what it cannot say in the form of an answer (`$type` integer, float, map).
 * Every integer is a bigint, every number a float. Nothing is rounded or replaced in silence.
 * @throws AppError `invalid-parameter`
 */
export function readParams(
  params: Readonly<Record<string, unknown>>,
  limits: Pick<Limits, 'consoleParamsDepth' | 'consoleParamsValues'>,
): Readonly<Record<string, unknown>> {
  checkParams(params, limits);
  return readMap(params);
}
