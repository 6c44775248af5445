import type { EngineCapabilities } from '../../server/engine/capabilities.ts';
import type { TestEngine } from '../helpers/engines.ts';

/** Tests an engine does not pass, and why. They run as expected failures: a skip that is no longer needed fails. */
export interface Skip {
  readonly reason: string;
  readonly tests: readonly string[];
}

export interface EngineUnderTest {
  readonly name: string;
  readonly open: (over?: Readonly<Record<string, string>>) => TestEngine;
  readonly capabilities: EngineCapabilities;
  readonly skip: readonly Skip[];
}

export interface Suite {
  readonly capabilities: EngineCapabilities;
  /** The engine of this run, with the graph of `conformance/fixture-graph.ts` in it. */
  db(): TestEngine;
  /** Another one over the same kind of database, with other limits; the caller closes it. */
  open: EngineUnderTest['open'];
  /** Declares a test. */
  check(name: string, body: () => Promise<void> | void, timeoutMs?: number): void;
}
