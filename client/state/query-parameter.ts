/**
 * What a parameter of a statement is. `integer` and `float` are kept apart, as a database divides them differently;
 * `thing` is the id of an entity, picked by its name.
 */
export const PARAMETER_TYPES = ['text', 'integer', 'float', 'flag', 'list', 'json', 'thing'] as const;
export type ParameterType = (typeof PARAMETER_TYPES)[number];

/** A parameter as it is written in its field. */
export interface QueryParameter {
  readonly name: string;
  readonly type: ParameterType;
  readonly text: string;
}

/** Parameters of one text, and characters of one value. */
export const PARAMETERS_MAX = 50;
export const PARAMETER_MAX_CHARACTERS = 2_000;

function isParameterType(value: unknown): value is ParameterType {
  return PARAMETER_TYPES.some((type) => type === value);
}

/** Addresses and files of the time when there was one type of number: its text tells which it was. */
function currentType(type: unknown, text: string): unknown {
  if (type !== 'number') return type;
  return /^\s*[-+]?\d*\s*$/.test(text) ? 'integer' : 'float';
}

/** Parameters of an address or a file: each name once, what cannot be read left out. */
export function readParameters(value: unknown): readonly QueryParameter[] {
  if (!Array.isArray(value)) return [];
  const byName = new Map<string, QueryParameter>();
  for (const entry of value.slice(0, PARAMETERS_MAX)) {
    if (typeof entry !== 'object' || entry === null) continue;
    const { name, type: given, text } = entry as Record<string, unknown>;
    if (typeof name !== 'string' || name === '' || name.length > 200) continue;
    if (typeof text !== 'string' || text.length > PARAMETER_MAX_CHARACTERS) continue;
    const type = currentType(given, text);
    if (!isParameterType(type)) continue;
    byName.set(name, { name, type, text });
  }
  return [...byName.values()];
}

/** The parameters with one set or replaced; the others keep their place. */
export function withParameter(
  parameters: readonly QueryParameter[],
  parameter: QueryParameter,
): readonly QueryParameter[] {
  const known = parameters.some((other) => other.name === parameter.name);
  return known
    ? parameters.map((other) => (other.name === parameter.name ? parameter : other))
    : [...parameters, parameter].slice(-PARAMETERS_MAX);
}

/** What a parameter of this name most likely is, before the reader says otherwise. */
export function guessType(name: string): ParameterType {
  if (/^(?:from|to|id)$|[a-z\d]Id$|_id$/.test(name)) return 'thing';
  if (/year|limit|count|number|min|max|hops/i.test(name)) return 'integer';
  return /s$|list/i.test(name) && !/status|s{2}$/i.test(name) ? 'list' : 'text';
}

export type ParameterValue =
  { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'fault'; readonly message: string };

const value = (of: unknown): ParameterValue => ({ kind: 'value', value: of });
const fault = (message: string): ParameterValue => ({ kind: 'fault', message });

const TOO_LARGE = 'too large to be sent exactly: the largest whole number is 9007199254740991';

const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;

/** A whole number, as JSON can carry it without loss. */
function readInteger(text: string): ParameterValue {
  const trimmed = text.trim();
  if (!/^[-+]?\d+$/.test(trimmed)) {
    return fault(
      NUMBER.test(trimmed)
        ? 'is no whole number: choose “decimal number” for one with a fraction'
        : 'is no number: write for example 2016',
    );
  }
  const number = Number(trimmed);
  // Only a float has a zero with a sign.
  return Number.isSafeInteger(number) ? value(number + 0) : fault(`is ${TOO_LARGE}`);
}

/** A float. Where JSON would make a whole number of it, it says so in the form in which answers have it. */
function readFloat(text: string): ParameterValue {
  const trimmed = text.trim();
  if (!NUMBER.test(trimmed)) return fault('is no number: write for example 2016 or 0.5');
  const number = Number(trimmed);
  if (!Number.isFinite(number)) return fault('is too large: the largest decimal number is 1.8e308');
  return value(Number.isInteger(number) ? { $type: 'float', value: trimmed } : number);
}

/** A whole number in a JSON text that reading it would round; undefined where there is none. */
function roundedNumber(json: string): string | undefined {
  const withoutTexts = json.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""');
  return withoutTexts.match(/-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g)?.find((number) => {
    const read = Number(number);
    return !Number.isFinite(read) || (Number.isInteger(read) && !Number.isSafeInteger(read));
  });
}

function readJson(text: string): ParameterValue {
  const rounded = roundedNumber(text);
  if (rounded !== undefined) return fault(`holds ${rounded.slice(0, 40)}, ${TOO_LARGE}`);
  try {
    return value(JSON.parse(text));
  } catch (error) {
    return fault(`is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Texts between commas, or a list in JSON for anything else. */
function readList(text: string): ParameterValue {
  const trimmed = text.trim();
  if (trimmed.startsWith('[')) return readJson(trimmed);
  return value(
    trimmed
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  );
}

/** The value a parameter is sent with, or what is wrong with its text. An empty text counts as missing. */
export function readParameterValue({ type, text }: QueryParameter): ParameterValue {
  if (text.trim() === '' && type !== 'text') return fault('is missing');
  if (type === 'integer') return readInteger(text);
  if (type === 'float') return readFloat(text);
  if (type === 'json') return readJson(text);
  if (type === 'list') return readList(text);
  if (type === 'flag') {
    return text === 'true' || text === 'false' ? value(text === 'true') : fault('is neither true nor false');
  }
  return value(text);
}
