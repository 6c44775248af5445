import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createTopologyBuilder } from '../../../../server/topology/build-topology.ts';
import { findComponents } from '../../../../server/topology/components.ts';
import {
  documentIdsOf,
  independentDocumentsOf,
  passagesOf,
  spansOf,
} from '../../../../server/topology/edge-facts.ts';
import { createWalkMask } from '../../../../server/topology/edge-mask.ts';
import {
  edgeIdOf,
  edgeIndexOf,
  labelsOf,
  listSteps,
  nodeIndexOf,
  sourceOf,
} from '../../../../server/topology/topology.ts';
import { buildGraph, graphs, idOf, TYPES } from './topology-fixture.ts';

const STILL = 2_147_483_647;
const ALWAYS_BEFORE = -2_147_483_648;

describe('a topology', () => {
  test('is the same whatever order the rows arrive in', () => {
    fc.assert(
      fc.property(graphs(), fc.infiniteStream(fc.nat(1_000)), (graph, keys) => {
        const shuffled = buildGraph(graph, (items) =>
          items
            .map((item) => ({ item, key: keys.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item),
        );
        expect(shuffled).toEqual(buildGraph(graph));
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  test('finds every node and edge by its id, and none that is not there', () => {
    fc.assert(
      fc.property(graphs(), (graph) => {
        const topology = buildGraph(graph);
        graph.nodes.forEach((_, node) => expect(nodeIndexOf(topology, idOf(node))).toBe(node));
        for (let edge = 0; edge < topology.edgeCount; edge += 1) {
          expect(edgeIndexOf(topology, edgeIdOf(topology, edge))).toBe(edge);
        }
        for (const id of ['', 'n:0', 'n:99', '~', 'z']) expect(nodeIndexOf(topology, id)).toBe(-1);
        for (const id of ['', 'a', 'a~n:00', 'q~n:00~n:01', 'a~n:00~n:99', 'a~n:00~n:01~r~s']) {
          expect(edgeIndexOf(topology, id)).toBe(-1);
        }
      }),
      { numRuns: 200, seed: 2 },
    );
  });

  test('tells parallel edges and loops of a node with many edges apart', () => {
    const facts = { modality: 'stated', documents: 1, holds: [] };
    const targets = Array.from({ length: 40 }, (_, target) => target);
    const topology = buildGraph({
      nodes: targets.map(() => ({ label: 'Organisation' })),
      // From 20 to every third node: three times each, itself among them.
      edges: targets
        .filter((target) => target % 3 === 2)
        .flatMap((target) => TYPES.map((type) => ({ source: 20, target, type, ...facts }))),
    });
    for (const target of targets) {
      for (const type of ['a', 'b', 'c']) {
        const id = `${type}~${idOf(20)}~${idOf(target)}`;
        const edge = edgeIndexOf(topology, id);
        expect(edge >= 0 ? edgeIdOf(topology, edge) : null).toBe(target % 3 === 2 ? id : null);
      }
      expect(edgeIndexOf(topology, `d~${idOf(20)}~${idOf(target)}`)).toBe(-1);
      expect(edgeIndexOf(topology, `a~${idOf(20)}~${idOf(target)}~role`)).toBe(-1);
    }
  });

  test('counts degrees and lists steps as the plain edges say', () => {
    fc.assert(
      fc.property(graphs(), (graph) => {
        const topology = buildGraph(graph);
        graph.nodes.forEach((_, node) => {
          const touching = graph.edges.filter((edge) => edge.source === node || edge.target === node);
          expect(topology.degrees[node]).toBe(touching.length);
          const steps = listSteps(topology, node);
          expect(steps).toHaveLength(touching.length);
          for (const step of steps) {
            expect(sourceOf(topology, step.edge)).toBe(step.forward ? node : step.node);
            expect(topology.targets[step.edge]).toBe(step.forward ? step.node : node);
          }
          expect(listSteps(topology, node, 'out')).toHaveLength(
            graph.edges.filter((edge) => edge.source === node).length,
          );
        });
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  test('leaves out edges without ends, and counts them', () => {
    const builder = createTopologyBuilder(['Organisation'], ['stated']);
    builder.addNodes({
      ids: ['b', 'a'],
      labels: [['Entity', 'Organisation'], ['Entity']],
      captions: ['B', 'A'],
    });
    builder.addEdges({
      type: 'PARTICIPATES_IN',
      role: 'pilot country',
      modality: 'stated',
      disputed: true,
      documents: 70_000,
      passages: 2,
      documentIds: ['doc:x', 'doc:w'],
      sources: ['a', 'a'],
      targets: ['gone', 'b'],
      holds: [[], [ALWAYS_BEFORE, STILL]],
    });
    const topology = builder.build();
    expect(topology.danglingEdges).toBe(1);
    expect(edgeIdOf(topology, 0)).toBe('participates-in~a~b~pilot-country');
    expect(independentDocumentsOf(topology, 0)).toBe(70_000);
    expect(passagesOf(topology, 0)).toBe(2);
    expect(documentIdsOf(topology, 0)).toEqual(['doc:w', 'doc:x']);
    expect(topology.documentIds).toEqual(['doc:w', 'doc:x']);
    expect(topology.disputed[0]).toBe(1);
    expect(spansOf(topology, 0)).toEqual([]);
    expect(labelsOf(topology, 1)).toEqual(['Organisation']);
  });

  test('knows on which days an edge holds', () => {
    const topology = buildGraph({
      nodes: [{ label: 'Organisation' }, { label: 'Organisation' }],
      edges: [
        { source: 0, target: 1, type: 'A', modality: 'stated', documents: 1, holds: [5, 10, 20, STILL] },
        { source: 0, target: 1, type: 'B', modality: 'stated', documents: 1, holds: [] },
      ],
    });
    const holdsDuring = (edge: number, from: number, to: number) =>
      createWalkMask(topology, { asOf: { from, to } }).edge(edge);
    const onDay = (day: number) => holdsDuring(0, day, day);
    expect([4, 5, 10, 11, 19, 20, 90_000].map(onDay)).toEqual([false, true, true, false, false, true, true]);
    expect(holdsDuring(0, 11, 19)).toBe(false);
    expect(holdsDuring(0, 11, 20)).toBe(true);
    expect(holdsDuring(1, -1, -1)).toBe(true);
  });

  test('keeps equal evidence and equal spans once, and tells those of each edge', () => {
    fc.assert(
      fc.property(graphs(), (graph) => {
        const topology = buildGraph(graph);
        for (const edge of graph.edges) {
          const type = edge.type.toLowerCase();
          const index = edgeIndexOf(topology, `${type}~${idOf(edge.source)}~${idOf(edge.target)}`);
          expect(independentDocumentsOf(topology, index)).toBe(edge.documents);
          expect(passagesOf(topology, index)).toBe(edge.passages);
          expect(documentIdsOf(topology, index)).toEqual(edge.documentIds);
          expect(spansOf(topology, index).flatMap(({ from, to }) => [from, to])).toEqual(edge.holds);
        }
        for (const table of [topology.evidence, topology.spans]) {
          expect(new Set(table.map((row) => JSON.stringify(row))).size).toBe(table.length);
        }
      }),
      { numRuns: 200, seed: 5 },
    );
  });

  test('needs four bytes a code only above 65,536 combinations', () => {
    const withDistinctSpans = (count: number) =>
      buildGraph({
        nodes: Array.from({ length: count }, () => ({ label: 'Organisation' })),
        edges: Array.from({ length: count }, (_, node) => ({
          source: node,
          target: 0,
          type: 'A',
          modality: 'stated',
          documents: node,
          holds: [node, node],
        })),
      });
    expect(withDistinctSpans(1_000).spanCodes).toBeInstanceOf(Uint16Array);
    const large = withDistinctSpans(65_537);
    expect(large.spanCodes).toBeInstanceOf(Uint32Array);
    expect(large.evidenceCodes).toBeInstanceOf(Uint32Array);
    for (const edge of [0, 40_000, 65_536]) {
      const [span] = spansOf(large, edge);
      expect(independentDocumentsOf(large, edge)).toBe(span?.from);
    }
  });

  test('falls into the components that plain colouring finds', () => {
    fc.assert(
      fc.property(graphs(), (graph) => {
        const topology = buildGraph(graph);
        const components = findComponents(topology, createWalkMask(topology, { types: new Set(['A', 'B']) }));
        const colours = graph.nodes.map((_, node) => node);
        for (let round = 0; round < graph.nodes.length; round += 1) {
          for (const edge of graph.edges.filter(({ type }) => type !== 'C')) {
            const least = Math.min(colours[edge.source]!, colours[edge.target]!);
            colours[edge.source] = least;
            colours[edge.target] = least;
          }
        }
        expect(components.count).toBe(new Set(colours).size);
        colours.forEach((colour, node) => {
          expect(components.of[node]).toBe(components.of[colour]);
          expect(components.sizes[components.of[node]!]).toBe(
            colours.filter((other) => other === colour).length,
          );
        });
      }),
      { numRuns: 300, seed: 4 },
    );
  });
});
