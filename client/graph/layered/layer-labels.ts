import { ellipsize, wrapText } from '../bridge/ellipsize.ts';
import type { Box } from '../bridge/picture-types.ts';
import { textOf } from '../read-node.ts';
import { verbOf } from '../wording.ts';
import {
  linePoint,
  type LayeredCanvas,
  type LayerLine,
  type LayerNode,
  type TextBlock,
} from './layered-picture.ts';

export const NODE_LABEL_PX = 12;
const LINE_LABEL_PX = 11;
const LEADING = 1.25;
/** From the middle of a node to the middle of its first line of text. */
const BELOW_PX = 17;
/** A line's words that have less room than this are left away. */
const LINE_LABEL_MIN_PX = 44;
/** Where on a line its words may stand, as shares of it, the best place first. */
const PLACES_ON_LINE = [0.5, 0.4, 0.6, 0.3, 0.7] as const;

function blockAt(
  lines: readonly string[],
  x: number,
  y: number,
  sizePx: number,
  measure: LayeredCanvas['measure'],
): TextBlock {
  const width = Math.max(...lines.map((line) => measure(line, sizePx))) + 4;
  const height = lines.length * sizePx * LEADING;
  return { lines, x, y, sizePx, box: { x: x - width / 2, y: y - (sizePx * LEADING) / 2, width, height } };
}

/** The height that the name of a node takes below it, at most. */
export function labelHeightPx(lines: number): number {
  return BELOW_PX + (lines - 0.5) * NODE_LABEL_PX * LEADING;
}

/** The name below a node, in at most `maxLines` lines of `maxPx`. */
export function nodeLabel(
  caption: string,
  at: { readonly x: number; readonly y: number },
  room: { readonly maxPx: number; readonly maxLines: number },
  measure: LayeredCanvas['measure'],
): TextBlock {
  const lines = wrapText(caption, room.maxPx, room.maxLines, (text) => measure(text, NODE_LABEL_PX));
  return blockAt(lines, at.x, at.y + BELOW_PX, NODE_LABEL_PX, measure);
}

export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Words on the lines, each where it covers no other word and no node; a line without such a place stays without. */
export function labelLines(
  lines: readonly LayerLine[],
  nodes: readonly LayerNode[],
  maxPx: number,
  measure: LayeredCanvas['measure'],
): readonly LayerLine[] {
  const taken: Box[] = nodes.flatMap(({ x, y, label }) => [
    { x: x - 8, y: y - 8, width: 16, height: 16 },
    ...(label ? [label.box] : []),
  ]);
  if (maxPx < LINE_LABEL_MIN_PX) return lines;
  return lines.map((line) => {
    const verb = verbOf(line.edge.type, textOf(line.edge, 'role'));
    const { text } = ellipsize(verb, '', maxPx, (part) => measure(part, LINE_LABEL_PX));
    for (const share of PLACES_ON_LINE) {
      const at = linePoint(line.curves, share);
      const label = blockAt([text], at.x, at.y, LINE_LABEL_PX, measure);
      if (taken.some((box) => overlaps(box, label.box))) continue;
      taken.push(label.box);
      return { ...line, label };
    }
    return line;
  });
}
