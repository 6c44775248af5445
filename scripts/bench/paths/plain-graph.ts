import { ENTITY_LABELS, MODALITIES } from '../../../server/contract/vocabulary.ts';
import { createTopologyBuilder } from '../../../server/topology/build-topology.ts';
import type { Topology } from '../../../server/topology/topology.ts';

/** A graph to measure on: every two nodes have at most one edge, and none leads to itself. */
export interface PlainGraph {
  readonly name: string;
  readonly nodeCount: number;
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
}

/** One relationship as it stands in a database (docs/graph-shape.md). */
export interface EdgeFacts {
  readonly type: string;
  readonly modality: string;
  readonly disputed: boolean;
  readonly documents: number;
  readonly passages: number;
  readonly documentIds: readonly string[];
  readonly holds: readonly number[];
}

const DOCUMENTS = 200;
const TYPES = [
  'COOPERATES_WITH',
  'COOPERATES_WITH',
  'COOPERATES_WITH',
  'PARTY_TO',
  'PARTICIPATES_IN',
  'SUPPORTS',
];

/** Seven digits, so that the order of ids is the order of numbers. */
export function idOf(node: number): string {
  return `org:n${String(node).padStart(7, '0')}`;
}

/** Spreads the bits of a number (the finaliser of MurmurHash3), so that facts depend on nothing but the edge. */
function scatter(number: number): number {
  let bits = Math.imul(number ^ (number >>> 16), 0x85_eb_ca_6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2_b2_ae_35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Facts as varied as those of a real data set: one to three documents of 200, some thousands of days, five types. */
export function factsOf(edge: number): EdgeFacts {
  const bits = scatter(edge + 1);
  const documents = 1 + (bits % 8 === 0 ? 2 : bits % 4 === 0 ? 1 : 0);
  const first = (bits >>> 3) % DOCUMENTS;
  const from = 7_300 + ((bits >>> 8) % 3_650) * 4;
  const lasts = (bits >>> 24) % 4;
  return {
    type: TYPES[(bits >>> 5) % TYPES.length] as string,
    modality: bits % 32 === 1 ? 'planned' : 'stated',
    disputed: bits % 64 === 2,
    documents,
    passages: documents + ((bits >>> 12) % 3),
    documentIds: Array.from(
      { length: documents },
      (_, place) => `doc:d${String((first + 7 * place) % DOCUMENTS).padStart(3, '0')}`,
    ).sort(),
    holds: lasts === 0 ? [] : lasts === 1 ? [from, from + 1_461] : [from, 2_147_483_647],
  };
}

/** The topology of a plain graph, with facts on every edge. */
export function toTopology(graph: PlainGraph): Topology {
  const builder = createTopologyBuilder(ENTITY_LABELS, MODALITIES);
  const ids = Array.from({ length: graph.nodeCount }, (_, node) => idOf(node));
  builder.addNodes({ ids, labels: ids.map(() => ['Entity', 'Organisation']), captions: ids });
  graph.sources.forEach((source, edge) => {
    const { holds, ...facts } = factsOf(edge);
    const target = graph.targets[edge] as number;
    builder.addEdges({
      ...facts,
      role: '',
      sources: [ids[source] as string],
      targets: [ids[target] as string],
      holds: [holds],
    });
  });
  return builder.build();
}
