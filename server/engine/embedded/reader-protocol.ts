import type { ReadResult } from '../engine.ts';
import type { ErrorOnWire } from '../children/error-on-wire.ts';

/** What the service asks of a reader child: open one file, once, then read it, one statement at a time. */
export type ReaderRequest =
  | { readonly type: 'open'; readonly path: string }
  | {
      readonly type: 'read';
      readonly text: string;
      readonly params: Readonly<Record<string, unknown>>;
      readonly maxRows: number | null;
    };

export type ReaderAnswer =
  | { readonly type: 'ready'; readonly version: string }
  | { readonly type: 'result'; readonly result: ReadResult }
  | { readonly type: 'failed'; readonly error: ErrorOnWire };
