import type { Session } from 'neo4j-driver';

import { startNeo4j } from '../../neo4j-local.ts';
import { openDriver, textOf } from '../bare-loop.ts';
import { compare, median, percentile } from '../compare.ts';
import type { Comparison } from '../compare.ts';
import type { Report } from '../report.ts';
import { measureBuild } from './build-time.ts';
import { idOf, toTopology } from './plain-graph.ts';
import { generateRmat } from './rmat.ts';
import { serveGraph } from './served-graph.ts';
import type { ServedGraph } from './served-graph.ts';
import { choosePairs } from './stratified-pairs.ts';
import type { Pair } from './stratified-pairs.ts';
import { writeToNeo4j } from './write-to-neo4j.ts';

const SMALL = 10_000;
const LARGE = 1_000_000;
const ROUNDS = 7;
const PAIRS_A_DISTANCE = 20;
const WARM_UP = { calls: 2_000, atMostMs: 30_000 };
/** Room for the whole graph: a database that reads its files anew would be no peer. */
const MEMORY = { heapMb: 3_000, pageCacheMb: 1_500 };
const K = 5;
const GOALS = { shortest: 3, kShortest: 3, exponent: 0.15, buildSeconds: 4 };
const MODALITIES = 'stated,planned';
/** The same work as shortestPath: one of the shortest, whichever. */
const ANY = '&fields=ids&mode=any';

type Ask = (pair: Pair) => Promise<unknown>;

async function timeEach(pairs: readonly Pair[], ask: Ask): Promise<number[]> {
  const times: number[] = [];
  for (const pair of pairs) {
    const started = performance.now();
    await ask(pair);
    times.push(performance.now() - started);
  }
  return times;
}

async function warmUp(pairs: readonly Pair[], ask: Ask): Promise<void> {
  const started = performance.now();
  for (let call = 0; call < WARM_UP.calls && performance.now() - started < WARM_UP.atMostMs; call += 1)
    await ask(pairs[call % pairs.length] as Pair);
}

interface Asking {
  readonly served: ServedGraph;
  readonly session: Session;
  readonly pairs: readonly Pair[];
}

const address = ({ from, to }: Pair, rest: string): string =>
  `/api/paths?from=${idOf(from)}&to=${idOf(to)}&modality=${MODALITIES}${rest}`;

const askPaths =
  ({ served }: Asking, rest: string): Ask =>
  async (pair) =>
    JSON.parse(await served.ask(address(pair, rest)));

const askNeo4j =
  ({ session }: Asking, name: string): Ask =>
  async ({ from, to }) => {
    const { records } = await session.run(textOf(name), { from: idOf(from), to: idOf(to) });
    return records.map((record) => record.get('nodes') as string[]);
  };

async function checkParity({ pairs }: Asking, ours: Ask, peer: Ask): Promise<void> {
  for (const pair of pairs) {
    const { paths } = (await ours(pair)) as { paths: { length: number }[] };
    const found = (await peer(pair)) as string[][];
    const hops = Math.min(...found.map((nodes) => nodes.length - 1));
    if (paths[0]?.length !== pair.hops || hops !== pair.hops)
      throw new Error(`no parity from ${idOf(pair.from)} to ${idOf(pair.to)}`);
  }
}

async function compareAnswers(asking: Asking, ours: Ask, peer: Ask, share: number): Promise<Comparison> {
  await checkParity(asking, ours, peer);
  await warmUp(asking.pairs, ours);
  await warmUp(asking.pairs, peer);
  const measure = (ask: Ask) => async (): Promise<number> =>
    percentile(await timeEach(asking.pairs, ask), share);
  return compare(measure(ours), measure(peer), ROUNDS);
}

async function measureLarge(report: Report, asking: Asking, name: string): Promise<number> {
  const neo4j = askNeo4j(asking, 'shortest-path');
  const any = await compareAnswers(asking, askPaths(asking, ANY), neo4j, 0.5);
  report.add(`GET /api/paths, one shortest path, ids, p50, beside shortestPath, ${name}`, any, {
    goal: GOALS.shortest,
  });
  const best = await compareAnswers(asking, askPaths(asking, '&fields=ids'), neo4j, 0.5);
  report.add('the best of all shortest paths, ids', best, { goal: null });
  const full = await compareAnswers(asking, askPaths(asking, ''), neo4j, 0.5);
  report.add('the same with narrative and citations', full, { goal: null });
  const five = askPaths(asking, `&fields=ids&mode=k-shortest&k=${K}`);
  const many = await compareAnswers(asking, five, askNeo4j(asking, 'shortest-k'), 0.95);
  report.add(`k = ${K}, ids, p95, beside SHORTEST ${K}, ${name}`, many, { goal: GOALS.kShortest });
  return any.oursMedian;
}

async function measureSmall(asking: Asking): Promise<number> {
  const ids = askPaths(asking, ANY);
  await warmUp(asking.pairs, ids);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    times.push(percentile(await timeEach(asking.pairs, ids), 0.5));
  return median(times);
}

async function measureOne(report: Report, size: number): Promise<number> {
  const isLarge = size > SMALL;
  const graph = generateRmat(size);
  const pairs = choosePairs(toTopology(graph), PAIRS_A_DISTANCE);
  const neo4j = await startNeo4j({ ...MEMORY, say: report.note });
  const driver = openDriver(neo4j.uri);
  try {
    await writeToNeo4j(driver, graph);
    report.note(`${graph.name} written, ${pairs.length} pairs`);
    if (isLarge) {
      const { seconds, processSeconds, edges } = await measureBuild(neo4j.uri);
      report.figure(
        `snapshot of ${edges.toLocaleString('en-US')} relationships from Neo4j`,
        `${seconds.toFixed(1)} s, of which ${processSeconds.toFixed(1)} s of computing in this process`,
        edges < LARGE ? null : seconds <= GOALS.buildSeconds,
        `at most ${GOALS.buildSeconds} s for 10⁶`,
      );
    }
    const served = await serveGraph(neo4j.uri);
    const session = driver.session({ database: 'neo4j', defaultAccessMode: 'READ' });
    try {
      const asking = { served, session, pairs };
      return isLarge ? await measureLarge(report, asking, graph.name) : await measureSmall(asking);
    } finally {
      await session.close();
      await served.stop();
    }
  } finally {
    await driver.close();
    await neo4j.stop();
  }
}

/**
 * Paths through the public door, beside Neo4j's own asked by a warm `session.run`, whose time is mostly transport.
 * @param largest edges of the larger graph, above 10,000
 */
export async function runHttpPaths(report: Report, largest: number): Promise<void> {
  const [small, large] = [await measureOne(report, SMALL), await measureOne(report, largest)];
  const exponent = Math.log(large / small) / Math.log(largest / SMALL);
  report.figure(
    `growth of the route’s median from 10⁴ to ${largest.toLocaleString('en-US')} edges`,
    `exponent ${exponent.toFixed(2)}`,
    exponent <= GOALS.exponent,
    `at most ${GOALS.exponent}`,
  );
}
