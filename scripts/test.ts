/**
 * `npm test [-- vitest arguments]`: builds, provides a real Neo4j and a real Chromium, runs every test and prints one
 * closing line. With CI=true what is absent has failed; otherwise it says what was left out.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

import { build } from './build/build.ts';
import { startNeo4j } from './neo4j-local.ts';
import { findChromium } from './test/find-chromium.ts';

const say = (line: string): void => console.log(`test: ${line}`);

interface Totals {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numFailedTestSuites: number;
}

async function provideNeo4j(): Promise<{ env: Record<string, string>; stop: () => Promise<void> }> {
  if (process.env['NEO4J_TEST_URI']) {
    say(`Neo4j: ${process.env['NEO4J_TEST_URI']} (NEO4J_TEST_URI); its data will be replaced`);
    return { env: {}, stop: async () => {} };
  }
  try {
    const server = await startNeo4j({ say });
    say(`Neo4j: a server of its own at ${server.uri}`);
    return {
      env: {
        NEO4J_TEST_URI: server.uri,
        NEO4J_TEST_USERNAME: server.username,
        NEO4J_TEST_PASSWORD: server.password,
      },
      stop: () => server.stop(),
    };
  } catch (error) {
    say(`Neo4j: none. ${error instanceof Error ? error.message : String(error)}`);
    say('Neo4j: give NEO4J_TEST_URI, or install Java 17 or newer and Maven. Its tests are skipped.');
    return { env: {}, stop: async () => {} };
  }
}

function runVitest(args: readonly string[], env: Record<string, string>, report: string): Promise<number> {
  const vitest = path.join('node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const child = spawn(process.execPath, [vitest, 'run', ...reporters, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
}

/** The closing line. In CI nothing may be skipped: what was counts as failed. */
function close({ numPassedTests, numPendingTests }: Totals, failed: number): number {
  const isCi = process.env['CI'] === 'true';
  const allFailed = failed + (isCi ? numPendingTests : 0);
  if (isCi && numPendingTests > 0) say(`${numPendingTests} skipped tests count as failed with CI=true`);
  const skipped = !isCi && numPendingTests > 0 ? `, ${numPendingTests} skipped` : '';
  console.log(`${numPassedTests} passed, ${allFailed} failed${skipped}`);
  return allFailed > 0 ? 1 : 0;
}

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  await build({ say });
  const browser = findChromium(say);
  say(browser ? `Chromium: ${browser}` : 'Chromium: none. Give CHROME_PATH. Its tests are skipped.');
  const neo4j = await provideNeo4j();
  const folder = mkdtempSync(path.join(tmpdir(), 'setu-test-'));
  try {
    const report = path.join(folder, 'report.json');
    const code = await runVitest(
      args,
      { ...neo4j.env, ...(browser ? { CHROME_PATH: browser } : {}) },
      report,
    );
    const totals = JSON.parse(readFileSync(report, 'utf8')) as Totals;
    // A file that does not even load holds no test that could fail: it counts as one.
    const failed = Math.max(totals.numFailedTests, totals.numFailedTestSuites > 0 || code !== 0 ? 1 : 0);
    return close(totals, failed);
  } finally {
    await neo4j.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main();
