import type { RowsText } from '../engine.ts';
import type { WireValue } from '../values.ts';
import type { Portion } from './console-protocol.ts';
import { measureRow } from './measure-row.ts';

/** Takes the rows of one answer and stops at its limits. */
export interface RowSender {
  columns(columns: readonly string[]): void;
  /** False when the row was one too many: stop. A promise where the reader has to catch up. */
  add(row: readonly WireValue[]): boolean | Promise<boolean>;
  /** Sends what waits for more rows: none are near. */
  flush(): Promise<void>;
  /** What has not been sent. */
  rest(): Portion;
  /** What cut the answer. */
  readonly truncatedBy: 'rows' | 'bytes' | null;
}

const BATCH_ROWS = 500;
const BATCH_BYTES = 256_000;
/** A row that comes this long after the last batch is not kept back: whoever asked sees it while the next is made. */
const LINGER_MS = 20;

/** Rows as the text in which they go out: written once, here, and read by nobody on the way. */
function createBatch() {
  const known = new Set<string>();
  let texts: string[] = [];
  let bytes = 0;
  let nodeIds: string[] = [];
  let edgeIds: string[] = [];
  /** Of the row that is being looked at: they count when the row is taken. */
  let rowNodes: string[] = [];
  let rowEdges: string[] = [];
  const collect = (ids: readonly string[], kind: 'n' | 'e', list: string[]): void => {
    for (const id of ids) {
      if (known.has(kind + id)) continue;
      known.add(kind + id);
      list.push(id);
    }
  };
  return {
    node: (id: string) => rowNodes.push(id),
    edge: (id: string) => rowEdges.push(id),
    add(text: string, size: number): void {
      texts.push(text);
      bytes += size;
      collect(rowNodes, 'n', nodeIds);
      collect(rowEdges, 'e', edgeIds);
      [rowNodes, rowEdges] = [[], []];
    },
    isEmpty: () => texts.length === 0,
    isFull: () => texts.length >= BATCH_ROWS || bytes >= BATCH_BYTES,
    take(): RowsText {
      const taken = { count: texts.length, json: texts.join(','), nodeIds, edgeIds };
      [texts, nodeIds, edgeIds] = [[], [], []];
      bytes = 0;
      return taken;
    },
  };
}

/** @param send resolves when the reader has taken the portion */
export function createRowSender(
  limits: { readonly maxRows: number; readonly maxBytes: number },
  send: (portion: Portion) => Promise<void>,
): RowSender {
  const batch = createBatch();
  let unsentColumns: readonly string[] | null = null;
  let rows = 0;
  let bytes = 0;
  let truncatedBy: 'rows' | 'bytes' | null = null;
  let sentAtMs = performance.now();
  const rest = (): Portion => {
    const columns = unsentColumns;
    unsentColumns = null;
    return { columns, ...batch.take() };
  };
  const sendNow = async (): Promise<boolean> => {
    await send(rest());
    sentAtMs = performance.now();
    return true;
  };
  const cut = (by: 'rows' | 'bytes'): boolean => {
    truncatedBy = by;
    return false;
  };
  return {
    get truncatedBy() {
      return truncatedBy;
    },
    columns(columns) {
      unsentColumns = columns;
    },
    add(row) {
      if (truncatedBy !== null) return false;
      if (rows === limits.maxRows) return cut('rows');
      if (measureRow(row, limits.maxBytes - bytes, batch) > limits.maxBytes - bytes) return cut('bytes');
      const text = JSON.stringify(row);
      const size = Buffer.byteLength(text) + 1;
      if (bytes + size > limits.maxBytes) return cut('bytes');
      rows += 1;
      bytes += size;
      batch.add(text, size);
      return !batch.isFull() && performance.now() - sentAtMs < LINGER_MS ? true : sendNow();
    },
    async flush() {
      if (!batch.isEmpty()) await sendNow();
    },
    rest,
  };
}
