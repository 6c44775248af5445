import neo4j from 'neo4j-driver';

import { AppError } from '../../app-error.ts';
import type { PlainValue } from '../values.ts';

/** True for a date, time or duration of the driver. */
export function isTemporal(value: object): boolean {
  return (
    neo4j.isDate(value) ||
    neo4j.isDateTime(value) ||
    neo4j.isLocalDateTime(value) ||
    neo4j.isTime(value) ||
    neo4j.isLocalTime(value) ||
    neo4j.isDuration(value)
  );
}

/**
 * A value of the driver as our own statements get it: temporal values as ISO text.
 * @throws AppError `internal-error` for nodes, relationships and paths: a catalogue statement returns what they hold
 */
export function toPlainValue(value: unknown): PlainValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }
  if (typeof value !== 'object') return value as PlainValue;
  if (Array.isArray(value)) return value.map(toPlainValue);
  if (isTemporal(value)) return String(value);
  if (neo4j.isNode(value) || neo4j.isRelationship(value) || neo4j.isPath(value) || neo4j.isPoint(value)) {
    throw new AppError(
      'internal-error',
      'A catalogue statement returns a node, relationship, path or point.',
    );
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toPlainValue(inner)]));
}
