import type { GraphNode, Partner, PartnersResponse } from '../contract/graph.ts';
import type { PartnersQuery } from '../contract/requests.ts';
import { parseEdtfDate } from '../evidence/edtf-date.ts';
import { createWalkMask } from '../topology/edge-mask.ts';
import { edgeIdOf } from '../topology/topology.ts';
import type { LoadedGraph } from './load-graph.ts';
import { DIRECT_MEANINGS, gatherPartners } from './gather-partners.ts';
import type { PartnerDraft } from './gather-partners.ts';
import type { ExploreDeps, UseCase } from './explore-deps.ts';
import { requireNode } from './find-by-id.ts';
import type { StandingDay } from './compute-standing.ts';
import { toTexts } from './plain-values.ts';
import type { PlainProperties } from './plain-values.ts';
import { projectNodes } from './project-graph.ts';
import { gatherReferences, projectStatements } from './project-statements.ts';
import { resolveDate } from './resolve-date.ts';

const DEFAULT_LIMIT = 100;
const MOST_REFERENCES = 20;

interface DatedMeaning {
  readonly date: string;
  readonly meaning: string;
  readonly via: string;
  readonly from: number;
}

/** `signed 2016-11-11` and the like; an end of validity is no activity. */
function datesOf(node: GraphNode): DatedMeaning[] {
  const dates = node.properties['dates'];
  return (Array.isArray(dates) ? dates : []).flatMap((entry) => {
    const [meaning = '', ...rest] = String(entry).split(' ');
    const date = rest.join(' ');
    if (date === '' || meaning === 'expires') return [];
    return [{ date, meaning, via: node.id, from: parseEdtfDate(date).from }];
  });
}

function directDates({ topology }: LoadedGraph, edge: number, record: PlainProperties): DatedMeaning[] {
  const type = topology.typeNames[topology.types[edge] as number] as string;
  const meaning = DIRECT_MEANINGS[type] ?? 'cooperation';
  return toTexts(record['dates']).map((date) => ({
    date,
    meaning,
    via: edgeIdOf(topology, edge),
    from: parseEdtfDate(date).from,
  }));
}

/** What is known of all partners together: read at once, not partner by partner. */
interface Known {
  readonly nodes: ReadonlyMap<number, GraphNode>;
  readonly edges: ReadonlyMap<number, PlainProperties>;
}

async function readKnown(
  graph: LoadedGraph,
  drafts: readonly PartnerDraft[],
  day: StandingDay,
  signal: AbortSignal,
): Promise<Known> {
  const nodes = [
    ...new Set(
      drafts.flatMap((draft) => [draft.node, ...draft.instruments, ...draft.joint, ...draft.events]),
    ),
  ];
  const edges = [...new Set(drafts.flatMap((draft) => [...draft.edges]))];
  const projected = await projectNodes(graph, nodes, day, signal);
  const records = await graph.records.edges(edges, signal);
  return {
    nodes: new Map(nodes.map((node, place) => [node, projected[place] as GraphNode])),
    edges: new Map(edges.map((edge, place) => [edge, records[place] as PlainProperties])),
  };
}

/** A partner without references, which only those on the page get. */
function describePartner(graph: LoadedGraph, draft: PartnerDraft, known: Known): Partner {
  const idOf = (index: number): string => graph.topology.ids[index] as string;
  const between = [...draft.instruments, ...draft.joint, ...draft.events];
  const dates = [
    ...between.flatMap((node) => datesOf(known.nodes.get(node) as GraphNode)),
    ...[...draft.direct].flatMap((edge) =>
      directDates(graph, edge, known.edges.get(edge) as PlainProperties),
    ),
  ].sort((a, b) => a.from - b.from || (a.via < b.via ? -1 : 1));
  const [first] = dates;
  return {
    node: known.nodes.get(draft.node) as GraphNode,
    since: first ? { date: first.date, meaning: first.meaning, via: first.via } : null,
    instruments: [...draft.instruments].map(idOf).sort(),
    joint: [...draft.joint].map(idOf).sort(),
    lastActivity: dates.at(-1)?.date ?? null,
    references: [],
  };
}

async function addReferences(
  deps: ExploreDeps,
  graph: LoadedGraph,
  partners: readonly Partner[],
  statementIds: (partner: Partner) => string[],
  signal: AbortSignal,
): Promise<Partner[]> {
  const wanted = [...new Set(partners.flatMap(statementIds))];
  const statements = await projectStatements(deps, graph, wanted, signal);
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  return partners.map((partner) => {
    const own = statementIds(partner)
      .map((id) => byId.get(id))
      .filter((statement) => statement !== undefined);
    return { ...partner, references: gatherReferences(own).slice(0, MOST_REFERENCES) };
  });
}

function comparePartners(sort: PartnersQuery['sort']): (a: Partner, b: Partner) => number {
  const start = (date: string | null | undefined, missing: number): number =>
    date ? parseEdtfDate(date).from : missing;
  const byId = (a: Partner, b: Partner): number => (a.node.id < b.node.id ? -1 : 1);
  const orders: Record<string, (a: Partner, b: Partner) => number> = {
    since: (a, b) =>
      start(a.since?.date, Number.MAX_SAFE_INTEGER) - start(b.since?.date, Number.MAX_SAFE_INTEGER),
    'last-activity': (a, b) =>
      start(b.lastActivity, -Number.MAX_SAFE_INTEGER) - start(a.lastActivity, -Number.MAX_SAFE_INTEGER),
    instruments: (a, b) => b.instruments.length - a.instruments.length,
    joint: (a, b) => b.joint.length - a.joint.length,
    name: (a, b) => (a.node.caption === b.node.caption ? 0 : a.node.caption < b.node.caption ? -1 : 1),
  };
  const order = orders[sort ?? 'since'] as (a: Partner, b: Partner) => number;
  return (a, b) => order(a, b) || byId(a, b);
}

/**
 * With whom an organisation shares instruments, joint programmes and facilities, or is stated to cooperate: since when
 * (and what that date means), by what, and the last dated activity. Only what is stated counts.
 */
export function createListPartners(
  deps: ExploreDeps,
): UseCase<PartnersQuery & { id: string }, PartnersResponse> {
  return (query, signal) =>
    deps.graph.use(async (graph) => {
      const node = requireNode(graph, query.id);
      const asked = resolveDate(query.asOf, deps.now());
      const mask = createWalkMask(graph.topology, { modalities: new Set(['stated']), asOf: asked.span });
      const drafts = gatherPartners(graph, node, (edge) => mask.edge(edge));
      const known = await readKnown(graph, drafts, asked.day, signal);
      const draftOf = new Map(drafts.map((draft) => [graph.topology.ids[draft.node] as string, draft]));
      const statementIds = (partner: Partner): string[] =>
        [...(draftOf.get(partner.node.id)?.edges ?? [])]
          .flatMap((edge) => toTexts(known.edges.get(edge)?.['statements']))
          .slice(0, MOST_REFERENCES);
      const partners = drafts
        .map((draft) => describePartner(graph, draft, known))
        .sort(comparePartners(query.sort));
      const offset = query.offset ?? 0;
      const limit = query.limit ?? DEFAULT_LIMIT;
      const page = partners.slice(offset, offset + limit);
      return {
        partners: await addReferences(deps, graph, page, statementIds, signal),
        total: partners.length,
        truncated: offset + limit < partners.length,
      };
    });
}
