import { AppError } from '../../app-error.ts';
import type { SharedQuery } from '../../contract/path-requests.ts';
import type { SharedResponse } from '../../contract/paths.ts';
import { createWalkMask } from '../../topology/edge-mask.ts';
import { at, labelsOf, listSteps } from '../../topology/topology.ts';
import type { ExploreDeps, UseCase } from '../explore-deps.ts';
import { requireNode } from '../find-by-id.ts';
import { gatherPartners } from '../gather-partners.ts';
import type { PartnerDraft } from '../gather-partners.ts';
import type { LoadedGraph } from '../load-graph.ts';
import { resolveDate } from '../resolve-date.ts';
import { projectTold } from './project-told.ts';

type Kind = SharedResponse['groups'][number]['kind'];

/** The groups in the order of their weight for a reader, and their headings. */
const TITLES: Readonly<Record<Kind, string>> = {
  direct: 'Related directly',
  agreements: 'Agreements that both are party to',
  'joint-bodies': 'Committees, councils and networks with both',
  programmes: 'Joint programmes',
  facilities: 'Joint facilities',
  missions: 'Joint missions',
  events: 'Meetings and visits with both',
  people: 'People in common',
  partners: 'Organisations that both are related to or work with',
};
const KINDS = Object.keys(TITLES) as Kind[];

const KIND_OF_LABEL: Readonly<Record<string, Kind>> = {
  Agreement: 'agreements',
  Organisation: 'joint-bodies',
  Programme: 'programmes',
  Facility: 'facilities',
  Mission: 'missions',
  Event: 'events',
  Person: 'people',
};

const DEFAULT_LIMIT = 50;

/** A thing in common, and the relationships that lead to it from both; null where they are related directly. */
interface Shared {
  readonly node: number | null;
  readonly edges: number[];
}
type Groups = Map<Kind, Shared[]>;

function add(groups: Groups, kind: Kind, shared: Shared): void {
  groups.set(kind, [...(groups.get(kind) ?? []), shared]);
}

/** What is related to both at one step; states, places, topics and documents explain nothing and are left out. */
function gatherCommon(
  { topology }: LoadedGraph,
  [a, b]: readonly [number, number],
  isEdge: (edge: number) => boolean,
  groups: Groups,
): void {
  const stepsOf = (node: number) => listSteps(topology, node).filter((step) => isEdge(step.edge));
  const ofB = new Map<number, number[]>();
  for (const { node, edge } of stepsOf(b)) ofB.set(node, [...(ofB.get(node) ?? []), edge]);
  const ofA = new Map<number, number[]>();
  for (const { node, edge } of stepsOf(a)) ofA.set(node, [...(ofA.get(node) ?? []), edge]);
  const direct = ofA.get(b);
  if (direct) add(groups, 'direct', { node: null, edges: direct });
  for (const [node, edges] of ofA) {
    const others = ofB.get(node);
    const [label = ''] = labelsOf(topology, node);
    const kind = KIND_OF_LABEL[label];
    if (!others || kind === undefined || node === a || node === b) continue;
    add(groups, kind === 'joint-bodies' && !isBody(topology, [...edges, ...others]) ? 'partners' : kind, {
      node,
      edges: [...edges, ...others],
    });
  }
}

/** A third organisation is a body of both only where both are members of it; else both are related to it. */
function isBody(topology: LoadedGraph['topology'], edges: readonly number[]): boolean {
  return edges.every((edge) => topology.typeNames[at(topology.types, edge)] === 'MEMBER_OF');
}

function gatherSharedPartners(
  graph: LoadedGraph,
  [a, b]: readonly [number, number],
  isEdge: (edge: number) => boolean,
  groups: Groups,
): void {
  const known = new Set([...groups.values()].flat().map(({ node }) => node));
  const ofB = new Map(gatherPartners(graph, b, isEdge).map((draft) => [draft.node, draft]));
  const isMoreThanMet = ({ instruments, joint, direct }: PartnerDraft): boolean =>
    instruments.size + joint.size + direct.size > 0;
  for (const draft of gatherPartners(graph, a, isEdge).filter(isMoreThanMet)) {
    const other = ofB.get(draft.node);
    const isOrganisation = labelsOf(graph.topology, draft.node).includes('Organisation');
    if (!other || !isMoreThanMet(other) || !isOrganisation || draft.node === b || known.has(draft.node))
      continue;
    add(groups, 'partners', { node: draft.node, edges: [...new Set([...draft.edges, ...other.edges])] });
  }
}

/**
 * Why two entities are connected: what both are party to, members of, take part in or work with, in groups with
 * counts. Only what is stated counts.
 * @throws AppError unknown-id, contradictory-parameters when both are the same
 */
export function createListShared(deps: ExploreDeps): UseCase<SharedQuery & { id: string }, SharedResponse> {
  return (query, signal) =>
    deps.graph.use(async (graph) => {
      if (query.id === query.with) {
        throw new AppError('contradictory-parameters', 'with names the same entity: give another one.');
      }
      const pair = [requireNode(graph, query.id), requireNode(graph, query.with)] as const;
      const { span } = resolveDate(query.asOf, deps.now());
      const mask = createWalkMask(graph.topology, { modalities: new Set(['stated']), asOf: span });
      const groups: Groups = new Map();
      gatherCommon(graph, pair, (edge) => mask.edge(edge), groups);
      gatherSharedPartners(graph, pair, (edge) => mask.edge(edge), groups);
      const limit = query.limit ?? DEFAULT_LIMIT;
      const shown = KINDS.flatMap((kind) => {
        const all = (groups.get(kind) ?? []).toSorted((x, y) => (x.node ?? -1) - (y.node ?? -1));
        return all.length === 0 ? [] : [{ kind, all, things: all.slice(0, limit) }];
      });
      const things = shown.flatMap((group) => group.things);
      const nodes = [...pair, ...things.flatMap(({ node }) => (node === null ? [] : [node]))];
      const edges = things.flatMap((thing) => thing.edges);
      const told = await projectTold(deps, graph, nodes, edges, query.asOf, undefined, signal);
      return {
        from: told.node(pair[0]),
        to: told.node(pair[1]),
        groups: shown.map((group) => ({
          kind: group.kind,
          title: TITLES[group.kind],
          count: group.all.length,
          things: group.things.map(({ node, edges: own }) => ({
            ...(node === null ? {} : { node: told.node(node) }),
            edges: own.map(told.edge),
          })),
        })),
        truncated: shown.some((group) => group.things.length < group.all.length),
        revision: graph.revision,
      };
    });
}
