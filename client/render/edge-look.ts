import type { Focus } from '../graph/focus.ts';
import type { SigmaGraph } from './build-sigma-graph.ts';
import { mixColours, type Colours } from './colours.ts';

/** Colour and width of a relationship in the force layout. */
export function edgeLook(
  id: string,
  graph: SigmaGraph,
  focus: Focus,
  colours: Colours,
): { color: string; size: number; zIndex: number } {
  // Lines of the force layout cannot be broken: the nearest miss is thin and pale, and a note says what it is.
  if (focus.pathEdges.has(id) && focus.isMiss)
    return { color: mixColours(colours.accent, colours.paper, 0.5), size: 1.2, zIndex: 3 };
  if (focus.pathEdges.has(id)) return { color: colours.accent, size: 2.4, zIndex: 3 };
  const plain = mixColours(colours.line, colours.paper, 0.35);
  if (!focus.isDimming) return { color: plain, size: 0.8, zIndex: 0 };
  const ends = graph.extremities(id);
  const isNear = focus.edges.has(id) || ends.every((end) => focus.nodes.has(end));
  return isNear
    ? { color: colours.line, size: 1.2, zIndex: 1 }
    : { color: mixColours(colours.line, colours.paper, 0.85), size: 0.6, zIndex: 0 };
}
