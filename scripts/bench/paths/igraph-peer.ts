import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

import type { PlainGraph } from './plain-graph.ts';
import type { Pair } from './stratified-pairs.ts';

const VERSION = '1.0.0';

interface KShortestAnswer {
  /** Median of one call, within Python. */
  readonly medianMs: number;
  /** By pair, the hops of its paths. */
  readonly hops: readonly (readonly number[])[];
}

export interface IgraphPeer {
  kShortest(pairs: readonly Pair[], k: number): Promise<KShortestAnswer>;
  stop(): void;
}

function install(folder: string): string {
  execFileSync('python3', ['-m', 'venv', folder], { stdio: 'ignore' });
  const python = path.join(folder, 'bin', 'python');
  execFileSync(python, ['-m', 'pip', 'install', '--quiet', `igraph==${VERSION}`], { stdio: 'ignore' });
  return python;
}

/**
 * Starts igraph in a Python process of its own, in a virtual environment that goes with it.
 * @returns null where Python or the package cannot be had
 */
export async function startIgraphPeer(graph: PlainGraph): Promise<IgraphPeer | null> {
  const folder = mkdtempSync(path.join(tmpdir(), 'setu-bench-igraph-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  let python: string;
  try {
    python = install(folder);
  } catch {
    remove();
    return null;
  }
  const edges = path.join(folder, 'edges');
  const ends = new Uint32Array(2 * graph.sources.length);
  graph.sources.forEach((source, edge) => ends.set([source, graph.targets[edge] as number], 2 * edge));
  writeFileSync(edges, ends);
  const child = spawn(python, ['scripts/bench/paths/igraph-peer.py'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (request: unknown): Promise<unknown> => {
    child.stdin.write(`${JSON.stringify(request)}\n`);
    const { value, done } = await lines.next();
    if (done === true) throw new Error('igraph ended without an answer.');
    return JSON.parse(value);
  };
  await ask({ edges, nodes: graph.nodeCount });
  return {
    kShortest: async (pairs, k) =>
      (await ask({ pairs: pairs.map(({ from, to }) => [from, to]), k })) as KShortestAnswer,
    stop() {
      child.kill('SIGKILL');
      remove();
    },
  };
}
