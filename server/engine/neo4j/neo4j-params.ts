import neo4j from 'neo4j-driver';

/**
 * Parameters of our own statements as the driver wants them: a whole number travels as an integer (`LIMIT $limit` takes nothing else), any
 * other as a float; undefined is null. The embedded engine reads numbers the same way.
 */
export function toNeo4jParams(params: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, toNeo4jValue(value)]));
}

function toNeo4jValue(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) && !Object.is(value, -0) ? neo4j.int(value) : value;
  }
  if (Array.isArray(value)) return value.map(toNeo4jValue);
  if (typeof value === 'object') return toNeo4jParams(value as Record<string, unknown>);
  return value;
}
