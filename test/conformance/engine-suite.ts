import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { TestEngine } from '../helpers/engines.ts';
import { anyValueCases } from './cases/any-values.ts';
import { callableCases } from './cases/callables.ts';
import { catalogueCases } from './cases/catalogue.ts';
import { concurrencyCases } from './cases/concurrency.ts';
import { consoleCases } from './cases/console.ts';
import { elementCases } from './cases/elements.ts';
import { errorCases } from './cases/errors.ts';
import { hostileCases } from './cases/hostile.ts';
import { legitimateCases } from './cases/legitimate.ts';
import { limitCases } from './cases/limits.ts';
import { oddValueCases } from './cases/odd-values.ts';
import { pathCases } from './cases/paths.ts';
import { runawayCases } from './cases/runaways.ts';
import { valueCases } from './cases/values.ts';
import { errorPlaceCases, warningCases } from './cases/warnings.ts';
import { writerCases } from './cases/writer.ts';
import { FIXTURE } from './fixture-graph.ts';
import type { EngineUnderTest, Suite } from './suite.ts';

const CASES: readonly (readonly [string, (suite: Suite) => void])[] = [
  ['values', valueCases],
  ['nodes, relationships and paths', elementCases],
  ['paths', pathCases],
  ['any values', anyValueCases],
  ['odd values', oddValueCases],
  ['errors', errorCases],
  ['places of errors', errorPlaceCases],
  ['what can be called', callableCases],
  ['limits', limitCases],
  ['the console', consoleCases],
  ['hostile statements', hostileCases],
  ['runaway statements', runawayCases],
  ['legitimate statements', legitimateCases],
  ['the catalogue', catalogueCases],
  ['many at once', concurrencyCases],
  ['warnings', warningCases],
  ['loading', writerCases],
];

/** Runs every case against one engine. */
export function describeEngine({ name, open, capabilities, skip }: EngineUnderTest): void {
  describe(`the ${name} engine`, () => {
    const declared = new Set<string>();
    const skipped = new Set(skip.flatMap((one) => one.tests));
    let opened: TestEngine | null = null;
    const db = (): TestEngine => {
      if (!opened) throw new Error('The engine is open inside tests only.');
      return opened;
    };
    beforeAll(async () => {
      opened = open();
      await opened.replaceData(FIXTURE);
    });
    afterAll(async () => {
      await opened?.close();
    });
    for (const [topic, declare] of CASES) {
      describe(topic, () => {
        declare({
          capabilities,
          db,
          open,
          check(title, body, timeoutMs) {
            declared.add(title);
            const run = skipped.has(title) ? test.fails : test;
            run(title, { timeout: timeoutMs ?? 60_000 }, async () => {
              await body();
            });
          },
        });
      });
    }
    test('every skip names a test that exists and gives a reason', () => {
      expect([...skipped].filter((title) => !declared.has(title))).toEqual([]);
      expect(skip.every((one) => one.reason.length > 20)).toBe(true);
    });
  });
}
