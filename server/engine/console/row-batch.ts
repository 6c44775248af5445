import type { RowsText } from '../engine.ts';
import type { ElementSink } from './measure-row.ts';

/** Rows that go out together. */
export interface RowBatch extends ElementSink {
  /** @param bytes of the text */
  add(text: string, bytes: number): void;
  isEmpty(): boolean;
  isFull(): boolean;
  take(): RowsText;
}

const BATCH_ROWS = 500;
const BATCH_BYTES = 256_000;

/** Rows as the text in which they go out: written once, here, and read by nobody on the way. */
export function createRowBatch(): RowBatch {
  const known = new Set<string>();
  let texts: string[] = [];
  let bytes = 0;
  let nodeIds: string[] = [];
  let edgeIds: string[] = [];
  /** Of the row that is being looked at: they count when the row is taken. */
  const rowNodes: string[] = [];
  const rowEdges: string[] = [];
  const collect = (ids: readonly string[], kind: 'n' | 'e', list: string[]): void => {
    for (const id of ids) {
      if (known.has(kind + id)) continue;
      known.add(kind + id);
      list.push(id);
    }
  };
  return {
    node: (id) => void rowNodes.push(id),
    edge: (id) => void rowEdges.push(id),
    add(text, size) {
      texts.push(text);
      bytes += size;
      if (rowNodes.length > 0) collect(rowNodes.splice(0), 'n', nodeIds);
      if (rowEdges.length > 0) collect(rowEdges.splice(0), 'e', edgeIds);
    },
    isEmpty: () => texts.length === 0,
    isFull: () => texts.length >= BATCH_ROWS || bytes >= BATCH_BYTES,
    take() {
      const taken = { count: texts.length, json: texts.join(','), nodeIds, edgeIds };
      [texts, nodeIds, edgeIds] = [[], [], []];
      bytes = 0;
      return taken;
    },
  };
}
