import type { PathsResponse } from '../contract/explore.ts';
import type { PathsQuery } from '../contract/requests.ts';
import { MODALITIES } from '../contract/vocabulary.ts';
import type { PathQuery, SearchReach } from '../topology/found-path.ts';
import { createWalkMask } from '../topology/edge-mask.ts';
import type { WalkFilter } from '../topology/edge-mask.ts';
import type { LoadedGraph } from './load-graph.ts';

type Reason = NonNullable<PathsResponse['reason']>;

const MOST_HOPS = 12;

interface Relaxation {
  readonly applies: boolean;
  readonly filter: WalkFilter;
  readonly words: string;
}

/** What could be given up, the smallest first. */
function relaxationsOf(query: PathsQuery, filter: WalkFilter): Relaxation[] {
  const isStatedOnly = (query.modality ?? ['stated']).length < MODALITIES.length;
  const { types: _types, excludeTypes: _excluded, ...otherTypes } = filter;
  return [
    { applies: true, filter, words: 'with more hops' },
    { applies: true, filter: { ...filter, hubLabels: [] }, words: 'through places, topics and documents' },
    {
      applies: isStatedOnly,
      filter: { ...filter, modalities: undefined },
      words: 'with what was only planned or discussed',
    },
    { applies: filter.asOf !== undefined, filter: { ...filter, asOf: undefined }, words: 'at any date' },
    {
      applies: (filter.minDocuments ?? 0) > 1,
      filter: { ...filter, minDocuments: 0 },
      words: 'with fewer documents',
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
    { applies: true, filter: {}, words: 'without any restriction' },
  ];
}

function findNearestMiss(
  graph: LoadedGraph,
  query: PathsQuery,
  search: PathQuery,
  filter: WalkFilter,
): string | undefined {
  for (const relaxation of relaxationsOf(query, filter)) {
    if (!relaxation.applies || search.shouldStop()) continue;
    const relaxed = {
      ...search,
      maxHops: MOST_HOPS,
      mask: createWalkMask(graph.topology, relaxation.filter),
    };
    const [path] = graph.paths.shortest(relaxed, 1).paths;
    if (!path) continue;
    const captions = path.nodes.map((node) => graph.topology.captions[node]).join(' – ');
    const hops = path.edges.length === 1 ? '1 hop' : `${path.edges.length} hops`;
    return `${relaxation.words.charAt(0).toUpperCase()}${relaxation.words.slice(1)} there is a path of ${hops}: ${captions}.`;
  }
  return undefined;
}

function listLeftOut(query: PathsQuery, filter: WalkFilter): string[] {
  const leftOut: string[] = [];
  const hubs = [...(filter.hubLabels ?? [])].map((label) => `${label.toLowerCase()}s`);
  if (hubs.length > 0) leftOut.push(hubs.join(', '));
  if (query.modality === undefined) leftOut.push('what was only planned, proposed, hoped for or discussed');
  if (query.asOf !== undefined) leftOut.push(`what did not hold in ${query.asOf}`);
  if (query.minDocuments !== undefined)
    leftOut.push(`relationships with fewer than ${query.minDocuments} documents`);
  if (query.types) leftOut.push('other types of relationship');
  if (query.excludeTypes) leftOut.push(`relationships of type ${query.excludeTypes.join(', ')}`);
  if (query.exclude)
    leftOut.push(query.exclude.length === 1 ? 'one entity' : `${query.exclude.length} entities`);
  return leftOut;
}

/** Why there is no path: how far was searched, what was left out, and what would have led there. */
export function explainNoPath(
  graph: LoadedGraph,
  query: PathsQuery,
  search: PathQuery,
  filter: WalkFilter,
  reach: SearchReach,
): Reason {
  const seen = reach.nodesSeen === 1 ? 'one entity' : `${reach.nodesSeen} entities`;
  const leftOut = listLeftOut(query, filter);
  const rest = leftOut.length > 0 ? ` Left out: ${leftOut.join('; ')}.` : '';
  const nearestMiss = findNearestMiss(graph, query, search, filter);
  const message =
    reach.outcome === 'none'
      ? `No path of any length: everything reachable from one of the ends was searched, ${seen} in all.${rest}`
      : `No path of ${search.maxHops} hops or fewer; ${seen} were searched.${rest}`;
  return {
    code: reach.outcome === 'none' ? 'not-connected' : 'too-far',
    message,
    ...(nearestMiss === undefined ? {} : { nearestMiss }),
  };
}
