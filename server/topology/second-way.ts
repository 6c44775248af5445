import type { PathQuery } from './found-path.ts';
import type { SearchSpace, Side } from './search-space.ts';

/** Steps that lead from the level before to a node; no more than two are counted. */
function countStepsTo(
  space: SearchSpace,
  query: PathQuery,
  side: Side,
  node: number,
  wanted: number,
): number {
  const { outOffsets, targets, inOffsets, inSources, inEdges } = space.topology;
  const { marks } = space.seen;
  let count = 0;
  const inEnd = query.walk === 'any' || side.isFore ? (inOffsets[node + 1] as number) : 0;
  for (let at = inOffsets[node] as number; at < inEnd && count < 2; at += 1)
    if (marks[inSources[at] as number] === wanted && query.mask.edge(inEdges[at] as number)) count += 1;
  const outEnd = query.walk === 'any' || !side.isFore ? (outOffsets[node + 1] as number) : 0;
  for (let edge = outOffsets[node] as number; edge < outEnd && count < 2; edge += 1)
    if (marks[targets[edge] as number] === wanted && query.mask.edge(edge)) count += 1;
  return count;
}

/** Does more than one shortest way lead from the start of a side to a node of its last level? */
export function hasSecondWay(space: SearchSpace, query: PathQuery, side: Side, last: number): boolean {
  let node = last;
  for (let depth = side.depth; depth > 0; depth -= 1) {
    if (countStepsTo(space, query, side, node, side.base + depth - 1) > 1) return true;
    node = space.viaNodes[node] as number;
  }
  return false;
}
