import { expect } from 'vitest';

import { AppError } from '../../../server/app-error.ts';
import { LEGITIMATE_READS } from '../legitimate-reads.ts';
import type { Suite } from '../suite.ts';

/** Nobody's honest question is refused. */
export function legitimateCases({ capabilities, check, db }: Suite): void {
  check(
    'answers more than a hundred ordinary statements',
    async () => {
      expect(LEGITIMATE_READS.length).toBeGreaterThan(100);
      const wrong: string[] = [];
      const params = { id: 'org:a', ids: ['org:a', 'org:b'], create: [1], text: 'x', limit: 3 };
      for (const { text, needs } of LEGITIMATE_READS) {
        const code = await db()
          .ask(text, params)
          .then(
            () => 'answered',
            (error: unknown) =>
              error instanceof AppError ? `${error.code}: ${error.message}` : String(error),
          );
        const isUnsupported = needs !== undefined && !capabilities[needs];
        if (isUnsupported ? !code.startsWith('statement-unsupported') : code !== 'answered')
          wrong.push(`${text} => ${code}`);
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );
}
