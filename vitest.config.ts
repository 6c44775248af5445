import { defineConfig } from 'vitest/config';

/**
 * Three groups that run one after another: what needs no outside world in parallel; what needs the one Neo4j server
 * file by file; the browser last. `npm test` (scripts/test.ts) provides Neo4j and Chromium through the environment.
 */
const provided = { globalSetup: ['test/helpers/provide-environment.ts'] };
const patient = { testTimeout: 60_000, hookTimeout: 120_000, retry: 0 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts', 'test/architecture/**/*.test.ts'],
          testTimeout: 30_000,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
          ...provided,
        },
      },
      {
        test: {
          name: 'engines',
          include: ['test/{conformance,ingest,api,data}/**/*.test.ts'],
          maxWorkers: 1,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          ...patient,
          ...provided,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          maxWorkers: 1,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          ...patient,
          ...provided,
        },
      },
    ],
  },
});
