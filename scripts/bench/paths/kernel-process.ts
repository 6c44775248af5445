/** Measures the path kernel beside its peers, in a process of its own: `node kernel-process.js [largest edges]`. */
import process from 'node:process';

import type { FoundPath, PathQuery } from '../../../server/topology/found-path.ts';
import { createWalkMask } from '../../../server/topology/edge-mask.ts';
import { createPathSearch } from '../../../server/topology/path-search.ts';
import type { PathSearch } from '../../../server/topology/path-search.ts';
import { createPathWeights } from '../../../server/topology/path-weights.ts';
import type { Topology } from '../../../server/topology/topology.ts';
import { compare, median } from '../compare.ts';
import { createReport } from '../report.ts';
import { createGraphologyPeer } from './graphology-peer.ts';
import { startIgraphPeer } from './igraph-peer.ts';
import { toTopology } from './plain-graph.ts';
import type { PlainGraph } from './plain-graph.ts';
import { generateRmat } from './rmat.ts';
import { choosePairs } from './stratified-pairs.ts';
import type { Pair } from './stratified-pairs.ts';
import { readWordNet } from './wordnet.ts';

const SIZES = [10_000, 100_000, 1_000_000];
const ROUNDS = 7;
const PAIRS_A_DISTANCE = 30;
const WARM_UP_CALLS = 2_000;
const K = 5;
/** igraph looks at the whole graph for each detour: a few pairs, on a graph where that takes milliseconds. */
const IGRAPH = { edges: 100_000, pairsADistance: 6 };
const GOALS = { graphology: 15, igraph: 1, exponent: 0.8, bytesAnEdge: 25 };
const NOW = 20_000;

const report = createReport(console.log);

interface Kernel {
  readonly topology: Topology;
  readonly search: PathSearch;
  queryOf(pair: Pair): PathQuery;
}

function createKernel(graph: PlainGraph): Kernel {
  const topology = toTopology(graph);
  const mask = createWalkMask(topology, { hubLabels: ['Place', 'Document', 'Topic'] });
  const weights = createPathWeights(topology, {}, NOW);
  return {
    topology,
    search: createPathSearch(topology),
    queryOf: ({ from, to }) => ({
      from,
      ends: [to],
      mask,
      weights,
      maxHops: 8,
      walk: 'any',
      shouldStop: () => false,
    }),
  };
}

/** Median milliseconds of one call over the pairs. */
function timePairs(pairs: readonly Pair[], call: (pair: Pair) => unknown, repeats: number): number {
  return median(
    pairs.map((pair) => {
      const started = performance.now();
      for (let count = 0; count < repeats; count += 1) call(pair);
      return (performance.now() - started) / repeats;
    }),
  );
}

function warmUp(pairs: readonly Pair[], call: (pair: Pair) => unknown, calls = WARM_UP_CALLS): void {
  for (let count = 0; count < calls; count += 1) call(pairs[count % pairs.length] as Pair);
}

function bytesAnEdge(topology: Topology): number {
  const arrays = Object.values(topology).filter((value) => ArrayBuffer.isView(value));
  return arrays.reduce((sum, array) => sum + array.byteLength, 0) / topology.edgeCount;
}

type Call = (pair: Pair) => number;

/** Both beside the peer, once all three agree on the hops. @returns the median of any one shortest path */
async function compareWithGraphology(
  graph: PlainGraph,
  pairs: readonly Pair[],
  any: Call,
  best: Call,
): Promise<number> {
  const between = createGraphologyPeer(graph);
  const peer = (pair: Pair): number => between(pair.from, pair.to);
  for (const pair of pairs) {
    if ([any, best, peer].some((call) => call(pair) !== pair.hops))
      throw new Error(`no parity from ${pair.from} to ${pair.to} on ${graph.name}`);
  }
  warmUp(pairs, peer);
  const beside = async (ours: Call) =>
    compare(
      async () => timePairs(pairs, ours, 5),
      async () => timePairs(pairs, peer, 5),
      ROUNDS,
    );
  const comparison = await beside(any);
  report.add(`kernel, any one shortest path, beside graphology’s bidirectional, ${graph.name}`, comparison, {
    goal: GOALS.graphology,
  });
  report.add(
    `kernel, the best of the shortest, beside graphology’s any one, ${graph.name}`,
    await beside(best),
    { goal: null },
  );
  return comparison.oursMedian;
}

