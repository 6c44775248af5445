import type { GraphNode, Partner, PartnersResponse } from '../contract/graph.ts';
import type { PartnersQuery } from '../contract/requests.ts';
import { parseEdtfDate } from '../evidence/edtf-date.ts';
import { createWalkMask } from '../topology/edge-mask.ts';
import { labelsOf, listSteps } from '../topology/topology.ts';
import type { LoadedGraph } from './current-graph.ts';
import type { ExploreDeps, UseCase } from './explore-deps.ts';
import { requireNode } from './find-by-id.ts';
import { toTexts } from './plain-values.ts';
import { projectNodes } from './project-graph.ts';
import { gatherReferences, projectStatements } from './project-statements.ts';
import { resolveDate } from './resolve-date.ts';

/** Relationships that make two institutions partners directly, and what their date means. */
const DIRECT: Readonly<Record<string, string>> = { COOPERATES_WITH: 'cooperation', MET_WITH: 'meeting' };
const JOINT_TYPES = new Set([
  'SUPPORTS',
  'OPERATES',
  'ESTABLISHED',
  'HOSTED',
  'PARTICIPATES_IN',
  'MEMBER_OF',
]);
const JOINT_LABELS = new Set(['Facility', 'Programme', 'Mission', 'Event']);
const DEFAULT_LIMIT = 100;
const MOST_REFERENCES = 20;

interface Draft {
  readonly node: number;
  readonly instruments: Set<number>;
  readonly joint: Set<number>;
  readonly events: Set<number>;
  /** Edges that the partnership rests on. */
  readonly edges: Set<number>;
  readonly direct: Set<number>;
}

interface DatedMeaning {
  readonly date: string;
  readonly meaning: string;
  readonly via: string;
  readonly from: number;
}

function gatherPartners(graph: LoadedGraph, node: number, isEdge: (edge: number) => boolean): Draft[] {
  const { topology } = graph;
  const drafts = new Map<number, Draft>();
  const draftOf = (partner: number): Draft => {
    const draft = drafts.get(partner) ?? {
      node: partner,
      instruments: new Set<number>(),
      joint: new Set<number>(),
      events: new Set<number>(),
      edges: new Set<number>(),
      direct: new Set<number>(),
    };
    drafts.set(partner, draft);
    return draft;
  };
  const typeOf = (edge: number): string => topology.typeNames[topology.types[edge] as number] as string;
  const isPartner = (other: number): boolean => {
    const labels = labelsOf(topology, other);
    return other !== node && (labels.includes('Organisation') || labels.includes('Place'));
  };
  for (const step of listSteps(topology, node).filter(({ edge }) => isEdge(edge))) {
    const type = typeOf(step.edge);
    const [label = ''] = labelsOf(topology, step.node);
    if (type in DIRECT && isPartner(step.node)) {
      draftOf(step.node).edges.add(step.edge);
      draftOf(step.node).direct.add(step.edge);
    }
    const isInstrument = type === 'PARTY_TO' && label === 'Agreement';
    if (!isInstrument && !(JOINT_TYPES.has(type) && JOINT_LABELS.has(label))) continue;
    for (const other of listSteps(topology, step.node).filter(({ edge }) => isEdge(edge))) {
      const otherType = typeOf(other.edge);
      if (!isPartner(other.node) || (isInstrument ? otherType !== 'PARTY_TO' : !JOINT_TYPES.has(otherType)))
        continue;
      const draft = draftOf(other.node);
      (isInstrument ? draft.instruments : label === 'Event' ? draft.events : draft.joint).add(step.node);
      draft.edges.add(step.edge).add(other.edge);
    }
  }
  return [...drafts.values()];
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

async function directDates(
  graph: LoadedGraph,
  edges: readonly number[],
  signal: AbortSignal,
): Promise<DatedMeaning[]> {
  const records = await graph.records.edges(edges, signal);
  return records.flatMap((record, place) => {
    const type = graph.topology.typeNames[graph.topology.types[edges[place] as number] as number] as string;
    return toTexts(record['dates']).map((date) => ({
      date,
      meaning: DIRECT[type] ?? 'cooperation',
      via: String(record['id']),
      from: parseEdtfDate(date).from,
    }));
  });
}

async function describePartner(
  deps: ExploreDeps,
  graph: LoadedGraph,
  draft: Draft,
  asOf: string | undefined,
  signal: AbortSignal,
): Promise<Partner> {
  const { day } = resolveDate(asOf, deps.now());
  const between = [...draft.instruments, ...draft.joint, ...draft.events];
  const [node, ...things] = await projectNodes(graph, [draft.node, ...between], day, signal);
  const dates = [...things.flatMap(datesOf), ...(await directDates(graph, [...draft.direct], signal))].sort(
    (a, b) => a.from - b.from || (a.via < b.via ? -1 : 1),
  );
  const [first] = dates;
  const records = await graph.records.edges(
    [...draft.edges].sort((a, b) => a - b),
    signal,
  );
  const ids = [...new Set(records.flatMap((record) => toTexts(record['statements'])))].slice(
    0,
    MOST_REFERENCES,
  );
  const idOf = (index: number): string => graph.topology.ids[index] as string;
  return {
    node: node as GraphNode,
    since: first ? { date: first.date, meaning: first.meaning, via: first.via } : null,
    instruments: [...draft.instruments].map(idOf).sort(),
    joint: [...draft.joint].map(idOf).sort(),
    lastActivity: dates.at(-1)?.date ?? null,
    references: gatherReferences(await projectStatements(deps, graph, ids, signal)).slice(0, MOST_REFERENCES),
  };
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
      const filter = { modalities: new Set(['stated']), asOf: resolveDate(query.asOf, deps.now()).span };
      const drafts = gatherPartners(graph, node, createWalkMask(graph.topology, filter).edge);
      const partners: Partner[] = [];
      for (const draft of drafts)
        partners.push(await describePartner(deps, graph, draft, query.asOf, signal));
      partners.sort(comparePartners(query.sort));
      const offset = query.offset ?? 0;
      const limit = query.limit ?? DEFAULT_LIMIT;
      return {
        partners: partners.slice(offset, offset + limit),
        total: partners.length,
        truncated: offset + limit < partners.length,
      };
    });
}
