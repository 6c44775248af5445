import type { PathsResponse } from '../../contract/paths.ts';
import { MODALITIES } from '../../contract/vocabulary.ts';
import type { WalkFilter } from '../../topology/edge-mask.ts';
import type { FoundPath, SearchReach } from '../../topology/found-path.ts';
import { edgeIdOf } from '../../topology/topology.ts';
import type { LoadedGraph } from '../load-graph.ts';
import { countOf, nameNodes } from './name-path.ts';
import type { SearchBounds } from './path-finder.ts';
import type { PathTask } from './path-task.ts';

type Reason = NonNullable<PathsResponse['reason']>;

const MOST_HOPS = 12;

interface Relaxation {
  readonly applies: boolean;
  readonly words: string;
  readonly filter: WalkFilter;
  /** What the search itself gives up, beside the filter. */
  readonly task?: Partial<Pick<PathTask, 'through' | 'walk'>>;
}

function relaxFilter(filter: WalkFilter): Relaxation[] {
  const { types: _types, excludeTypes: _excluded, ...otherTypes } = filter;
  return [
    {
      applies: (filter.modalities?.size ?? 0) < MODALITIES.length,
      filter: { ...filter, modalities: undefined },
      words: 'with what was only planned or discussed',
    },
    { applies: filter.asOf !== undefined, filter: { ...filter, asOf: undefined }, words: 'at any date' },
    {
      applies: (filter.minDocuments ?? 0) > 1 || (filter.minPassages ?? 0) > 1,
      filter: { ...filter, minDocuments: 0, minPassages: 0 },
      words: 'with fewer documents and passages',
    },
    {
      applies: filter.withoutDocuments !== undefined,
      filter: { ...filter, withoutDocuments: undefined },
      words: 'with every document',
    },
    {
      applies: filter.types !== undefined || filter.excludeTypes !== undefined,
      filter: otherTypes,
      words: 'with every type of relationship',
    },
    {
      applies: filter.excludedNodes !== undefined,
      filter: { ...filter, excludedNodes: undefined },
      words: 'through the excluded entities',
    },
  ];
}

/** What could be given up, one thing each, the smallest first. */
function relaxationsOf({ filter, through, walk }: PathTask): Relaxation[] {
  const relaxations: Relaxation[] = [
    {
      applies: through.length > 0,
      filter,
      task: { through: [] },
      words: 'by another way than the one that was asked for',
    },
    {
      applies: walk === 'out',
      filter,
      task: { walk: 'any' },
      words: 'against the direction of relationships',
    },
    { applies: true, filter: { ...filter, hubLabels: [] }, words: 'through places, topics and documents' },
    ...relaxFilter(filter),
  ];
  return relaxations.filter(({ applies }) => applies);
}

/** First more hops alone, then one thing given up, then that and more hops, last everything. */
function* triesOf(task: PathTask): Generator<{ readonly words: string; readonly task: PathTask }> {
  const once = { ...task, kind: 'shortest', k: 1 } as const;
  const farther = { ...once, maxHops: MOST_HOPS };
  const isBounded = task.maxHops < MOST_HOPS;
  const relaxations = relaxationsOf(task);
  if (isBounded) yield { words: 'with more hops', task: farther };
  for (const { words, filter, task: given } of relaxations)
    yield { words, task: { ...once, ...given, filter } };
  for (const { words, filter, task: given } of isBounded ? relaxations : []) {
    yield { words: `${words} and with more hops`, task: { ...farther, ...given, filter } };
  }
  yield { words: 'without any restriction', task: { ...farther, through: [], walk: 'any', filter: {} } };
}

interface NearestMiss {
  readonly words: string;
  readonly path: FoundPath;
}

async function findNearestMiss(
  graph: LoadedGraph,
  task: PathTask,
  bounds: SearchBounds,
): Promise<NearestMiss | null> {
  for (const { words, task: relaxed } of triesOf(task)) {
    if (!bounds.hasTime()) return null;
    const [path] = (await graph.paths.find(relaxed, bounds)).paths;
    if (path) return { words, path };
  }
  return null;
}

function tellNearestMiss({ topology }: LoadedGraph, { words, path }: NearestMiss): Partial<Reason> {
  const start = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  const hops = path.edges.length === 1 ? '1 hop' : `${path.edges.length} hops`;
  return {
    nearestMiss: `${start} there is a path of ${hops}: ${nameNodes(topology, path.nodes)}.`,
    nearestMissPath: {
      nodes: path.nodes.map((node) => topology.ids[node] as string),
      edges: path.edges.map((edge) => edgeIdOf(topology, edge)),
    },
  };
}

/**
 * Why there is no path: how far was searched, what was left out, and what would have led there.
 * @param leftOut in words
 */
export async function explainNoPath(
  graph: LoadedGraph,
  task: PathTask,
  bounds: SearchBounds,
  reach: SearchReach,
  leftOut: readonly string[],
): Promise<Reason> {
  const seen = reach.nodesSeen === 1 ? 'one entity' : `${reach.nodesSeen} entities`;
  const rest = leftOut.length > 0 ? ` Left out: ${leftOut.join('; ')}.` : '';
  const miss = await findNearestMiss(graph, task, bounds);
  const message =
    reach.outcome === 'none'
      ? `No path of any length: everything reachable from one of the ends was searched, ${seen} in all.${rest}`
      : `No path of ${countOf(task.maxHops, 'hop')} or fewer; ${seen} were searched.${rest}`;
  return {
    code: reach.outcome === 'none' ? 'not-connected' : 'too-far',
    message,
    ...(miss ? tellNearestMiss(graph, miss) : {}),
  };
}
