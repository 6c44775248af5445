import type { Callable, Notification } from '../contract/explore.ts';
import type { CatalogueStatement } from './catalogue-statement.ts';
import type { EngineCapabilities } from './capabilities.ts';
import type { PlainValue } from './values.ts';

export type EngineName = 'neo4j' | 'embedded';

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Milliseconds until the read fails with `deadline-exceeded`; default: settings.readTimeoutMs. */
  readonly timeoutMs?: number;
  /** Rows after which the answer is cut; default: no cut. */
  readonly maxRows?: number;
}

export interface ReadResult {
  readonly columns: readonly string[];
  /** Each row in the order of `columns`. Numbers past 2^53 are bigint; temporal values are ISO text. */
  readonly rows: readonly (readonly PlainValue[])[];
  readonly truncated: boolean;
}

/** A statement somebody typed, already admitted by the lexer gate. */
export interface ConsoleRequest {
  readonly text: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly mode: 'run' | 'plan' | 'profile';
  /** Names the data it is asked of: a statement that was admitted once is admitted again for the same data. */
  readonly data: string;
  readonly maxRows: number;
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

export interface PlanNode {
  readonly operator: string;
  readonly details?: string | undefined;
  readonly estimatedRows?: number | undefined;
  readonly rows?: number | undefined;
  readonly dbHits?: number | undefined;
  /** Milliseconds in this operator alone. */
  readonly timeMs?: number | undefined;
  readonly children: readonly PlanNode[];
}

/** Rows of a console answer as the text in which they go to whoever asked. */
export interface RowsText {
  readonly count: number;
  /** Each row as a JSON list in wire form (contract/values.ts), separated by commas. */
  readonly json: string;
  /** Stable ids of the nodes and relationships in them, wherever they stand; each once in an answer. */
  readonly nodeIds: readonly string[];
  readonly edgeIds: readonly string[];
}

/** Receives a console answer while it is produced. */
export interface ConsoleSink {
  columns(columns: readonly string[]): void;
  /** Called for every portion that has rows. May return a promise to slow the producer down. */
  rows(rows: RowsText): void | Promise<void>;
}

export interface ConsoleSummary {
  readonly truncatedBy: 'rows' | 'bytes' | null;
  readonly plan: PlanNode | null;
  /** What the planner warns of. */
  readonly notifications: readonly Notification[];
}

/** What a console statement may call on this engine. */
export interface Callables {
  readonly functions: readonly Callable[];
  readonly procedures: readonly Callable[];
}

/**
 * The data as it was when it was pinned. Where an engine keeps the states before (embedded), everything read through one
 * pin is of one state, whatever is published meanwhile; elsewhere reads see what is there.
 */
export interface PinnedData extends Pick<Engine, 'read' | 'runConsole'> {
  /** Changes with the state, where states are kept; else always the same. */
  readonly state: string;
  /** What is read afterwards may fail with `engine-unavailable`. Idempotent. */
  release(): void;
}

/**
 * The port both databases stand behind: what the service needs of a graph engine, and nothing more. It only reads.
 *
 * Every method throws AppError: `engine-unavailable` (away; the next call tries again), `deadline-exceeded`,
 * `statement-invalid` (with the position where the engine gives one), `statement-refused`, `statement-unsupported`,
 * `out-of-memory`, `internal-error`. An aborted signal rejects with the signal's reason.
 */
export interface Engine {
  readonly name: EngineName;
  readonly capabilities: EngineCapabilities;
  readonly callables: Callables;

  /** Reaches the database, returns its version; throws `engine-unavailable`. */
  verify(signal?: AbortSignal): Promise<{ version: string }>;

  /** Runs one of our own statements (cypher/**). */
  read(
    statement: CatalogueStatement,
    params: Readonly<Record<string, unknown>>,
    options?: ReadOptions,
  ): Promise<ReadResult>;

  /**
   * Runs a statement of a person in a child process of its own (nice 19), killed at the deadline, at the memory
   * ceiling and when the signal aborts. Gates two to four of the console (EXPLAIN against the allow-list of operators,
   * read-only at the engine, limits) stand here; the lexer is gate one (engine/console/).
   */
  runConsole(request: ConsoleRequest, sink: ConsoleSink): Promise<ConsoleSummary>;

  /** Sees data published since (embedded: the newest generation). Cheap when nothing changed. */
  refresh(): Promise<void>;

  /** Holds on to the data that reads see now. @throws AppError `no-data` */
  pin(): PinnedData;

  /** Ends children and connections. Idempotent. */
  close(): Promise<void>;
}
