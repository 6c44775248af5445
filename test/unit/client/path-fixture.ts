import * as fc from 'fast-check';

import type { FoundPathOnWire, PathsResponse } from '../../../server/contract/paths.ts';
import type { GraphEdge, GraphNode } from '../../../server/contract/graph.ts';
import {
  ENTITY_LABELS,
  HUB_LABELS,
  MODALITIES,
  RELATIONSHIP_TYPES,
} from '../../../server/contract/vocabulary.ts';
import type { LayeredSource } from '../../../client/graph/layered/layered-source.ts';
import { changeOptions, type PathOptions, type PathQuestion } from '../../../client/state/path-question.ts';
import { entity, relation } from './graph-fixture.ts';

const id = fc.string({ minLength: 1, maxLength: 20 });
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const some = <T>(list: readonly T[]) => optional(fc.uniqueArray(fc.constantFrom(...list), { minLength: 1 }));
const weight = fc.integer({ min: 0, max: 6 }).map((halves) => halves / 2);

/** Any options that the panel can set. */
export const pathOptions: fc.Arbitrary<PathOptions> = fc
  .record({
    mode: optional(fc.constantFrom('shortest' as const, 'all-shortest' as const)),
    rank: optional(fc.constantFrom('length' as const, 'score' as const)),
    k: optional(fc.integer({ min: 1, max: 25 })),
    maxHops: optional(fc.integer({ min: 1, max: 12 })),
    types: some(RELATIONSHIP_TYPES),
    excludeTypes: some(RELATIONSHIP_TYPES),
    exclude: optional(fc.uniqueArray(id, { minLength: 1, maxLength: 4 })),
    through: optional(fc.uniqueArray(id, { minLength: 1, maxLength: 3 })),
    direction: optional(fc.constant('out' as const)),
    asOf: optional(fc.constantFrom('2016', '2016-11', '2016-11-11', '2007/2012-03')),
    minDocuments: optional(fc.integer({ min: 1, max: 9 })),
    minPassages: optional(fc.integer({ min: 1, max: 9 })),
    withoutDocument: optional(fc.uniqueArray(id, { minLength: 1, maxLength: 3 })),
    modality: some(MODALITIES),
    hubs: some(HUB_LABELS),
    weights: optional(
      fc.dictionary(fc.constantFrom('length', 'recency', 'documents', 'hubs', 'relations'), weight),
    ),
  })
  .map((options) => changeOptions({}, options));

const goal = fc
  .record({
    label: optional(fc.constantFrom(...ENTITY_LABELS)),
    kind: optional(fc.constantFrom('university', 'agency')),
    country: fc.constantFrom('IN', 'JP'),
  })
  .map((parts) => Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)));

/** Any question about paths, whole or with an end missing. */
export const pathQuestion: fc.Arbitrary<PathQuestion> = fc.record({
  kind: fc.constant('path' as const),
  from: id,
  to: fc.oneof(id, goal, fc.constant(null)),
  index: fc.nat(24),
  options: pathOptions,
});

/** A path over its relationships, from the first node on. */
export function foundPath(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  over: Partial<FoundPathOnWire> = {},
): FoundPathOnWire {
  return { length: edges.length, nodes: [...nodes], edges: [...edges], score: 0.5, scoreParts: [], ...over };
}

export function pathsAnswer(
  paths: readonly FoundPathOnWire[],
  over: Partial<PathsResponse> = {},
): PathsResponse {
  return {
    paths: [...paths],
    searched: { maxHops: 8, leftOut: [] },
    truncated: false,
    revision: 'r',
    elapsedMs: 1,
    ...over,
  };
}

/** Paths between A and B through a small pool, so that they cross, share stations and pass them in other orders. */
export const layeredSource: fc.Arbitrary<LayeredSource> = fc
  .array(fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 6 }), { minLength: 1, maxLength: 8 })
  .map((stations) => {
    const nodes = new Map<string, GraphNode>();
    const edges = new Map<string, GraphEdge>();
    const walks = stations.map((between) => {
      const ids = ['org:a', ...between.map((place) => `agr:n${place}`), 'org:b'];
      for (const name of ids) nodes.set(name, entity(name));
      const own = ids
        .slice(1)
        .map((next, place) =>
          relation('PARTY_TO', ...([ids[place] ?? '', next].toSorted() as [string, string])),
        );
      for (const edge of own) edges.set(edge.id, edge);
      return { nodes: ids, edges: own.map((edge) => edge.id) };
    });
    return {
      nodes: [...nodes.values()],
      edges: [...edges.values()],
      starts: ['org:a'],
      ends: ['org:b'],
      walks,
    };
  });
