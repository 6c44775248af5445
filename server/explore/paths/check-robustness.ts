import { setImmediate as nextTurn } from 'node:timers/promises';

import type { PathsResponse } from '../../contract/paths.ts';
import type { FoundPath } from '../../topology/found-path.ts';
import { documentIdsOf } from '../../topology/edge-facts.ts';
import type { DocumentRecord } from '../document-records.ts';
import type { LoadedGraph } from '../load-graph.ts';
import type { SearchBounds } from './path-finder.ts';
import type { PathTask } from './path-task.ts';

type Robustness = NonNullable<PathsResponse['robustness']>;
type Without = Robustness['withoutDocument'][number];

/** Documents that are taken away one by one; a path of many hops rests on few. */
const MOST_DOCUMENTS = 12;

async function survive(
  graph: LoadedGraph,
  task: PathTask,
  bounds: SearchBounds,
  document: string,
): Promise<Pick<Without, 'survives' | 'path'> | null> {
  const { topology } = graph;
  const withoutDocuments = new Set([...(task.filter.withoutDocuments ?? []), document]);
  const filter = { ...task.filter, withoutDocuments };
  const { paths, reach } = await graph.paths.find({ ...task, kind: 'shortest', k: 1, filter }, bounds);
  const [path] = paths;
  if (!path && reach.outcome === 'stopped') return null;
  if (!path) return { survives: false };
  return {
    survives: true,
    path: {
      length: path.edges.length,
      nodes: path.nodes.map((node) => topology.ids[node] as string),
      captions: path.nodes.map((node) => topology.captions[node] as string),
    },
  };
}

function quote(checks: readonly Without[]): string {
  return checks.map(({ title }) => `“${title}”`).join(' and ');
}

/** @param all documents that the paths rest on; those that were not tried are not spoken of */
function tell(checks: readonly Without[], all: number): string {
  if (checks.length < all) return `${tellTried(checks)} ${checks.length} of ${all} documents were tried.`;
  return tellTried(checks);
}

function tellTried(checks: readonly Without[]): string {
  const broken = checks.filter(({ survives }) => !survives);
  const [only] = checks;
  if (!only) return 'No document was taken away.';
  if (checks.length === 1) {
    return only.survives
      ? `One document carries all that is shown here, ${quote([only])}; without it there is another way.`
      : `One document carries everything here: ${quote([only])}. Without it there is no path.`;
  }
  if (broken.length === 0) return 'Whichever of these documents is taken away, a path is left.';
  if (broken.length === checks.length)
    return 'Each of these documents is needed: without any one of them there is no path.';
  const rest = broken.length === 1 ? 'without any other of these documents' : 'without any of the others';
  const each = broken.length === 1 ? '' : ', each taken away alone';
  return `Without ${quote(broken)}${each}, there is no path; ${rest} one is left.`;
}

/**
 * Takes away, one by one, each document that a path found rests on, and looks whether a path is left.
 * Stops when there is no time left: documents that were not tried are then not in the answer.
 */
export async function checkRobustness(
  graph: LoadedGraph,
  task: PathTask,
  bounds: SearchBounds,
  paths: readonly FoundPath[],
  documents: ReadonlyMap<string, DocumentRecord>,
): Promise<Robustness> {
  const isLeft = (id: string): boolean => !(task.filter.withoutDocuments?.has(id) ?? false);
  const cited = paths.flatMap((path) => path.edges.flatMap((edge) => documentIdsOf(graph.topology, edge)));
  const ids = [...new Set(cited)].filter(isLeft).sort();
  const checks: Without[] = [];
  for (const document of ids.slice(0, MOST_DOCUMENTS)) {
    if (!bounds.hasTime()) break;
    // Others are answered, and a caller who is gone is noticed, between two searches.
    await nextTurn();
    const outcome = await survive(graph, task, bounds, document);
    if (!outcome) break;
    checks.push({ document, title: documents.get(document)?.summary.title ?? document, ...outcome });
  }
  return { sentence: tell(checks, ids.length), withoutDocument: checks };
}
