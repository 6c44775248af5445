import { at, listSteps } from './topology.ts';
import type { Topology } from './topology.ts';
import type { WalkMask } from './edge-mask.ts';

/** A walk without repeated nodes; `nodes` has one more element than `edges`. */
export interface FoundPath {
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
}

export interface PathQuery {
  readonly from: number;
  readonly to: number;
  readonly mask: WalkMask;
  readonly maxHops: number;
  /** 'any' walks edges both ways, 'out' only from source to target. */
  readonly walk: 'any' | 'out';
  /** Asked now and then; true gives up. */
  readonly shouldStop: () => boolean;
}

/**
 * found: there is at least one path. none: there is none at any length. too-far: none within maxHops, a longer one is
 * possible. stopped: given up.
 */
export type SearchOutcome = 'found' | 'none' | 'too-far' | 'stopped';

export interface SearchReach {
  readonly outcome: SearchOutcome;
  /** Hops of the shortest path where one was found, else hops fully searched. */
  readonly hops: number;
  /** Nodes seen from either end, the ends included. */
  readonly nodesSeen: number;
}

export interface PathSearch {
  /** Finds the distance; the paths themselves are then listed by `listShortest`. */
  reach(query: PathQuery): SearchReach;
  /**
   * Shortest paths in the order of (first node after `from`, edge to it, second node …), at most `limit`. Paths that
   * differ in an edge only are different paths.
   */
  listShortest(query: PathQuery, limit: number): { reach: SearchReach; paths: FoundPath[] };
}

/** One end's breadth-first search; an entry of `depths` counts only where its stamp is the current one. */
interface Side {
  readonly depths: Int32Array;
  readonly stamps: Uint32Array;
  frontier: number[];
  depth: number;
}

/** The working arrays, kept between searches and told apart by the stamp. */
interface Workspace {
  readonly topology: Topology;
  readonly fore: Side;
  readonly back: Side;
  readonly onPath: Uint32Array;
  stamp: number;
  stepsToCheck: number;
}

const STEPS_BETWEEN_CHECKS = 8192;
const LAST_STAMP = 0xff_ff_ff_ff;

function createWorkspace(topology: Topology): Workspace {
  const makeSide = (): Side => ({
    depths: new Int32Array(topology.nodeCount),
    stamps: new Uint32Array(topology.nodeCount),
    frontier: [],
    depth: 0,
  });
  return {
    topology,
    fore: makeSide(),
    back: makeSide(),
    onPath: new Uint32Array(topology.nodeCount),
    stamp: 0,
    stepsToCheck: STEPS_BETWEEN_CHECKS,
  };
}

function begin(space: Workspace, query: PathQuery): void {
  if (space.stamp === LAST_STAMP) {
    for (const array of [space.fore.stamps, space.back.stamps, space.onPath]) array.fill(0);
    space.stamp = 0;
  }
  space.stamp += 1;
  const start = (side: Side, node: number): void => {
    side.frontier = [node];
    side.depth = 0;
    side.stamps[node] = space.stamp;
    side.depths[node] = 0;
  };
  start(space.fore, query.from);
  start(space.back, query.to);
}

function depthAt(space: Workspace, side: Side, node: number): number {
  return at(side.stamps, node) === space.stamp ? at(side.depths, node) : -1;
}

/** Calls `visit` for every edge that may be walked from the node, seen from that side. */
function eachStep(
  space: Workspace,
  query: PathQuery,
  side: Side,
  node: number,
  visit: (neighbour: number) => void,
): void {
  const { topology } = space;
  if (query.walk === 'any' || side === space.fore) {
    const end = at(topology.outOffsets, node + 1);
    for (let edge = at(topology.outOffsets, node); edge < end; edge += 1) {
      if (query.mask.edge(edge)) visit(at(topology.targets, edge));
    }
  }
  if (query.walk === 'any' || side === space.back) {
    const end = at(topology.inOffsets, node + 1);
    for (let place = at(topology.inOffsets, node); place < end; place += 1) {
      if (query.mask.edge(at(topology.inEdges, place))) visit(at(topology.inSources, place));
    }
  }
  space.stepsToCheck -= at(topology.degrees, node) + 1;
}

