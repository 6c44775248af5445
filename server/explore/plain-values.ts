import type { PlainValue } from '../engine/values.ts';

/** Properties of a node, relationship or statement as the engine gives them. */
export type PlainProperties = Readonly<Record<string, PlainValue>>;

/** A map of the engine; anything else is an empty one. */
export function toProperties(value: PlainValue | undefined): PlainProperties {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as PlainProperties)
    : {};
}

export function toText(value: PlainValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function toNumber(value: PlainValue | undefined): number | undefined {
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'number' ? value : undefined;
}

export function toBoolean(value: PlainValue | undefined): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

/** The texts of a list; a single text is a list of one. */
export function toTexts(value: PlainValue | undefined): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

type Scalar = string | number | boolean;

function toScalar(value: PlainValue): Scalar | undefined {
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : undefined;
}

/** A value as JSON and the contract can carry it; undefined where they cannot. */
export function toPropertyValue(value: PlainValue): Scalar | Scalar[] | undefined {
  if (!Array.isArray(value)) return toScalar(value);
  return value.map(toScalar).filter((item) => item !== undefined);
}

/** Leaves out what is undefined, as exactOptionalPropertyTypes wants it. */
export function definedOnly<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
