import { spread } from '../bridge/spread.ts';
import { buildLayers, type Layers } from './build-layers.ts';
import { labelHeightPx, labelLines, nodeLabel } from './layer-labels.ts';
import { layerLines, PARALLEL_GAP_PX } from './layer-lines.ts';
import type { LayeredCanvas, LayeredPicture, LayerNode } from './layered-picture.ts';
import type { LayeredSource } from './layered-source.ts';

/** Between two rows of a column: what looks well, and what a name below the upper one needs. */
const ROW_WISHED_PX = 96;
const ROW_LEAST_PX = 30;
/** Rows nearer than this have one line of name, not two. */
const TWO_LINES_FROM_PX = 52;
const THREE_LINES_FROM_PX = 68;
const MINIATURE_ROW_PX = 12;
/** Rows nearer than this leave no room for the words of every line. */
const DENSE_BELOW_PX = 44;
const COLUMN_LEAST_PX = 64;
/** Names in columns narrower than this take a third line where there is room. */
const NARROW_COLUMN_PX = 100;
const COLUMN_MOST_PX = 260;
const MARGIN_TOP_PX = 28;
/** Of the row of an entity, above its middle: the rest is for its name. */
const ABOVE_NODE_PX = 12;
/** Times that rows are drawn towards what they are tied to. */
const STRAIGHTEN_ROUNDS = 16;

/** What stands in a column: how high it is, and how far below its upper edge its middle lies. */
interface Slot {
  readonly sizePx: number;
  readonly anchorPx: number;
}

interface Frame {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly columnPx: number;
  readonly rowPx: number;
  readonly leftPx: number;
  /** The room of an entity, its name below it, or of a gate in its column. */
  readonly slotOf: (key: string) => Slot;
}

/** How many lines run side by side through each gate. */
function gatesOf({ strands, columnOf }: Layers): ReadonlyMap<string, number> {
  const gates = new Map<string, number>();
  for (const key of strands.flatMap(({ keys }) => keys)) {
    if (!columnOf.has(key)) gates.set(key, (gates.get(key) ?? 0) + 1);
  }
  return gates;
}

/** The greatest distance of rows at which every column has room, within what looks well. */
function rowHeight(
  { columns }: Layers,
  gates: ReadonlyMap<string, number>,
  sizes: { readonly roomPx: number; readonly leastPx: number; readonly gatePx: number },
): number {
  const wished = columns.map((column) => {
    const lines = column.reduce((sum, key) => sum + (gates.get(key) ?? 0), 0);
    const entities = column.filter((key) => !gates.has(key)).length;
    // Below the last entity its name needs no row of its own; below the last gate nothing does.
    return lines === 0
      ? sizes.roomPx / Math.max(1, entities - 1)
      : (sizes.roomPx + ABOVE_NODE_PX - lines * sizes.gatePx) / Math.max(1, entities);
  });
  return Math.min(ROW_WISHED_PX, Math.max(sizes.leastPx, Math.min(...wished)));
}

function frameOf(layers: Layers, canvas: LayeredCanvas): Frame {
  const { columns } = layers;
  const least = canvas.isMiniature ? canvas.widthPx / columns.length : COLUMN_LEAST_PX;
  const columnPx = Math.min(COLUMN_MOST_PX, Math.max(least, canvas.widthPx / columns.length));
  const widthPx = Math.max(canvas.widthPx, columnPx * columns.length);
  const gates = gatesOf(layers);
  const margins = MARGIN_TOP_PX + labelHeightPx(3);
  const gatePx = canvas.isMiniature ? MINIATURE_ROW_PX : PARALLEL_GAP_PX;
  const leastPx = canvas.isMiniature ? MINIATURE_ROW_PX : ROW_LEAST_PX;
  const rowPx = rowHeight(layers, gates, { roomPx: canvas.heightPx - margins, leastPx, gatePx });
  const slotOf = (key: string): Slot => {
    const lines = gates.get(key);
    if (lines === undefined) return { sizePx: rowPx, anchorPx: Math.min(ABOVE_NODE_PX, rowPx / 2) };
    const sizePx = lines * gatePx;
    return { sizePx, anchorPx: sizePx / 2 };
  };
  const most = Math.max(...columns.map((column) => anchorsOf(column.map(slotOf)).at(-1) ?? 0));
  const heightPx = Math.max(canvas.heightPx, most + margins);
  return { widthPx, heightPx, columnPx, rowPx, slotOf, leftPx: (widthPx - columnPx * columns.length) / 2 };
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

/** How far below the first of a column each stands where they are as close as their slots allow. */
function anchorsOf(slots: readonly Slot[]): readonly number[] {
  let top = -(slots[0]?.anchorPx ?? 0);
  return slots.map(({ sizePx, anchorPx }) => {
    top += sizePx;
    return top - sizePx + anchorPx;
  });
}

/** Places of a column as near to the wishes as their order and their slots allow. */
function fitColumn(
  wishes: readonly number[],
  slots: readonly Slot[],
  low: number,
  high: number,
): readonly number[] {
  let top = 0;
  const anchors = slots.map(({ sizePx, anchorPx }) => {
    top += sizePx;
    return top - sizePx + anchorPx;
  });
  const [first = 0, last = 0] = [anchors[0], anchors.at(-1)];
  const offsets = anchors.map((anchor) => anchor - first);
  const free = wishes.map((wish, place) => wish - (offsets[place] ?? 0));
  return spread(free, 0, low, Math.max(low, high - (last - first))).map(
    (y, place) => y + (offsets[place] ?? 0),
  );
}

/**
 * Rows of all columns: stacked around the middle, then drawn towards their neighbours while their order stands; a lone
 * start or end stays in the middle.
 */
function placeRows(layers: Layers, { heightPx, slotOf }: Frame): ReadonlyMap<string, number> {
  const [low, high] = [MARGIN_TOP_PX, heightPx - labelHeightPx(3)];
  const middle = (low + high) / 2;
  const rows = new Map<string, number>();
  const settle = (column: readonly string[], wishOf: (key: string) => number): void => {
    fitColumn(column.map(wishOf), column.map(slotOf), low, high).forEach((y, place) =>
      rows.set(column[place] ?? '', y),
    );
  };
  for (const column of layers.columns) settle(column, () => middle);
  const near = neighboursOf(layers);
  const moving = layers.columns.filter(
    (column, place) => column.length > 1 || (place > 0 && place < layers.columns.length - 1),
  );
  const meanOf = (key: string): number => {
    const places = (near.get(key) ?? []).map((other) => rows.get(other) ?? middle);
    return places.length === 0
      ? (rows.get(key) ?? middle)
      : places.reduce((sum, y) => sum + y, 0) / places.length;
  };
  for (let round = 0; round < STRAIGHTEN_ROUNDS; round += 1) {
    for (const column of round % 2 === 0 ? moving : moving.toReversed()) settle(column, meanOf);
  }
  return rows;
}

function hasName(isEnd: boolean, canvas: LayeredCanvas, columnPx: number): boolean {
  return !canvas.isMiniature || isEnd || columnPx >= NARROW_COLUMN_PX;
}

function linesOf({ rowPx, columnPx }: Frame): number {
  if (columnPx < NARROW_COLUMN_PX && rowPx >= THREE_LINES_FROM_PX) return 3;
  return rowPx >= TWO_LINES_FROM_PX ? 2 : 1;
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
  const room = { maxPx: frame.columnPx - 10, maxLines: linesOf(frame) };
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
