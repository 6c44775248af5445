import { listSteps } from '../../../server/topology/topology.ts';
import type { Topology } from '../../../server/topology/topology.ts';
import { seededRandom } from '../compare.ts';

export interface Pair {
  readonly from: number;
  readonly to: number;
  /** Hops between them. */
  readonly hops: number;
}

const FURTHEST = 6;
const DECILES = 10;

/** Nodes by how far they are: a place of the answer a number of hops. */
function levelsFrom(topology: Topology, start: number): number[][] {
  const seen = new Uint8Array(topology.nodeCount);
  seen[start] = 1;
  const levels = [[start]];
  while (levels.length <= FURTHEST) {
    const next: number[] = [];
    for (const node of levels.at(-1) as number[]) {
      for (const step of listSteps(topology, node)) {
        if (seen[step.node] === 1) continue;
        seen[step.node] = 1;
        next.push(step.node);
      }
    }
    if (next.length === 0) break;
    levels.push(next);
  }
  return levels;
}

/**
 * Pairs as evenly spread over distances of one to six hops as the graph allows, from starts of every decile of degree,
 * hubs among them: near pairs alone flatter a search, far ones alone too.
 * @param aDistance pairs a distance
 */
export function choosePairs(topology: Topology, aDistance: number): Pair[] {
  const random = seededRandom(7);
  const connected = Array.from({ length: topology.nodeCount }, (_, node) => node)
    .filter((node) => topology.degrees[node] !== 0)
    .sort((a, b) => (topology.degrees[a] as number) - (topology.degrees[b] as number) || a - b);
  const starts = Math.max(DECILES, Math.ceil(aDistance / 2 / DECILES) * DECILES);
  const pairs: Pair[] = [];
  const counts = Array.from({ length: FURTHEST + 1 }, () => 0);
  for (let place = 0; place < starts; place += 1) {
    const decile = place % DECILES;
    const from = connected[Math.floor(((decile + random()) / DECILES) * connected.length)] as number;
    levelsFrom(topology, from).forEach((level, hops) => {
      const wanted = Math.ceil(((place + 1) * aDistance) / starts) - (counts[hops] as number);
      if (hops === 0) return;
      for (let count = 0; count < Math.min(wanted, level.length); count += 1) {
        pairs.push({ from, to: level[Math.floor(random() * level.length)] as number, hops });
        counts[hops] = (counts[hops] as number) + 1;
      }
    });
  }
  return pairs;
}
