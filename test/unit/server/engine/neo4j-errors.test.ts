import { describe, expect, test } from 'vitest';

import { toAppError } from '../../../../server/engine/neo4j/neo4j-errors.ts';

describe('an error of the driver says what to do', () => {
  test.each([
    ['ServiceUnavailable', 'NEO4J_URI'],
    ['Neo.ClientError.Security.Unauthorized', 'NEO4J_PASSWORD'],
    ['Neo.ClientError.Database.DatabaseNotFound', 'NEO4J_DATABASE'],
  ])('%s names %s', (code, variable) => {
    const error = toAppError(Object.assign(new Error('secret bolt://user:pass@host'), { code }));
    expect(error.code).toBe('engine-unavailable');
    expect(error.details.hint).toContain(variable);
    expect(error.message).not.toContain('secret');
  });
});
