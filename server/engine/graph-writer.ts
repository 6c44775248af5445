import type { EngineName } from './engine.ts';
import type { CatalogueStatement } from './catalogue-statement.ts';
import type { PlainValue } from './values.ts';

export interface WriteCall {
  readonly statement: CatalogueStatement;
  readonly params: Readonly<Record<string, unknown>>;
}

/**
 * The writing side of a database, for scripts only: the service never imports it. Embedded: works on a new generation
 * that nobody sees before `publish`. Neo4j: each `write` is one transaction, visible at once.
 */
export interface GraphWriter {
  readonly engine: EngineName;
  /** Where the data goes, for the report; no credentials. */
  readonly target: string;
  /** Runs the catalogue's schema statements (idempotent). */
  prepareSchema(): Promise<void>;
  read(
    statement: CatalogueStatement,
    params: Readonly<Record<string, unknown>>,
  ): Promise<readonly (readonly PlainValue[])[]>;
  /** All calls in one transaction: all or nothing. Transient faults of a cluster are retried. */
  write(calls: readonly WriteCall[]): Promise<void>;
  /** Makes the load visible. `changed` false: nothing was written, the new generation is dropped. */
  publish(changed: boolean): Promise<void>;
  /** Without `publish`: the load is given up (embedded: nothing happened). Idempotent. */
  close(): Promise<void>;
}
