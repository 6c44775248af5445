import type { GraphEdge, GraphNode } from '../../server/contract/graph.ts';
import { isFlagged, modalityOf } from './read-node.ts';

/** Solid = in force on stated terms or no end stated; dashed = the stated end passed; dotted = only discussed; double = disputed. */
export type LineStyle = 'solid' | 'dashed' | 'dotted' | 'double';

/** How an entity stands, as the style of the lines that lead to it. */
export function standingStyle(node: GraphNode): Exclude<LineStyle, 'double'> {
  switch (node.standing?.code) {
    case 'term-ended':
    case 'ended-unless-extended':
      return 'dashed';
    case 'not-concluded':
      return 'dotted';
    default:
      return modalityOf(node) === 'stated' ? 'solid' : 'dotted';
  }
}

/** The style of one relationship drawn by itself. */
export function edgeStyle(edge: GraphEdge, end?: GraphNode): LineStyle {
  if (isFlagged(edge, 'disputed')) return 'double';
  if (modalityOf(edge) !== 'stated') return 'dotted';
  return end ? standingStyle(end) : 'solid';
}

const STRENGTH: Record<LineStyle, number> = { double: 3, solid: 2, dashed: 1, dotted: 0 };

/** The style of a line that stands for several things: a dispute shows, else the one that stands firmest. */
export function firmestStyle(styles: readonly LineStyle[]): LineStyle {
  return styles.reduce<LineStyle>(
    (best, style) => (STRENGTH[style] > STRENGTH[best] ? style : best),
    'dotted',
  );
}
