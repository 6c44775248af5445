import type { PathsResponse } from '../../contract/paths.ts';
import { createWalkMask } from '../../topology/edge-mask.ts';
import type { WalkFilter } from '../../topology/edge-mask.ts';
import type { FoundPath, PathQuery } from '../../topology/found-path.ts';
import { documentIdsOf } from '../../topology/edge-facts.ts';
import type { DocumentRecord } from '../document-records.ts';
import type { LoadedGraph } from '../load-graph.ts';

type Robustness = NonNullable<PathsResponse['robustness']>;
type Without = Robustness['withoutDocument'][number];

/** Documents that are taken away one by one; a path of many hops rests on few. */
const MOST_DOCUMENTS = 12;

function survive(
  graph: LoadedGraph,
  search: PathQuery,
  filter: WalkFilter,
  document: string,
): Pick<Without, 'survives' | 'path'> {
  const { topology } = graph;
  const withoutDocuments = new Set([...(filter.withoutDocuments ?? []), document]);
  const mask = createWalkMask(topology, { ...filter, withoutDocuments });
  const [path] = graph.paths.shortest({ ...search, mask }, 1).paths;
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

function tell(checks: readonly Without[], isWhole: boolean): string {
  const broken = checks.filter(({ survives }) => !survives);
  const [only] = checks;
  if (!only) return 'The relationships of these paths cite no document.';
  if (checks.length === 1 && isWhole) {
    return only.survives
      ? `One document carries all that is shown here, ${quote([only])}; others connect the two by another way.`
      : `One document carries everything here: ${quote([only])}. Without it there is no path.`;
  }
  if (broken.length === 0) return 'Whichever of these documents is taken away, a path is left.';
  return `Without ${quote(broken)} there is no path${broken.length > 1 ? ', each taken away alone' : ''}; without any other of these documents one is left.`;
}

/**
 * Takes away, one by one, each document that a path found rests on, and looks whether a path is left.
 * Stops when told to: documents that were not tried are then not in the answer.
 */
export function checkRobustness(
  graph: LoadedGraph,
  search: PathQuery,
  filter: WalkFilter,
  paths: readonly FoundPath[],
  documents: ReadonlyMap<string, DocumentRecord>,
): Robustness {
  const ids = new Set(
    paths.flatMap((path) => path.edges.flatMap((edge) => documentIdsOf(graph.topology, edge))),
  );
  const tried = [...ids].sort().slice(0, MOST_DOCUMENTS);
  const checks: Without[] = [];
  for (const document of tried) {
    if (search.shouldStop()) break;
    checks.push({
      document,
      title: documents.get(document)?.summary.title ?? document,
      ...survive(graph, search, filter, document),
    });
  }
  return { sentence: tell(checks, checks.length === ids.size), withoutDocument: checks };
}
