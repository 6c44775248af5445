import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

import { pino } from 'pino';

import { readConfig } from './config.ts';
import { startService } from './service.ts';

/** The project's folder, from the sources as well as from build/. */
function findProject(): string {
  const folder = dirname(dirname(fileURLToPath(import.meta.url)));
  return folder.endsWith('build') ? dirname(folder) : folder;
}

function readVersion(project: string): string {
  const manifest = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
}

async function main(): Promise<void> {
  const project = findProject();
  const config = readConfig(process.env);
  const logger = pino(
    { level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination(2),
  );
  const service = await startService({
    config,
    logger,
    clientFolder: join(project, 'build', 'client'),
    programVersion: readVersion(project),
  });
  console.log(`Setu: ${service.url}`);
  const stop = (): void => {
    service.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  // Stopping is idempotent: a second signal while it drains changes nothing.
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
