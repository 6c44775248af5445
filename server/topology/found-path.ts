import type { WalkMask } from './edge-mask.ts';
import type { PathWeights } from './path-weights.ts';

/** A walk without repeated nodes; `nodes` has one more element than `edges`. */
export interface FoundPath {
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  /** What it costs by the weights of the search, in micro-nats: the edges, the nodes passed through, the hops. */
  readonly cost: number;
}

export interface PathQuery {
  readonly from: number;
  /** One node or many, `from` not among them. A path ends at the first one it reaches. */
  readonly ends: readonly number[];
  /** At most three nodes that must be on the path, in any order. */
  readonly through?: readonly number[] | undefined;
  /** What may be walked; `from`, `ends` and `through` are exempt from its node test. */
  readonly mask: WalkMask;
  readonly weights: PathWeights;
  /** At least 1, at most 12. */
  readonly maxHops: number;
  /** 'any' walks edges both ways, 'out' only from source to target. */
  readonly walk: 'any' | 'out';
  /** Asked every few thousand steps; true gives up. */
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

/** What a search found. Told to stop it has the outcome `stopped` and the paths that were certain by then. */
export interface PathAnswer {
  readonly reach: SearchReach;
  /** Best first. */
  readonly paths: readonly FoundPath[];
  /** True when there are more than were asked for. */
  readonly hasMore: boolean;
}

/** Any one path of least hops. */
export interface AnyPathAnswer {
  readonly reach: SearchReach;
  /** Null unless one was found. */
  readonly path: FoundPath | null;
}

/** By length, then by (node, edge) step by step. */
export function comparePaths(
  a: Pick<FoundPath, 'nodes' | 'edges'>,
  b: Pick<FoundPath, 'nodes' | 'edges'>,
): number {
  if (a.edges.length !== b.edges.length) return a.edges.length - b.edges.length;
  for (let hop = 0; hop < a.edges.length; hop += 1) {
    const byNode = (a.nodes[hop + 1] as number) - (b.nodes[hop + 1] as number);
    if (byNode !== 0) return byNode;
    const byEdge = (a.edges[hop] as number) - (b.edges[hop] as number);
    if (byEdge !== 0) return byEdge;
  }
  return 0;
}