/** @returns the kernel's median for any one shortest path on this graph */
async function compareShortest(graph: PlainGraph, isCompared: boolean): Promise<number> {
  const { topology, search, queryOf } = createKernel(graph);
  const pairs = choosePairs(topology, PAIRS_A_DISTANCE);
  const any = (pair: Pair): number => search.anyShortest(queryOf(pair)).path?.edges.length ?? -1;
  const best = (pair: Pair): number => search.shortest(queryOf(pair), 1).reach.hops;
  report.note(`${graph.name}: ${graph.nodeCount.toLocaleString('en-US')} nodes, ${pairs.length} pairs`);
  report.figure(
    `bytes an edge with all masks, ${graph.name}`,
    bytesAnEdge(topology).toFixed(1),
    graph.sources.length < (SIZES.at(-1) as number) ? null : bytesAnEdge(topology) <= GOALS.bytesAnEdge,
    `at most ${GOALS.bytesAnEdge} at 10⁶ edges`,
  );
  warmUp(pairs, any);
  warmUp(pairs, best);
  if (isCompared) return compareWithGraphology(graph, pairs, any, best);
  const [anyMs, bestMs] = [any, best].map((call) => timePairs(pairs, call, 3)) as [number, number];
  const medians = `${anyMs.toFixed(4)} ms, the best of the shortest ${bestMs.toFixed(4)} ms`;
  report.figure(`kernel, any one shortest path, ${graph.name}`, medians, null, 'for information');
  return anyMs;
}

async function compareKShortest(): Promise<void> {
  const graph = generateRmat(IGRAPH.edges);
  const igraph = await startIgraphPeer(graph);
  if (!igraph) {
    report.note('igraph: not measured, there is no Python here that could install it.');
    return;
  }
  try {
    const { topology, search, queryOf } = createKernel(graph);
    const pairs = choosePairs(topology, IGRAPH.pairsADistance);
    const ours = (pair: Pair): readonly FoundPath[] => search.kShortest(queryOf(pair), K, 'length').paths;
    const answer = await igraph.kShortest(pairs, K);
    for (const [place, pair] of pairs.entries()) {
      const hops = ours(pair).map((path) => path.edges.length);
      if (hops.join() !== answer.hops[place]?.join())
        throw new Error(
          `no parity for k = ${K} from ${pair.from} to ${pair.to}: ${hops} and ${answer.hops[place]}`,
        );
    }
    warmUp(pairs, ours);
    const comparison = await compare(
      async () => timePairs(pairs, ours, 3),
      async () => (await igraph.kShortest(pairs, K)).medianMs,
      ROUNDS,
    );
    report.add(`kernel, k = ${K}, beside igraph’s Yen, ${graph.name}`, comparison, { goal: GOALS.igraph });
  } finally {
    igraph.stop();
  }
}

const largest = Number(process.argv[2] ?? SIZES.at(-1));
await compareShortest(readWordNet(), true);
const medians: number[] = [];
for (const size of SIZES) medians.push(await compareShortest(generateRmat(size), true));
const decades = SIZES.length - 1;
const exponent = Math.log10((medians[decades] as number) / (medians[0] as number)) / decades;
report.figure(
  'growth of the median of any one shortest path from 10⁴ to 10⁶ edges',
  `exponent ${exponent.toFixed(2)}`,
  exponent <= GOALS.exponent,
  `at most ${GOALS.exponent}`,
);
if (largest > (SIZES.at(-1) as number)) {
  const furtherMs = await compareShortest(generateRmat(largest), false);
  const further = Math.log10(furtherMs / (medians[0] as number)) / Math.log10(largest / (SIZES[0] as number));
  report.figure(
    `the same from 10⁴ to ${largest} edges`,
    `exponent ${further.toFixed(2)}`,
    null,
    'for information',
  );
}
await compareKShortest();
