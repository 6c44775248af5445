import * as fc from 'fast-check';

import { createTopologyBuilder } from '../../../../server/topology/build-topology.ts';
import type { EdgeGroup } from '../../../../server/topology/edge-store.ts';
import type { Topology } from '../../../../server/topology/topology.ts';

export interface PlainEdge {
  readonly source: number;
  readonly target: number;
  readonly type: string;
  readonly modality: string;
  readonly documents: number;
  readonly passages?: number;
  readonly documentIds?: readonly string[];
  readonly disputed?: boolean;
  readonly holds: readonly number[];
}
export interface PlainGraph {
  readonly nodes: readonly { readonly label: string }[];
  readonly edges: readonly PlainEdge[];
}

export const LABELS = ['Organisation', 'Place'];
export const MODALITIES = ['stated', 'discussed'];
export const TYPES = ['A', 'B', 'C'];

/** Two digits, so that the order of ids is the order of numbers. */
export const idOf = (node: number): string => `n:${String(node).padStart(2, '0')}`;

/** Small graphs with parallel edges of different types and loops, never two equal edges. */
export function graphs(maxNodes = 9, maxEdges = 18): fc.Arbitrary<PlainGraph> {
  return fc.integer({ min: 2, max: maxNodes }).chain((count) =>
    fc.record({
      nodes: fc.array(fc.record({ label: fc.constantFrom('Organisation', 'Organisation', 'Place') }), {
        minLength: count,
        maxLength: count,
      }),
      edges: fc.uniqueArray(
        fc.record({
          source: fc.integer({ min: 0, max: count - 1 }),
          target: fc.integer({ min: 0, max: count - 1 }),
          type: fc.constantFrom(...TYPES),
          modality: fc.constantFrom('stated', 'stated', 'discussed'),
          documents: fc.integer({ min: 1, max: 3 }),
          passages: fc.integer({ min: 0, max: 2 }),
          documentIds: fc.subarray(['doc:a', 'doc:b', 'doc:c']),
          disputed: fc.boolean(),
          holds: fc.constantFrom([], [0, 10], [5, 20, 30, 40]),
        }),
        { maxLength: maxEdges, selector: (edge) => `${edge.type} ${edge.source} ${edge.target}` },
      ),
    }),
  );
}

/** Ties of one type from one to another, all stated by one document and without dates. */
export function statedTies(pairs: readonly (readonly [string, string])[], document = 'doc:one'): EdgeGroup {
  return {
    type: 'PARTY_TO',
    role: '',
    modality: 'stated',
    disputed: false,
    documents: 1,
    passages: 1,
    documentIds: [document],
    sources: pairs.map(([source]) => source),
    targets: pairs.map(([, target]) => target),
    holds: pairs.map(() => []),
  };
}

/** Builds it with the rows in the given order, which must not matter. */
export function buildGraph(
  graph: PlainGraph,
  shuffle: <T>(items: readonly T[]) => T[] = (items) => [...items],
): Topology {
  const builder = createTopologyBuilder(LABELS, MODALITIES);
  const nodes = shuffle(graph.nodes.map((node, index) => ({ ...node, id: idOf(index) })));
  builder.addNodes({
    ids: nodes.map((node) => node.id),
    labels: nodes.map((node) => ['Entity', node.label]),
    captions: nodes.map((node) => node.id),
  });
  for (const edge of shuffle(graph.edges)) {
    builder.addEdges({
      type: edge.type,
      role: '',
      modality: edge.modality,
      disputed: edge.disputed ?? false,
      documents: edge.documents,
      passages: edge.passages ?? 1,
      documentIds: edge.documentIds ?? [],
      sources: [idOf(edge.source)],
      targets: [idOf(edge.target)],
      holds: [edge.holds],
    });
  }
  return builder.build();
}
