import { AppError } from '../../app-error.ts';
import type { PathsQuery } from '../../contract/path-requests.ts';
import { HUB_LABELS, MODALITIES } from '../../contract/vocabulary.ts';
import type { WalkFilter } from '../../topology/edge-mask.ts';
import { requireNode, unknownId } from '../find-by-id.ts';
import { readDocuments } from '../document-records.ts';
import type { LoadedGraph } from '../load-graph.ts';
import { hubLabelsWithout } from '../project-graph.ts';
import { resolveDate } from '../resolve-date.ts';

/** What may be walked: the part of a request that every search shares. */
export type WalkRules = Pick<
  PathsQuery,
  | 'types'
  | 'excludeTypes'
  | 'exclude'
  | 'asOf'
  | 'minDocuments'
  | 'minPassages'
  | 'withoutDocument'
  | 'modality'
  | 'hubs'
>;

async function requireDocuments(graph: LoadedGraph, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const documents = await readDocuments(graph);
  const unknown = ids.find((id) => !documents.has(id));
  if (unknown !== undefined) throw unknownId('document', unknown);
  return new Set(ids);
}

/**
 * The filter of a request.
 * @param ends ids of the entities that are to be connected or passed
 * @throws AppError contradictory-parameters, unknown-id, invalid-parameter for a period that ends before it starts
 */
export async function readWalkFilter(
  graph: LoadedGraph,
  rules: WalkRules,
  ends: readonly string[],
  nowMs: number,
): Promise<WalkFilter> {
  const both = (rules.excludeTypes ?? []).find((type) => rules.types?.includes(type) === true);
  if (both !== undefined) {
    throw new AppError('contradictory-parameters', `types and excludeTypes both name ${both}.`);
  }
  const avoided = ends.find((id) => rules.exclude?.includes(id) === true);
  if (avoided !== undefined) {
    throw new AppError('contradictory-parameters', `exclude names ${avoided}, which the path must reach.`);
  }
  return {
    types: rules.types && new Set<string>(rules.types),
    excludeTypes: rules.excludeTypes && new Set<string>(rules.excludeTypes),
    modalities: new Set<string>(rules.modality ?? ['stated']),
    asOf: resolveDate(rules.asOf, nowMs).span,
    minDocuments: rules.minDocuments,
    minPassages: rules.minPassages,
    withoutDocuments: rules.withoutDocument && (await requireDocuments(graph, rules.withoutDocument)),
    hubLabels: hubLabelsWithout(rules.hubs),
    excludedNodes: rules.exclude && new Set(rules.exclude.map((id) => requireNode(graph, id))),
  };
}

function plural(label: string): string {
  return `${label.toLowerCase()}s`;
}

/** In words, what a search leaves out: what was asked for, and the defaults that nobody asked for. */
export function listLeftOut(rules: WalkRules): string[] {
  const leftOut: string[] = [];
  const hubs = HUB_LABELS.filter((label) => !(rules.hubs ?? []).includes(label)).map(plural);
  if (hubs.length > 0) leftOut.push(`paths through ${hubs.join(', ')}`);
  const modality = rules.modality ?? ['stated'];
  if (rules.modality === undefined) leftOut.push('what was only planned, proposed, hoped for or discussed');
  else if (modality.length < MODALITIES.length) leftOut.push(`all but what is ${modality.join(', ')}`);
  if (rules.asOf !== undefined) leftOut.push(`what did not hold in ${rules.asOf}`);
  if (rules.minDocuments !== undefined)
    leftOut.push(`relationships with fewer than ${rules.minDocuments} documents`);
  if (rules.minPassages !== undefined)
    leftOut.push(`relationships with fewer than ${rules.minPassages} passages`);
  if (rules.withoutDocument)
    leftOut.push(
      rules.withoutDocument.length === 1
        ? 'what only one document states that you took away'
        : `what only the ${rules.withoutDocument.length} documents that you took away state`,
    );
  if (rules.types) leftOut.push('other types of relationship');
  if (rules.excludeTypes) leftOut.push(`relationships of type ${rules.excludeTypes.join(', ')}`);
  if (rules.exclude)
    leftOut.push(rules.exclude.length === 1 ? 'one entity' : `${rules.exclude.length} entities`);
  return leftOut;
}
