import type { ErrorOnWire } from '../children/error-on-wire.ts';
import type { ConsoleSummary, RowsText } from '../engine.ts';
import type { Verdict } from './verdict-cache.ts';

/** One statement, as a console child gets it: the parent keeps the deadline, the child the size of the answer. */
export interface ConsoleRun {
  readonly text: string;
  /** Integers are bigints in them, numbers are floats. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly mode: 'run' | 'plan' | 'profile';
  /** Gate two has admitted this text before, for the same data; null: it must be planned first. */
  readonly verdict: Verdict | null;
  readonly maxRows: number;
  readonly maxBytes: number;
  readonly timeoutMs: number;
}

/** What the service sends to a console child. `Opening` is the adapter's own: a file, or an address with its login. */
export type ConsoleRequest<Opening> =
  | { readonly type: 'open'; readonly opening: Opening }
  | { readonly type: 'run'; readonly run: ConsoleRun }
  /** The last rows are with the reader: send the next. */
  | { readonly type: 'more' };

/** How a statement ended. */
export interface ConsoleOutcome {
  readonly summary: ConsoleSummary;
  /** Milliseconds that a row took; null where none was asked for. */
  readonly msPerRow: number | null;
}

/** Part of an answer; the columns stand in the first. */
export interface Portion extends RowsText {
  readonly columns: readonly string[] | null;
}

export type ConsoleMessage =
  | { readonly type: 'ready' }
  | ({ readonly type: 'rows' } & Portion)
  /** With the last rows: a short answer is one message. */
  | ({ readonly type: 'done' } & ConsoleOutcome & Portion)
  | { readonly type: 'failed'; readonly error: ErrorOnWire }
  /** Bytes of memory in use, where the parent cannot look by itself. */
  | { readonly type: 'memory'; readonly bytes: number };
