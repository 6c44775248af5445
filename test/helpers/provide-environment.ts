import type { TestProject } from 'vitest/node';

export interface TestNeo4j {
  readonly uri: string;
  readonly username: string;
  readonly password: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** A real Neo4j server whose data the tests may destroy; null = none was found. */
    neo4j: TestNeo4j | null;
    /** Path of a Chromium executable; null = none was found. */
    chromium: string | null;
    /** With CI=true nothing may be skipped: what is absent has failed. */
    nothingMayBeSkipped: boolean;
  }
}

/** Hands what scripts/test.ts found to the tests: `inject('neo4j')`, `inject('chromium')`. */
export function setup(project: TestProject): void {
  const uri = process.env['NEO4J_TEST_URI'];
  project.provide(
    'neo4j',
    uri
      ? {
          uri,
          username: process.env['NEO4J_TEST_USERNAME'] ?? 'neo4j',
          password: process.env['NEO4J_TEST_PASSWORD'] ?? '',
        }
      : null,
  );
  project.provide('chromium', process.env['CHROME_PATH'] ?? null);
  project.provide('nothingMayBeSkipped', process.env['CI'] === 'true');
}
