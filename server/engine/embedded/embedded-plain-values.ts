import type { PlainValue } from '../values.ts';

/** A value of the embedded engine as our own statements get it: temporal values are text already. */
export function toPlainValue(value: unknown): PlainValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return fitNumber(value);
  if (typeof value !== 'object') return value as PlainValue;
  if (Array.isArray(value)) return value.map(toPlainValue);
  if (value instanceof Date) return value.toISOString();
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toPlainValue(inner)]));
}

/** A number where it is exact, else a bigint. */
export function fitNumber(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
