import type { PathQuery } from './found-path.ts';
import { growBridges } from './search-space.ts';
import type { Bridges, SearchSpace } from './search-space.ts';
import type { StopCheck } from './stop-check.ts';

function addBridge(bridges: Bridges, from: number, edge: number, to: number): void {
  const place = bridges.size;
  if (place === bridges.edges.length) growBridges(bridges);
  bridges.size += 1;
  bridges.from[place] = from;
  bridges.edges[place] = edge;
  bridges.to[place] = to;
}

/**
 * Lists the relationships between the last levels of both sides, after they have met.
 * @param most lists a few more at most
 */
export function findBridges(space: SearchSpace, query: PathQuery, most: number, check: StopCheck): void {
  const { bridges, grown, fore, back } = space;
  const { outOffsets, targets, inOffsets, inSources, inEdges, degrees } = space.topology;
  const { marks } = space.seen;
  const { isFore } = grown;
  const other = isFore ? back : fore;
  const met = other.base + other.depth;
  const isBoth = query.walk === 'any';
  bridges.size = 0;
  for (let place = grown.levelStart; place < grown.levelEnd; place += 1) {
    const node = grown.queue[place] as number;
    const outEnd = isBoth || isFore ? (outOffsets[node + 1] as number) : 0;
    for (let edge = outOffsets[node] as number; edge < outEnd; edge += 1) {
      const to = targets[edge] as number;
      if (marks[to] !== met || !query.mask.edge(edge)) continue;
      addBridge(bridges, isFore ? node : to, edge, isFore ? to : node);
    }
    const inEnd = isBoth || !isFore ? (inOffsets[node + 1] as number) : 0;
    for (let at = inOffsets[node] as number; at < inEnd; at += 1) {
      const to = inSources[at] as number;
      const edge = inEdges[at] as number;
      if (marks[to] !== met || !query.mask.edge(edge)) continue;
      addBridge(bridges, isFore ? node : to, edge, isFore ? to : node);
    }
    if (bridges.size > most || check.after((degrees[node] as number) + 1)) return;
  }
}
