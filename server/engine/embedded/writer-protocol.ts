import type { PlainValue } from '../values.ts';
import type { ErrorOnWire } from '../children/error-on-wire.ts';

/** What a script asks of the writer child. The file is new and nobody else's until it is closed. */
export type WriterRequest =
  | { readonly type: 'open'; readonly path: string; readonly isNew: boolean }
  | { readonly type: 'schema'; readonly texts: readonly string[] }
  | { readonly type: 'read'; readonly text: string; readonly params: Readonly<Record<string, unknown>> }
  | {
      readonly type: 'write';
      readonly calls: readonly {
        readonly text: string;
        readonly params: Readonly<Record<string, unknown>>;
      }[];
    }
  /** Writes everything to the file and closes it. */
  | { readonly type: 'close' };

export type WriterAnswer =
  | { readonly type: 'done' }
  | { readonly type: 'rows'; readonly rows: readonly (readonly PlainValue[])[] }
  | { readonly type: 'failed'; readonly error: ErrorOnWire };
