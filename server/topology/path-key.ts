import type { PathWeights } from './path-weights.ts';

/** What comes first: fewer hops, then less cost; or less cost, then fewer hops. Equal ones by `comparePaths`. */
export type Rank = 'length' | 'score';

/**
 * A rank as one sum over steps: two numbers in one, the first above the bits of the second. Keys stay whole and below
 * 2^53: a path has at most 12 hops of less than 2^31 micro-nats.
 */
export interface PathKey {
  /** Of every step, beside its edge and its node. */
  readonly ofHop: number;
  /** What one micro-nat counts. */
  readonly scale: number;
}

const COST_BITS = 2 ** 36;
const HOP_BITS = 16;

export function createPathKey(rank: Rank, weights: PathWeights): PathKey {
  return rank === 'length'
    ? { ofHop: COST_BITS + weights.hopCost, scale: 1 }
    : { ofHop: HOP_BITS * weights.hopCost + 1, scale: HOP_BITS };
}

/** Hops of a path from its key by length. */
export function hopsOfKey(key: number): number {
  return Math.floor(key / COST_BITS);
}
