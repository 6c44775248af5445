import { AppError } from '../../app-error.ts';
import type { Limits } from '../../settings.ts';
import { startChild } from '../children/start-child.ts';
import { createConsoleRunner } from '../console/console-runner.ts';
import type { Engine } from '../engine.ts';
import type { EngineLogger } from '../engine-logger.ts';
import { EMBEDDED_CAPABILITIES } from './embedded-capabilities.ts';
import { openGenerationStore } from './generation-store.ts';
import type { GenerationStore } from './generation-store.ts';
import { createReaderPool } from './reader-pool.ts';
import type { ReaderPool } from './reader-pool.ts';

export interface EmbeddedEngineDeps {
  /** The folder of the generations. */
  readonly folder: string;
  readonly limits: Limits;
  readonly logger: EngineLogger;
}

interface Serving {
  readonly generation: number;
  readonly path: string;
  readonly readers: ReaderPool;
}

/** Follows the pointer: one pool of readers for the generation in use, made on first need. */
function followGenerations(store: GenerationStore, { limits, logger }: EmbeddedEngineDeps) {
  let serving: Serving | null = null;
  const look = (): Serving | null => {
    const current = store.current();
    if (current && current.number !== serving?.generation) {
      serving?.readers.retire();
      const readers = createReaderPool(current.path, limits.readerProcesses, logger);
      serving = { generation: current.number, path: current.path, readers };
    }
    return serving;
  };
  return {
    look,
    /** The generation in use. @throws AppError `no-data` while nothing was published */
    need(): Serving {
      const found = serving ?? look();
      if (!found) throw new AppError('no-data', 'No data is loaded.', { hint: 'Run npm run ingest.' });
      return found;
    },
    async close(): Promise<void> {
      await serving?.readers.close();
    },
  };
}

/** The embedded database behind the port. It runs in child processes only: a statement cannot take the service down. */
export function createEmbeddedEngine(deps: EmbeddedEngineDeps): Engine {
  const generations = followGenerations(openGenerationStore(deps.folder), deps);
  const console = createConsoleRunner({
    start: () => startChild('./embedded-console-child', import.meta.url),
    opening: () => {
      const { generation, path } = generations.need();
      return { key: String(generation), value: path };
    },
    limits: deps.limits,
    logger: deps.logger,
  });
  return {
    name: 'embedded',
    capabilities: EMBEDDED_CAPABILITIES,
    async verify(signal) {
      signal?.throwIfAborted();
      return { version: await generations.need().readers.version() };
    },
    async read(statement, params, options = {}) {
      const job = {
        text: statement.text,
        params,
        maxRows: options.maxRows ?? null,
        timeoutMs: options.timeoutMs ?? deps.limits.readTimeoutMs,
      };
      return generations.need().readers.read(job, options.signal);
    },
    runConsole: (request, sink) => console.run(request, sink),
    async refresh() {
      generations.look();
    },
    async close() {
      await Promise.all([generations.close(), console.close()]);
    },
  };
}
