import { spread } from '../bridge/spread.ts';
import { buildLayers, type Layers } from './build-layers.ts';
import { labelHeightPx, labelLines, nodeLabel } from './layer-labels.ts';
import { layerLines } from './layer-lines.ts';
import type { LayeredCanvas, LayeredPicture, LayerNode } from './layered-picture.ts';
import type { LayeredSource } from './layered-source.ts';

/** Between two rows of a column: what looks well, and what a name below the upper one needs. */
const ROW_WISHED_PX = 96;
const ROW_LEAST_PX = 30;
/** Rows nearer than this have one line of name, not two. */
const TWO_LINES_FROM_PX = 52;
/** Rows nearer than this leave no room for the words of every line. */
const DENSE_BELOW_PX = 44;
const COLUMN_LEAST_PX = 96;
const COLUMN_MOST_PX = 260;
const MARGIN_TOP_PX = 28;
/** Times that rows are drawn towards what they are tied to. */
const STRAIGHTEN_ROUNDS = 4;

interface Frame {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly columnPx: number;
  readonly rowPx: number;
  readonly leftPx: number;
}

function frameOf({ columns }: Layers, canvas: LayeredCanvas): Frame {
  const most = Math.max(1, ...columns.map((column) => column.length));
  const least = canvas.isMiniature ? canvas.widthPx / columns.length : COLUMN_LEAST_PX;
  const columnPx = Math.min(COLUMN_MOST_PX, Math.max(least, canvas.widthPx / columns.length));
  const widthPx = Math.max(canvas.widthPx, columnPx * columns.length);
  const rowLeast = canvas.isMiniature ? 12 : ROW_LEAST_PX;
  const room = canvas.heightPx - MARGIN_TOP_PX - labelHeightPx(2);
  const rowPx = Math.min(ROW_WISHED_PX, Math.max(rowLeast, room / Math.max(1, most - 1)));
  const heightPx = Math.max(canvas.heightPx, (most - 1) * rowPx + MARGIN_TOP_PX + labelHeightPx(2));
  return { widthPx, heightPx, columnPx, rowPx, leftPx: (widthPx - columnPx * columns.length) / 2 };
}

/** Keys tied to each key in the neighbouring columns. */
function neighboursOf({ strands }: Layers): ReadonlyMap<string, readonly string[]> {
  const near = new Map<string, string[]>();
  for (const { keys } of strands) {
    keys.slice(1).forEach((key, place) => {
      const before = keys[place] ?? '';
      near.set(key, [...(near.get(key) ?? []), before]);
      near.set(before, [...(near.get(before) ?? []), key]);
    });
  }
  return near;
}

/** Rows of all columns: stacked around the middle, then drawn towards their neighbours while their order stands; a lone start or end stays in the middle. */
function placeRows(layers: Layers, { heightPx, rowPx }: Frame): ReadonlyMap<string, number> {
  const [low, high] = [MARGIN_TOP_PX, heightPx - labelHeightPx(2)];
  const middle = (low + high) / 2;
  const rows = new Map<string, number>();
  for (const column of layers.columns) {
    column.forEach((key, place) => rows.set(key, middle + (place - (column.length - 1) / 2) * rowPx));
  }
  const near = neighboursOf(layers);
  const moving = layers.columns.filter(
    (column, place) => column.length > 1 || (place > 0 && place < layers.columns.length - 1),
  );
  for (let round = 0; round < STRAIGHTEN_ROUNDS; round += 1) {
    for (const column of round % 2 === 0 ? moving : moving.toReversed()) {
      const wishes = column.map((key) => {
        const places = (near.get(key) ?? []).map((other) => rows.get(other) ?? middle);
        return places.length === 0
          ? (rows.get(key) ?? middle)
          : places.reduce((sum, y) => sum + y, 0) / places.length;
      });
      spread(wishes, rowPx, low, high).forEach((y, place) => rows.set(column[place] ?? '', y));
    }
  }
  return rows;
}

function hasName(isEnd: boolean, canvas: LayeredCanvas, columnPx: number): boolean {
  return !canvas.isMiniature || isEnd || columnPx >= COLUMN_LEAST_PX;
}

/**
 * The paths in columns: the starts on the left, the ends on the right, one column a hop, no physics. Names stand below
 * their nodes and never on each other; the same input gives the same picture.
 */
export function placeLayered(source: LayeredSource, canvas: LayeredCanvas): LayeredPicture {
  const layers = buildLayers(source);
  const frame = frameOf(layers, canvas);
  const rows = placeRows(layers, frame);
  const xOf = (column: number): number => frame.leftPx + (column + 0.5) * frame.columnPx;
  const columnOfKey = new Map(
    layers.columns.flatMap((column, place) => column.map((key) => [key, place] as const)),
  );
  const spotOf = (key: string) => ({ x: xOf(columnOfKey.get(key) ?? 0), y: rows.get(key) ?? 0 });
  const asked = new Set([...source.starts, ...source.ends]);
  const room = { maxPx: frame.columnPx - 14, maxLines: frame.rowPx >= TWO_LINES_FROM_PX ? 2 : 1 };
  const nodes = source.nodes.map((node): LayerNode => {
    const at = spotOf(node.id);
    const isEnd = asked.has(node.id);
    const label = hasName(isEnd, canvas, frame.columnPx)
      ? nodeLabel(node.caption, at, room, canvas.measure)
      : null;
    return { node, column: layers.columnOf.get(node.id) ?? 0, ...at, isEnd, label };
  });
  const lines = layerLines(layers.strands, spotOf);
  return {
    widthPx: frame.widthPx,
    heightPx: frame.heightPx,
    isMiniature: canvas.isMiniature,
    isDense: frame.rowPx < DENSE_BELOW_PX,
    nodes,
    lines: canvas.isMiniature ? lines : labelLines(lines, nodes, frame.columnPx - 44, canvas.measure),
  };
}
