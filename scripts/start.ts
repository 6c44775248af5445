/**
 * `npm start`: builds what is missing or stale, loads the shipped data set into the embedded store where that is empty
 * or holds another version of it (never into Neo4j), then serves until Ctrl-C.
 */
import { spawn } from 'node:child_process';
import process from 'node:process';

import { AppError } from '../server/app-error.ts';
import { readConfig } from '../server/config.ts';
import { build } from './build/build.ts';
import { loadIfStale } from './ingest/load-if-stale.ts';

const SHIPPED = ['data/india-japan'];

/** On standard error: standard output carries one line, the address. */
const say = (line: string): void => console.error(line);

async function loadShipped(): Promise<void> {
  const { engine, limits } = readConfig(process.env);
  if (engine.engine !== 'embedded') return;
  const result = await loadIfStale({
    paths: SHIPPED,
    workingFolder: process.cwd(),
    store: engine.store,
    batchRows: limits.ingestBatchRows,
  });
  if (result.outcome === 'loaded') say(`Loaded ${SHIPPED.join(', ')} into ${engine.store}.`);
}

function serve(): void {
  // Whoever starts it by hand wants the address, not a line for each request.
  const env = { LOG_LEVEL: 'warn', ...process.env };
  const service = spawn(process.execPath, ['build/server/main.js'], { stdio: 'inherit', env });
  // Ctrl-C in a terminal reaches both processes, a signal sent to this one must be handed on: the service may get two.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => service.kill(signal));
  service.once('exit', (code) => process.exit(code ?? 1));
}

try {
  await build({ say });
  await loadShipped();
  serve();
} catch (error) {
  const hint = error instanceof AppError ? (error.details.hint ?? '') : '';
  say(`${error instanceof Error ? error.message : String(error)} ${hint}`.trim());
  process.exit(1);
}
