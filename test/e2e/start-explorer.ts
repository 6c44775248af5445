import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { pino } from 'pino';

import { readConfig } from '../../server/config.ts';
import { startService, type RunningService } from '../../server/service.ts';

const PROJECT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const CLIENT = join(PROJECT, 'build', 'client');
const run = promisify(execFile);

/** A store of its own in a temporary folder. */
export interface TestStore {
  readonly folder: string;
  /** Loads the shipped data set with the program that a person would use. */
  ingest(): Promise<void>;
  remove(): void;
}

export function createTestStore(): TestStore {
  const folder = mkdtempSync(join(tmpdir(), 'setu-e2e-'));
  return {
    folder,
    async ingest() {
      await run(process.execPath, ['--import', 'tsx', 'scripts/ingest.ts', '--engine', 'embedded'], {
        cwd: PROJECT,
        env: { ...process.env, SETU_STORE: folder, NEO4J_URI: '', SETU_LIBRARY: '' },
      });
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/**
 * The real service with the built client.
 * @param env the configuration a person would give; `PORT` 0 = any free one
 */
export async function startExplorer(env: Readonly<Record<string, string>>): Promise<RunningService> {
  if (!existsSync(join(CLIENT, 'index.html'))) {
    throw new Error('The client is not built: run npm run build, or the tests with npm test.');
  }
  const { version } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { version: string };
  return startService({
    config: readConfig({ PORT: '0', LOG_LEVEL: 'silent', ...env }),
    logger: pino({ level: 'silent' }),
    clientFolder: CLIENT,
    programVersion: version,
  });
}

/** A free port, for a service that must come back at the same address. */
export function portOf(service: RunningService): string {
  return new URL(service.url).port;
}
