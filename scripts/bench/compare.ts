/** One thing to time: returns what one run cost, in any unit where less is better. */
export type Measured = () => Promise<number>;

export interface Comparison {
  /** Median of the per-round ratios peer ÷ ours: above 1, ours is better. */
  readonly ratio: number;
  /** Bootstrap 90 % interval of that median. */
  readonly low: number;
  readonly high: number;
  /** Peer against itself; outside 0.9–1.1 the machine was too noisy and the comparison is void. */
  readonly peerToPeer: number;
  readonly isVoid: boolean;
  readonly oursMedian: number;
  readonly peerMedian: number;
  readonly rounds: number;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The least value that so many of them do not exceed. @param share above 0, at most 1 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
}

/** A small seeded generator (mulberry32), so that two runs resample alike. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function bootstrapInterval(ratios: readonly number[]): [low: number, high: number] {
  const random = seededRandom(1);
  const medians = Array.from({ length: 2_000 }, () =>
    median(ratios.map(() => ratios[Math.floor(random() * ratios.length)] ?? Number.NaN)),
  ).toSorted((a, b) => a - b);
  return [medians[100] ?? Number.NaN, medians[1_899] ?? Number.NaN];
}

/**
 * Runs ours and the peer interleaved A B B A and compares them round by round, so that a machine whose speed drifts
 * does not decide. Two peer runs of one round, taken as a ratio, tell how noisy the machine was.
 * @param rounds at least 3; the protocol asks for 7 where a run is short
 */
export async function compare(ours: Measured, peer: Measured, rounds: number): Promise<Comparison> {
  const ratios: number[] = [];
  const peerRatios: number[] = [];
  const allOurs: number[] = [];
  const allPeer: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const a1 = await ours();
    const b1 = await peer();
    const b2 = await peer();
    const a2 = await ours();
    allOurs.push(a1, a2);
    allPeer.push(b1, b2);
    ratios.push((b1 + b2) / (a1 + a2));
    peerRatios.push(b1 / b2);
  }
  const [low, high] = bootstrapInterval(ratios);
  const peerToPeer = median(peerRatios);
  return {
    ratio: median(ratios),
    low,
    high,
    peerToPeer,
    isVoid: peerToPeer < 0.9 || peerToPeer > 1.1,
    oursMedian: median(allOurs),
    peerMedian: median(allPeer),
    rounds,
  };
}
