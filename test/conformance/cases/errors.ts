import { expect } from 'vitest';

import { AppError } from '../../../server/app-error.ts';
import type { Suite } from '../suite.ts';

/** The error of something that must fail. */
export async function failureOf(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError))
    throw new Error(`An AppError was due, not ${String(error)}`, { cause: error });
  return error;
}

export function errorCases({ capabilities, check, db }: Suite): void {
  check('says where a statement of ours is wrong', async () => {
    const error = await failureOf(db().read('MATCH (n) RETRUN n'));
    expect(error.code).toBe('statement-invalid');
    expect(error.details.position).toEqual({ offset: 10, line: 1, column: 11 });
  });
  check('says where a typed statement is wrong, on a later line too', async () => {
    const error = await failureOf(db().ask('MATCH (n)\nWHERE n.id == 1\nRETURN n'));
    expect(error.code).toBe('statement-invalid');
    expect(error.details.position?.line).toBe(2);
  });
  check('places an error on the first line as typed, after aliases were added', async () => {
    const error = await failureOf(db().ask('MATCH (n) RETURN n, count(*) ORDER BY n.id ]'));
    expect(error.code).toBe('statement-invalid');
    expect(error.details.position).toEqual({ offset: 43, line: 1, column: 44 });
  });
  check('names an unknown variable', async () => {
    const error = await failureOf(db().ask('MATCH (n) RETURN missing'));
    expect(error).toMatchObject({
      code: 'statement-invalid',
      message: expect.stringContaining('missing') as string,
    });
  });
  check('calls a division by zero a wrong statement', async () => {
    expect((await failureOf(db().ask('RETURN 1/0 AS x'))).code).toBe('statement-invalid');
    expect((await failureOf(db().read('RETURN 1/0 AS x'))).code).toBe('statement-invalid');
  });
  check('calls a missing parameter a wrong statement', async () => {
    expect((await failureOf(db().ask('RETURN $absent AS x'))).code).toBe('statement-invalid');
  });
  check('refuses a write by one of our own read statements', async () => {
    expect((await failureOf(db().read('CREATE (n:Bad)'))).code).toBe('statement-refused');
    expect(await db().read('MATCH (n:Bad) RETURN count(n) AS n')).toEqual([[0]]);
  });
  check('tells nothing of its inside in a message', async () => {
    for (const text of ['MATCH (n) RETURN missing', 'RETURN 1/0 AS x', 'RETURN $absent AS x']) {
      const { message } = await failureOf(db().ask(text));
      expect(message).not.toMatch(/GRAFEO|Neo\.|at .*\.(?:ts|js|rs|java)|\/tmp|node_modules/u);
    }
  });
  check('answers a pattern comprehension beside an aggregate, or says how to ask for it', async () => {
    const outcome = await db()
      .ask('MATCH (n:Organisation) RETURN [(n)-->(m:Agreement) | m.id] AS ids, count(*) AS n')
      .then(
        ({ rows }) => `${rows.length} rows`,
        (error: AppError) => `${error.code}: ${error.details.hint}`,
      );
    expect(outcome).toMatch(/^3 rows$|^statement-unsupported: Make it before, in a clause of its own/u);
    const asAdvised = await db().ask(
      'MATCH (n:Organisation) WITH n, [(n)-->(m:Agreement) | m.id] AS ids RETURN ids, count(*) AS n',
    );
    expect(asAdvised.rows).toHaveLength(3);
  });
  const beyond: readonly (readonly [string, boolean])[] = [
    ['MATCH (n:Organisation|Person) RETURN n.id', capabilities.supportsLabelExpressions],
    ['MATCH (n:!Person) RETURN n.id', capabilities.supportsLabelExpressions],
    ['MATCH p = SHORTEST 1 (a:Organisation)--+(b:Person) RETURN length(p)', capabilities.supportsGqlPaths],
    ['MATCH (a:Organisation) ((x)--(y)){1,2} (b) RETURN count(*)', capabilities.supportsGqlPaths],
    ["RETURN duration.between(date('2016-01-01'), date('2017-01-01'))", capabilities.supportsDurationBetween],
  ];
  for (const [text, isSupported] of beyond) {
    check(`runs it, or says what to write instead: ${text}`, async () => {
      if (isSupported) {
        expect((await db().ask(text)).columns).toHaveLength(1);
        return;
      }
      const error = await failureOf(db().ask(text));
      expect(error.code).toBe('statement-unsupported');
      expect(error.message).toMatch(/engine does not know/u);
      expect(error.details.hint).toMatch(/Write|Dates are text/u);
      expect(error.details.position?.line).toBe(1);
    });
  }
}
