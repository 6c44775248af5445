import { setImmediate as nextTurn } from 'node:timers/promises';

import type { PathsResponse } from '../../contract/paths.ts';
import type { FoundPath, SearchReach } from '../../topology/found-path.ts';
import { edgeIdOf } from '../../topology/topology.ts';
import type { LoadedGraph } from '../load-graph.ts';
import { countOf, nameNodes } from './name-path.ts';
import type { SearchBounds } from './path-finder.ts';
import type { PathTask } from './path-task.ts';
import { relaxTask } from './relax-task.ts';
import type { RelaxedTask } from './relax-task.ts';

type Reason = NonNullable<PathsResponse['reason']>;

/** Why there is no path; `isCut` when the time was up before every way out was tried. */
export interface NoPath {
  readonly reason: Reason;
  readonly isCut: boolean;
}

interface NearestMiss extends RelaxedTask {
  readonly path: FoundPath;
}

/** @returns null when nothing leads there, 'time' when that could not be found out */
async function findNearestMiss(
  graph: LoadedGraph,
  task: PathTask,
  bounds: SearchBounds,
): Promise<NearestMiss | null | 'time'> {
  for (const relaxed of relaxTask(task)) {
    if (!bounds.hasTime()) return 'time';
    // Others are answered, and a caller who is gone is noticed, between two searches.
    await nextTurn();
    const { paths, reach } = await graph.paths.find(relaxed.task, bounds);
    const [path] = paths;
    if (path) return { ...relaxed, path };
    if (reach.outcome === 'stopped') return 'time';
  }
  return null;
}

function tellNearestMiss({ topology }: LoadedGraph, { words, path, change }: NearestMiss): Partial<Reason> {
  const start = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  const hops = path.edges.length === 1 ? '1 hop' : `${path.edges.length} hops`;
  return {
    nearestMiss: `${start} there is a path of ${hops}: ${nameNodes(topology, path.nodes)}.`,
    nearestMissPath: {
      nodes: path.nodes.map((node) => topology.ids[node] as string),
      edges: path.edges.map((edge) => edgeIdOf(topology, edge)),
    },
    nearestMissChange: change,
  };
}

/** How far was searched. A search through given entities counts beginnings of paths, which say nothing to a reader. */
function tellReach({ topology }: LoadedGraph, task: PathTask, reach: SearchReach): string {
  const isNone = reach.outcome === 'none';
  const length = isNone ? 'any length' : `${countOf(task.maxHops, 'hop')} or fewer`;
  if (task.through.length > 0) {
    const captions = task.through.map((node) => topology.captions[node]).join(', ');
    return `No path of ${length} passes ${captions} without coming by something twice.`;
  }
  const seen = reach.nodesSeen === 1 ? 'one entity' : `${reach.nodesSeen} entities`;
  return isNone
    ? `No path of any length: everything reachable from one of the ends was searched, ${seen} in all.`
    : `No path of ${length}; ${seen} were searched.`;
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
): Promise<NoPath> {
  const rest = leftOut.length > 0 ? ` Left out: ${leftOut.join('; ')}.` : '';
  const miss = await findNearestMiss(graph, task, bounds);
  const isCut = miss === 'time';
  return {
    isCut,
    reason: {
      code: reach.outcome === 'none' ? 'not-connected' : 'too-far',
      message: `${tellReach(graph, task, reach)}${rest}`,
      ...(isCut ? { nearestMiss: 'There was no time to look for what would have led there.' } : {}),
      ...(miss !== null && !isCut ? tellNearestMiss(graph, miss) : {}),
    },
  };
}