/** Grows a side by one whole level. Returns whether the sides met, null when it was told to stop. */
function grow(space: Workspace, query: PathQuery, side: Side): boolean | null {
  const other = side === space.fore ? space.back : space.fore;
  const next: number[] = [];
  let hasMet = false;
  const depth = side.depth + 1;
  const visit = (neighbour: number): void => {
    if (at(side.stamps, neighbour) === space.stamp) return;
    if (neighbour !== query.to && neighbour !== query.from && !query.mask.node(neighbour)) return;
    side.stamps[neighbour] = space.stamp;
    side.depths[neighbour] = depth;
    next.push(neighbour);
    if (at(other.stamps, neighbour) === space.stamp) hasMet = true;
  };
  for (const node of side.frontier) {
    eachStep(space, query, side, node, visit);
    if (space.stepsToCheck > 0) continue;
    space.stepsToCheck = STEPS_BETWEEN_CHECKS;
    if (query.shouldStop()) return null;
  }
  side.frontier = next;
  side.depth = depth;
  return hasMet;
}

function frontierCost(space: Workspace, side: Side): number {
  let sum = 0;
  for (const node of side.frontier) sum += at(space.topology.degrees, node);
  return sum;
}

function reach(space: Workspace, query: PathQuery): SearchReach {
  begin(space, query);
  const { fore, back } = space;
  let nodesSeen = query.from === query.to ? 1 : 2;
  const answer = (outcome: SearchOutcome): SearchReach => ({
    outcome,
    hops: fore.depth + back.depth,
    nodesSeen,
  });
  if (query.from === query.to) return answer('found');
  while (fore.frontier.length > 0 && back.frontier.length > 0) {
    if (fore.depth + back.depth >= query.maxHops) return answer('too-far');
    const side = frontierCost(space, fore) <= frontierCost(space, back) ? fore : back;
    const hasMet = grow(space, query, side);
    if (hasMet === null) return answer('stopped');
    nodesSeen += side.frontier.length;
    if (hasMet) return answer('found');
  }
  return answer('none');
}

/** Marks the nodes of the forward half from which a meeting node is reached. */
function markForwardHalf(space: Workspace, query: PathQuery): void {
  const { fore, back, onPath, stamp } = space;
  // The last level of either side is whole, so every shortest path has its node at this depth in both.
  let level: number[] = [];
  for (const node of fore.frontier) if (depthAt(space, back, node) === back.depth) level.push(node);
  for (const node of level) onPath[node] = stamp;
  for (let depth = fore.depth - 1; depth >= 0; depth -= 1) {
    const earlier: number[] = [];
    const visit = (neighbour: number): void => {
      if (depthAt(space, fore, neighbour) !== depth || at(onPath, neighbour) === stamp) return;
      onPath[neighbour] = stamp;
      earlier.push(neighbour);
    };
    for (const node of level) eachStep(space, query, back, node, visit);
    level = earlier;
  }
}

/** Does a node at this depth lead to the end in the hops that are left? */
function isOnShortest(space: Workspace, node: number, depth: number, hops: number): boolean {
  if (depth > space.fore.depth) return depthAt(space, space.back, node) === hops - depth;
  return at(space.onPath, node) === space.stamp && depthAt(space, space.fore, node) === depth;
}

function listPaths(space: Workspace, query: PathQuery, hops: number, limit: number): FoundPath[] {
  const paths: FoundPath[] = [];
  const nodes = [query.from];
  const edges: number[] = [];
  const walkOn = (node: number): void => {
    if (edges.length === hops) {
      paths.push({ nodes: [...nodes], edges: [...edges] });
      return;
    }
    for (const step of listSteps(space.topology, node, query.walk)) {
      if (!isOnShortest(space, step.node, nodes.length, hops) || !query.mask.edge(step.edge)) continue;
      nodes.push(step.node);
      edges.push(step.edge);
      walkOn(step.node);
      nodes.pop();
      edges.pop();
      if (paths.length >= limit) return;
    }
  };
  if (limit > 0) walkOn(query.from);
  return paths;
}

/**
 * Searches between two nodes from both ends at once. A search costs what it touches, not what the graph holds: the
 * working arrays are made once. One search at a time; it never yields.
 */
export function createPathSearch(topology: Topology): PathSearch {
  const space = createWorkspace(topology);
  return {
    reach: (query) => reach(space, query),
    listShortest(query, limit) {
      const found = reach(space, query);
      if (found.outcome !== 'found') return { reach: found, paths: [] };
      markForwardHalf(space, query);
      return { reach: found, paths: listPaths(space, query, found.hops, limit) };
    },
  };
}
