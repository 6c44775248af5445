import { createMinHeap } from './min-heap.ts';
import type { MinHeap } from './min-heap.ts';
import { createStampedMarks, LAST_TOP } from './stamped-marks.ts';
import type { StampedMarks } from './stamped-marks.ts';
import type { Topology } from './topology.ts';

/** One end's breadth-first search. */
export interface Side {
  /** True of the one that starts where the path does. */
  readonly isFore: boolean;
  /** Nodes in the order in which they were seen, level by level. */
  readonly queue: Uint32Array;
  /** The mark of its starts; that of a node at depth d is d more. */
  base: number;
  /** Where each level begins in the queue, by depth. */
  readonly levelStarts: number[];
  /** Where the last whole level begins and ends in the queue. */
  levelStart: number;
  levelEnd: number;
  /** Where the queue ends: beyond the level where it grew when the sides met. */
  queueEnd: number;
  depth: number;
  /** Relationships at the nodes of the last level: what it costs to grow. */
  frontierDegree: number;
}

/** Relationships that lead from the last level of the forward side to that of the backward one. */
export interface Bridges {
  size: number;
  from: Uint32Array;
  edges: Uint32Array;
  to: Uint32Array;
}

/** The working arrays of one topology, made once and kept between searches. */
export interface SearchSpace {
  readonly topology: Topology;
  /** Up to which marks count before they are wiped. */
  readonly lastTop: number;
  /** Nodes seen, by which side and at which depth; no node is seen by both. */
  readonly seen: StampedMarks;
  /** By node seen: the one before, towards the start of its side, and the relationship between them. */
  readonly viaNodes: Uint32Array;
  readonly viaEdges: Uint32Array;
  readonly fore: Side;
  readonly back: Side;
  /** The side that grew when they met, and the first bridge: its node of either side. */
  grown: Side;
  metFore: number;
  metEdge: number;
  metBack: number;
  readonly bridges: Bridges;
  /** Nodes of shortest paths with their depth, least key of the rest and number of ways on. */
  readonly onShortest: StampedMarks;
  /** The ones of the forward side, level by level. */
  readonly shortestQueue: Uint32Array;
  /** By node seen: the least cost of a way from its side's start, or the least key of the rest. */
  readonly keys: Float64Array;
  readonly restWays: Float64Array;
  /** The step on that comes first. */
  readonly nextNodes: Uint32Array;
  readonly nextEdges: Uint32Array;
  /** Nodes that a detour has seen, with their last label. */
  readonly labelled: StampedMarks;
  readonly lastLabel: Int32Array;
  readonly heap: MinHeap;
}

function createSide(nodeCount: number, isFore: boolean): Side {
  return {
    isFore,
    queue: new Uint32Array(nodeCount),
    base: 0,
    levelStarts: [0],
    levelStart: 0,
    levelEnd: 0,
    queueEnd: 0,
    depth: 0,
    frontierDegree: 0,
  };
}

export function growBridges(bridges: Bridges): void {
  const larger = (array: Uint32Array): Uint32Array => {
    const copy = new Uint32Array(2 * array.length);
    copy.set(array);
    return copy;
  };
  bridges.from = larger(bridges.from);
  bridges.edges = larger(bridges.edges);
  bridges.to = larger(bridges.to);
}

export function createSearchSpace(topology: Topology, lastTop = LAST_TOP): SearchSpace {
  const { nodeCount } = topology;
  const fore = createSide(nodeCount, true);
  return {
    topology,
    lastTop,
    seen: createStampedMarks(nodeCount),
    viaNodes: new Uint32Array(nodeCount),
    viaEdges: new Uint32Array(nodeCount),
    fore,
    back: createSide(nodeCount, false),
    grown: fore,
    metFore: 0,
    metEdge: 0,
    metBack: 0,
    bridges: { size: 0, from: new Uint32Array(64), edges: new Uint32Array(64), to: new Uint32Array(64) },
    onShortest: createStampedMarks(nodeCount),
    shortestQueue: new Uint32Array(nodeCount),
    keys: new Float64Array(nodeCount),
    restWays: new Float64Array(nodeCount),
    nextNodes: new Uint32Array(nodeCount),
    nextEdges: new Uint32Array(nodeCount),
    labelled: createStampedMarks(nodeCount),
    lastLabel: new Int32Array(nodeCount),
    heap: createMinHeap(),
  };
}
