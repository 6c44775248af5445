import { createMinHeap } from './min-heap.ts';
import type { MinHeap } from './min-heap.ts';
import { createStampedMarks, LAST_BASE } from './stamped-marks.ts';
import type { StampedMarks } from './stamped-marks.ts';
import type { Topology } from './topology.ts';

/** One end's breadth-first search; marks are depths. */
export interface Side extends StampedMarks {
  /** Nodes in the order in which they were seen, level by level. */
  readonly queue: Uint32Array;
  /** The step by which a node was first seen: where it came from, along which edge. */
  readonly cameFrom: Uint32Array;
  readonly cameAlong: Uint32Array;
  /** Where the last level begins and ends in the queue. */
  levelStart: number;
  levelEnd: number;
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
  /** Bases up to which marks count before they are wiped. */
  readonly lastBase: number;
  readonly fore: Side;
  readonly back: Side;
  readonly bridges: Bridges;
  /** Nodes of shortest paths with their depth, least key of the rest and number of ways on. */
  readonly onShortest: StampedMarks;
  /** The ones of the forward side, level by level. */
  readonly shortestQueue: Uint32Array;
  readonly restKeys: Float64Array;
  readonly restWays: Float64Array;
  /** The step on that comes first. */
  readonly nextNodes: Uint32Array;
  readonly nextEdges: Uint32Array;
  /** Nodes that a detour has seen, with their last label. */
  readonly labelled: StampedMarks;
  readonly lastLabel: Int32Array;
  readonly heap: MinHeap;
}

function createSide(nodeCount: number): Side {
  return {
    ...createStampedMarks(nodeCount),
    queue: new Uint32Array(nodeCount),
    cameFrom: new Uint32Array(nodeCount),
    cameAlong: new Uint32Array(nodeCount),
    levelStart: 0,
    levelEnd: 0,
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

export function createSearchSpace(topology: Topology, lastBase = LAST_BASE): SearchSpace {
  const { nodeCount } = topology;
  return {
    topology,
    lastBase,
    fore: createSide(nodeCount),
    back: createSide(nodeCount),
    bridges: { size: 0, from: new Uint32Array(64), edges: new Uint32Array(64), to: new Uint32Array(64) },
    onShortest: createStampedMarks(nodeCount),
    shortestQueue: new Uint32Array(nodeCount),
    restKeys: new Float64Array(nodeCount),
    restWays: new Float64Array(nodeCount),
    nextNodes: new Uint32Array(nodeCount),
    nextEdges: new Uint32Array(nodeCount),
    labelled: createStampedMarks(nodeCount),
    lastLabel: new Int32Array(nodeCount),
    heap: createMinHeap(),
  };
}
