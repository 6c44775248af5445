import type { WireValue } from '../values.ts';
import type { Portion } from './console-protocol.ts';
import { measureRow } from './measure-row.ts';
import type { ElementSink } from './measure-row.ts';
import { createOutbox } from './outbox.ts';
import { createRowBatch } from './row-batch.ts';

/** Takes the rows of one answer and stops at its limits. */
export interface RowSender {
  columns(columns: readonly string[]): void;
  /** The columns are known: the statement runs. */
  readonly hasBegun: boolean;
  /** False when the row was one too many: stop. */
  add(row: readonly WireValue[]): boolean;
  /** Sends what waits for more rows: none are near. */
  flush(): void;
  /** More is ready than its reader takes: rows that can wait should, until `catchUp` resolves. */
  readonly isBehind: boolean;
  catchUp(): Promise<void>;
  /** Resolves when all is on its way but what has not filled a portion: that goes with the end of the answer. */
  finish(): Promise<Portion>;
  /** Rows taken so far. */
  readonly rowCount: number;
  /** What cut the answer. */
  readonly truncatedBy: 'rows' | 'bytes' | null;
}

/** A row that comes this long after the last batch is not kept back: whoever asked sees it while the next is made. */
const LINGER_MS = 20;

interface AnswerLimits {
  readonly maxRows: number;
  readonly maxBytes: number;
}

/** What an answer may still hold. */
function createAllowance({ maxRows, maxBytes }: AnswerLimits) {
  let rows = 0;
  let bytes = 0;
  let truncatedBy: 'rows' | 'bytes' | null = null;
  const cut = (by: 'rows' | 'bytes'): null => {
    truncatedBy = by;
    return null;
  };
  return {
    get rows() {
      return rows;
    },
    get truncatedBy() {
      return truncatedBy;
    },
    /** The text of a row and its bytes; null where it is one too many, as all after it are. */
    admit(row: readonly WireValue[], elements: ElementSink): { text: string; size: number } | null {
      if (truncatedBy !== null) return null;
      if (rows === maxRows) return cut('rows');
      if (measureRow(row, maxBytes - bytes, elements) > maxBytes - bytes) return cut('bytes');
      const text = JSON.stringify(row);
      const size = Buffer.byteLength(text) + 1;
      if (bytes + size > maxBytes) return cut('bytes');
      rows += 1;
      bytes += size;
      return { text, size };
    },
  };
}

/** @param send resolves when the reader has taken the portion; never rejects */
export function createRowSender(limits: AnswerLimits, send: (portion: Portion) => Promise<void>): RowSender {
  const batch = createRowBatch();
  const outbox = createOutbox(send);
  const allowance = createAllowance(limits);
  let unsentColumns: readonly string[] | null = null;
  let hasBegun = false;
  let sentAtMs = performance.now();
  const rest = (): Portion => {
    const columns = unsentColumns;
    unsentColumns = null;
    return { columns, ...batch.take() };
  };
  const sendNow = (): void => {
    outbox.put(rest());
    sentAtMs = performance.now();
  };
  return {
    get truncatedBy() {
      return allowance.truncatedBy;
    },
    get rowCount() {
      return allowance.rows;
    },
    get isBehind() {
      return outbox.isBehind;
    },
    get hasBegun() {
      return hasBegun;
    },
    columns(columns) {
      unsentColumns = columns;
      hasBegun = true;
    },
    add(row) {
      const admitted = allowance.admit(row, batch);
      if (!admitted) return false;
      batch.add(admitted.text, admitted.size);
      if (batch.isFull() || performance.now() - sentAtMs >= LINGER_MS) sendNow();
      return true;
    },
    flush() {
      if (!batch.isEmpty()) sendNow();
    },
    catchUp: outbox.emptied,
    async finish() {
      await outbox.emptied();
      return rest();
    },
  };
}
