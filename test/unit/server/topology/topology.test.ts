import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createTopologyBuilder } from '../../../../server/topology/build-topology.ts';
import { findComponents } from '../../../../server/topology/components.ts';
import { createWalkMask, holdsDuring } from '../../../../server/topology/edge-mask.ts';
import {
  edgeIdOf,
  edgeIndexOf,
  labelsOf,
  listSteps,
  nodeIndexOf,
  sourceOf,
} from '../../../../server/topology/topology.ts';
import { buildGraph, graphs, idOf } from './topology-fixture.ts';

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
      sources: ['a', 'a'],
      targets: ['gone', 'b'],
      types: ['PARTY_TO', 'PARTICIPATES_IN'],
      roles: ['', 'pilot country'],
      modalities: ['stated', 'stated'],
      documents: [1, 70_000],
      disputed: [false, true],
      holds: [[], [ALWAYS_BEFORE, STILL]],
    });
    const topology = builder.build();
    expect(topology.danglingEdges).toBe(1);
    expect(edgeIdOf(topology, 0)).toBe('participates-in~a~b~pilot-country');
    expect(topology.documents[0]).toBe(65_535);
    expect(topology.disputed[0]).toBe(1);
    expect(topology.holds).toHaveLength(0);
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
    const onDay = (day: number) => holdsDuring(topology, 0, { from: day, to: day });
    expect([4, 5, 10, 11, 19, 20, 90_000].map(onDay)).toEqual([false, true, true, false, false, true, true]);
    expect(holdsDuring(topology, 0, { from: 11, to: 19 })).toBe(false);
    expect(holdsDuring(topology, 0, { from: 11, to: 20 })).toBe(true);
    expect(holdsDuring(topology, 1, { from: -1, to: -1 })).toBe(true);
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
