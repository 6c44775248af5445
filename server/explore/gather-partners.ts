import { labelsOf, listSteps } from '../topology/topology.ts';
import type { LoadedGraph } from './load-graph.ts';

/** Relationships that make two institutions partners directly, and what their date means. */
export const DIRECT_MEANINGS: Readonly<Record<string, string>> = {
  COOPERATES_WITH: 'cooperation',
  MET_WITH: 'meeting',
};
const JOINT_TYPES = new Set([
  'SUPPORTS',
  'OPERATES',
  'ESTABLISHED',
  'HOSTED',
  'PARTICIPATES_IN',
  'MEMBER_OF',
]);
const JOINT_LABELS = new Set(['Facility', 'Programme', 'Mission', 'Event']);

/** What makes another organisation or state a partner; all are numbers in the topology. */
export interface PartnerDraft {
  readonly node: number;
  readonly instruments: Set<number>;
  readonly joint: Set<number>;
  readonly events: Set<number>;
  /** Edges that the partnership rests on. */
  readonly edges: Set<number>;
  readonly direct: Set<number>;
}

/**
 * The partners of an entity: with whom it shares instruments, joint things or meetings, or is related directly.
 * @param isEdge which relationships count
 */
export function gatherPartners(
  graph: LoadedGraph,
  node: number,
  isEdge: (edge: number) => boolean,
): PartnerDraft[] {
  const { topology } = graph;
  const drafts = new Map<number, PartnerDraft>();
  const draftOf = (partner: number): PartnerDraft => {
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
    if (type in DIRECT_MEANINGS && isPartner(step.node)) {
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
