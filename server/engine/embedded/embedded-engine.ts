import type { Limits } from '../../settings.ts';
import { startChild } from '../children/start-child.ts';
import { createConsoleRunner } from '../console/console-runner.ts';
import type { Engine } from '../engine.ts';
import type { EngineLogger } from '../engine-logger.ts';
import { EMBEDDED_CALLABLES, EMBEDDED_CAPABILITIES } from './embedded-capabilities.ts';
import { followGenerations } from './follow-generations.ts';
import type { Serving } from './follow-generations.ts';
import { openGenerationStore } from './generation-store.ts';

export interface EmbeddedEngineDeps {
  /** The folder of the generations. */
  readonly folder: string;
  readonly limits: Limits;
  readonly logger: EngineLogger;
}

/** The embedded database behind the port. It runs in child processes only: a statement cannot take the service down. */
export function createEmbeddedEngine(deps: EmbeddedEngineDeps): Engine {
  const generations = followGenerations(openGenerationStore(deps.folder), deps);
  const console = createConsoleRunner({
    start: () => startChild('./embedded-console-child', import.meta.url),
    limits: deps.limits,
    logger: deps.logger,
  });
  const readFrom =
    (need: () => Serving): Engine['read'] =>
    async (statement, params, options = {}) => {
      const job = {
        text: statement.text,
        params,
        maxRows: options.maxRows ?? null,
        timeoutMs: options.timeoutMs ?? deps.limits.readTimeoutMs,
      };
      return need().readers.read(job, options.signal);
    };
  const runOn =
    (need: () => Serving): Engine['runConsole'] =>
    async (request, sink) => {
      const { generation, path } = need();
      return console.run({ key: String(generation), value: path }, request, sink);
    };
  return {
    name: 'embedded',
    capabilities: EMBEDDED_CAPABILITIES,
    callables: EMBEDDED_CALLABLES,
    async verify(signal) {
      signal?.throwIfAborted();
      return { version: await generations.need().readers.version() };
    },
    read: readFrom(generations.need),
    runConsole: runOn(generations.need),
    async refresh() {
      generations.look();
    },
    pin() {
      const { serving, release } = generations.pin();
      const need = (): Serving => serving;
      return { state: String(serving.generation), read: readFrom(need), runConsole: runOn(need), release };
    },
    async close() {
      await Promise.all([generations.close(), console.close()]);
    },
  };
}
