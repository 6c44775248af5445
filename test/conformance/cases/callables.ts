import { expect } from 'vitest';

import { FUNCTION_CALLS } from '../function-calls.ts';
import type { Suite } from '../suite.ts';
import { failureOf } from './errors.ts';

/** What the schema says a statement may call can be called, and nothing that can be called is called unknown. */
export function callableCases({ check, db }: Suite): void {
  check('runs every function that it names', async () => {
    const { functions } = db().engine.callables;
    expect(functions.length).toBeGreaterThan(70);
    for (const { name, signature, description } of functions) {
      expect(FUNCTION_CALLS, name).toHaveProperty([name]);
      expect([signature.startsWith(`${name}(`), description.endsWith('.')], name).toEqual([true, true]);
      const call = FUNCTION_CALLS[name] ?? '';
      expect(call, name).toContain(`${name}(`);
      const text = `MATCH p = (n:Organisation)-[r]->(m) RETURN ${call} AS x LIMIT 1`;
      expect((await db().ask(text)).rows, text).toHaveLength(1);
    }
  });
  check('does not know a function that it does not name', async () => {
    const named = new Set(db().engine.callables.functions.map(({ name }) => name));
    const others = Object.entries(FUNCTION_CALLS).filter(([name]) => !named.has(name));
    for (const [name, call] of others) {
      const error = await failureOf(db().ask(`RETURN ${call} AS x`));
      expect(error.code, name).toBe('statement-unsupported');
      expect(error.details.hint, name).toMatch(/Write|Dates are|Return|Leave|Use/u);
    }
  });
  check('runs every procedure that it names, as far as the data has what it reads', async () => {
    for (const { name, signature } of db().engine.callables.procedures) {
      const [call = '', results = ''] = signature.split(' YIELD ');
      const text = `CALL ${call.replace(/\(index, text\)/u, "('nowhere', 'x')")} YIELD ${results} RETURN count(*) AS n`;
      const outcome = await db()
        .ask(text)
        .then(
          ({ rows }) => (Number(rows[0]?.[0]) > 0 ? 'answered' : 'empty'),
          (error: Error) => error.message,
        );
      // Full-text indexes are made by hand: a name of one that is not there is understood, and not found.
      expect(outcome, name).toMatch(name.includes('fulltext') ? /no such fulltext/iu : /^answered$/u);
    }
  });
}
