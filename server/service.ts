import { setMaxListeners } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import { AppError } from './app-error.ts';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { loadCatalogue } from './cypher/catalogue.ts';
import { openEngine } from './engine/open-engine.ts';
import type { EngineLogger } from './engine/engine-logger.ts';
import { createLongSearches } from './explore/paths/path-finder.ts';
import { createUseCases } from './explore/create-use-cases.ts';
import { createCurrentGraph } from './explore/current-graph.ts';
import type { CurrentGraphDeps } from './explore/current-graph.ts';
import { createDocumentLibrary } from './explore/document-library.ts';
import type { HttpLogger } from './http/http-logger.ts';

export interface ServiceOptions {
  readonly config: Config;
  readonly logger: HttpLogger & EngineLogger;
  readonly clientFolder: string;
  readonly programVersion: string;
  readonly now?: () => number;
}

export interface RunningService {
  /** `http://127.0.0.1:4180` */
  readonly url: string;
  /** Not ready at once, answers what runs, ends children; at most 10 s. Idempotent. */
  stop(): Promise<void>;
}

const DRAIN_MS = 6_000;
/** Between "not ready" and closing the door, so that a load balancer can see it. */
const NOTICE_MS = 200;
/** How long a connection may be silent while the service stops. */
const SWEEP_MS = 250;
const QUIET_MS = 1;
const MOST_TURNS = 100;
const MILLISECONDS_PER_DAY = 86_400_000;

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host.replace(/^\[|\]$/gu, ''), () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Waits for a turn of the loop so short that nobody can have knocked during it without having been let in. */
async function quietTurn(): Promise<void> {
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const begun = performance.now();
    await new Promise((resolve) => setImmediate(resolve));
    if (performance.now() - begun < QUIET_MS) return;
  }
}

/** Closes the door but lets in who stands in it: Node's own `close` also cuts connections whose request is on its way. */
async function closeDoor(server: Server): Promise<void> {
  await quietTurn();
  const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  await closed;
  clearInterval(sweep);
}

async function drain(server: Server, stopping: AbortController): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, NOTICE_MS));
  const deadline = setTimeout(() => {
    stopping.abort(new AppError('shutting-down', 'The service is stopping.', { retryAfterSeconds: 5 }));
    setTimeout(() => server.closeAllConnections(), 500).unref();
  }, DRAIN_MS);
  await closeDoor(server);
  clearTimeout(deadline);
}

function logGraphChanges(logger: ServiceOptions['logger']): NonNullable<CurrentGraphDeps['onChange']> {
  let lastFailure = '';
  return (event) => {
    const failure = 'error' in event ? String((event.error as Error).message) : '';
    if (!('error' in event)) logger.info({ ...event }, 'graph loaded');
    else if (failure !== lastFailure) logger.warn({ reason: failure }, 'no new graph');
    lastFailure = failure;
  };
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  const name = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** Puts everything together and listens. Data may be missing or the database away: then it is not ready. */
export async function startService(options: ServiceOptions): Promise<RunningService> {
  const { config, logger } = options;
  const now = options.now ?? Date.now;
  const catalogue = loadCatalogue();
  const engine = openEngine(config.engine, config.limits, catalogue, logger);
  const library = createDocumentLibrary(config.library, (error) => logger.warn({ err: error }, 'library'));
  const graph = createCurrentGraph({
    engine,
    catalogue,
    limits: config.limits,
    longSearches: createLongSearches(config.limits),
    now,
    onChange: logGraphChanges(logger),
  });
  const version = options.programVersion;
  const use = createUseCases({ engine, catalogue, library, graph, limits: config.limits, now, version });

  const stopping = new AbortController();
  // Every request listens to it.
  setMaxListeners(0, stopping.signal);
  let isStopping = false;
  const app = createApp({
    use,
    token: config.token,
    hosts: config.hosts,
    address: config.host,
    requestMaxBytes: config.limits.requestMaxBytes,
    clientFolder: options.clientFolder,
    programVersion: version,
    answerVersion: {
      current: () =>
        [version, graph.revision(), Math.floor(now() / MILLISECONDS_PER_DAY), library.size].join(' '),
    },
    logger,
    now,
    stopping: stopping.signal,
    isStopping: () => isStopping,
  });
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 20_000, maxHeaderSize: 16_384 }, app);
  await listen(server, config.port, config.host);
  await library.refresh();
  await graph.refresh().catch(() => {});
  graph.startPolling();

  let stopped: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    isStopping = true;
    await drain(server, stopping);
    graph.stop();
    await engine.close();
  };
  return { url: urlOf(server, config.host), stop: () => (stopped ??= stop()) };
}
