import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, inject, test } from 'vitest';

import { readConfig } from '../../server/config.ts';
import type { Config } from '../../server/config.ts';
import type { EngineConfig } from '../../server/engine/engine-config.ts';
import { startService } from '../../server/service.ts';
import type { RunningService } from '../../server/service.ts';
import { loadSmallGraph } from './fixture/load-small-graph.ts';
import { LIBRARY_TEXT } from './fixture/small-graph.ts';

export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

export interface TestService {
  readonly url: string;
  readonly engine: EngineConfig;
  readonly log: readonly LogLine[];
  readonly folder: string;
  get(address: string, headers?: Record<string, string>): Promise<Response>;
  json(address: string): Promise<unknown>;
  cypher(body: unknown, headers?: Record<string, string>, signal?: AbortSignal): Promise<Response>;
  stop(): Promise<void>;
}

export interface TestServiceOptions {
  readonly engine?: 'embedded' | 'neo4j';
  /** Loaded unless false. */
  readonly loads?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds since 1970-01-01; default: a day in 2024, so that standings do not move. */
  readonly now?: () => number;
}

export const TEST_DAY_MS = Date.UTC(2024, 0, 20, 12);

function envOf(folder: string, options: TestServiceOptions): Record<string, string> {
  const shared = { PORT: '0', SETU_LIBRARY: path.join(folder, 'library'), SETU_REVISION_POLL_MS: '60000' };
  if (options.engine !== 'neo4j')
    return { ...shared, SETU_STORE: path.join(folder, 'store'), ...options.env };
  const neo4j = inject('neo4j');
  if (!neo4j) throw new Error('There is no Neo4j.');
  return {
    ...shared,
    NEO4J_URI: neo4j.uri,
    NEO4J_USERNAME: neo4j.username,
    NEO4J_PASSWORD: neo4j.password,
    ...options.env,
  };
}

function createMemoryLogger(log: LogLine[]) {
  const keep =
    (level: LogLine['level']) =>
    (fields: Readonly<Record<string, unknown>>, message: string): void => {
      log.push({ level, fields, message });
    };
  return { debug: keep('debug'), info: keep('info'), warn: keep('warn'), error: keep('error') };
}

async function start(
  config: Config,
  folder: string,
  options: TestServiceOptions,
  log: LogLine[],
): Promise<RunningService> {
  if (options.loads !== false) await loadSmallGraph(config.engine);
  return startService({
    config,
    logger: createMemoryLogger(log),
    clientFolder: path.join(folder, 'client'),
    programVersion: '0.0.0-test',
    now: options.now ?? (() => TEST_DAY_MS + performance.now()),
  });
}

/** A real service over a real engine on a free port, in a folder of its own. */
export async function startTestService(options: TestServiceOptions = {}): Promise<TestService> {
  const folder = mkdtempSync(path.join(tmpdir(), 'setu-api-'));
  mkdirSync(path.join(folder, 'library'));
  writeFileSync(path.join(folder, 'library', 'some-name.txt'), `\ufeff${LIBRARY_TEXT}`);
  const log: LogLine[] = [];
  const config = readConfig(envOf(folder, options));
  const service = await start(config, folder, options, log);
  return {
    url: service.url,
    engine: config.engine,
    log,
    folder,
    get: (address, headers = {}) => fetch(`${service.url}${address}`, { headers, redirect: 'manual' }),
    json: async (address) => (await fetch(`${service.url}${address}`)).json(),
    cypher: (body, headers = {}, signal) =>
      fetch(`${service.url}/api/cypher`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
        ...(signal ? { signal } : {}),
      }),
    async stop() {
      await service.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs the tests on both engines, each with one service. Without a Neo4j its half is skipped, in CI failed. */
export function describeOnBothEngines(name: string, tests: (service: () => TestService) => void): void {
  for (const engine of ['embedded', 'neo4j'] as const) {
    describe(`${name}, ${engine}`, () => {
      if (engine === 'neo4j' && inject('neo4j') === null) {
        test.skipIf(!inject('nothingMayBeSkipped'))('a Neo4j server is there', () => {
          throw new Error('There is no Neo4j: set NEO4J_TEST_URI.');
        });
        return;
      }
      let service: TestService | undefined;
      beforeAll(async () => {
        service = await startTestService({ engine });
      });
      afterAll(() => service?.stop());
      tests(() => service as TestService);
    });
  }
}
