import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { assignColumns } from '../../../client/graph/layered/assign-columns.ts';
import { buildLayers } from '../../../client/graph/layered/build-layers.ts';
import { overlaps } from '../../../client/graph/layered/layer-labels.ts';
import { hitLayered } from '../../../client/graph/layered/layered-hit.ts';
import { linePoint, type LayeredCanvas } from '../../../client/graph/layered/layered-picture.ts';
import type { LayeredSource } from '../../../client/graph/layered/layered-source.ts';
import { countCrossings, orderColumns, type Tie } from '../../../client/graph/layered/order-columns.ts';
import { placeLayered } from '../../../client/graph/layered/place-layered.ts';
import { entity, relation } from './graph-fixture.ts';
import { layeredSource } from './path-fixture.ts';

const CANVAS: LayeredCanvas = {
  widthPx: 1000,
  heightPx: 700,
  isMiniature: false,
  measure: (text, sizePx) => text.length * sizePx * 0.55,
};
const canvas = fc.record({
  widthPx: fc.integer({ min: 200, max: 2000 }),
  heightPx: fc.integer({ min: 150, max: 1200 }),
  isMiniature: fc.boolean(),
  measure: fc.constant(CANVAS.measure),
});

function pathsThrough(...stations: readonly string[][]): LayeredSource {
  const ids = [...new Set(['org:a', ...stations.flat(), 'org:b'])];
  const walks = stations.map((between) => {
    const nodes = ['org:a', ...between, 'org:b'];
    return { nodes, edges: nodes.slice(1).map((id, place) => relation('PARTY_TO', nodes[place] ?? '', id)) };
  });
  return {
    nodes: ids.map((id) => entity(id)),
    edges: walks.flatMap((walk) => walk.edges),
    starts: ['org:a'],
    ends: ['org:b'],
    walks: walks.map((walk) => ({ nodes: walk.nodes, edges: walk.edges.map((edge) => edge.id) })),
  };
}

describe('the columns', () => {
  it('are the least hops from the start, the end to the right of all', () => {
    fc.assert(
      fc.property(layeredSource, (source) => {
        const columns = assignColumns(source);
        const longest = Math.max(...source.walks.map((walk) => walk.nodes.length - 1));
        for (const { id } of source.nodes) {
          const hops = source.walks.map((walk) => walk.nodes.indexOf(id)).filter((hop) => hop >= 0);
          const wanted = id === 'org:b' ? longest : Math.min(...hops);
          expect(columns.get(id)).toBe(wanted);
        }
      }),
    );
  });

  it('follow the hops from the first of several ends, and begin anew where nothing connects', () => {
    const ids = ['org:a', 'org:b', 'org:c', 'org:far', 'agr:x'];
    const columns = assignColumns({
      nodes: ids.map((id) => entity(id)),
      edges: ['org:a', 'org:b', 'org:c'].map((id) => relation('PARTY_TO', id, 'agr:x')),
      starts: ['org:a'],
      ends: ['org:b', 'org:c', 'org:far'],
      walks: [],
    });
    expect(Object.fromEntries(columns)).toEqual({
      'org:a': 0,
      'agr:x': 1,
      'org:b': 2,
      'org:c': 2,
      'org:far': 0,
    });
  });

  it('keep an end that a path runs on through where it is met', () => {
    const source = pathsThrough(['org:x'], ['org:x', 'org:y']);
    const columns = assignColumns({ ...source, ends: ['org:x', 'org:b'] });
    expect(columns.get('org:x')).toBe(1);
    expect(columns.get('org:b')).toBe(3);
  });
});

describe('the order in a column', () => {
  it('undoes a crossing', () => {
    const columns = [
      ['a', 'b'],
      ['c', 'd'],
    ];
    const ties: Tie[][] = [
      [
        ['a', 'd'],
        ['b', 'c'],
      ],
    ];
    expect(countCrossings(columns, ties)).toBe(1);
    expect(countCrossings(orderColumns(columns, ties), ties)).toBe(0);
  });

  it('never has more crossings than the order of the ranks, and loses nothing', () => {
    const key = fc.integer({ min: 0, max: 5 });
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.tuple(key, key), { maxLength: 12 }), { minLength: 1, maxLength: 4 }),
        (gaps) => {
          const columns = Array.from({ length: gaps.length + 1 }, (_, column) =>
            Array.from({ length: 6 }, (__, place) => `${column}-${place}`),
          );
          const ties = gaps.map((gap, column) =>
            gap.map(([left, right]): Tie => [`${column}-${left}`, `${column + 1}-${right}`]),
          );
          const ordered = orderColumns(columns, ties);
          expect(countCrossings(ordered, ties)).toBeLessThanOrEqual(countCrossings(columns, ties));
          expect(ordered.map((column) => column.toSorted())).toEqual(columns);
        },
      ),
    );
  });
});

describe('the layered picture', () => {
  it('puts no two things at one place, A left and B right, every column at its own x', () => {
    fc.assert(
      fc.property(layeredSource, canvas, (source, size) => {
        const { nodes } = placeLayered(source, size);
        const places = new Set(nodes.map(({ x, y }) => `${x.toFixed(2)} ${y.toFixed(2)}`));
        expect(places.size).toBe(source.nodes.length);
        const xOf = new Map(nodes.map(({ column, x }) => [column, x]));
        for (const { node, column, x } of nodes) {
          expect(x).toBe(xOf.get(column));
          if (node.id !== 'org:a') expect(x).toBeGreaterThan(xOf.get(0)!);
          if (node.id !== 'org:b') expect(x).toBeLessThan(Math.max(...xOf.values()));
        }
      }),
    );
  });

  it('is the same whenever it is laid out', () => {
    fc.assert(
      fc.property(layeredSource, canvas, (source, size) => {
        expect(placeLayered(structuredClone(source), size)).toEqual(placeLayered(source, size));
      }),
    );
  });

  it('lets no name stand on another name, nor any word of a line on a name', () => {
    fc.assert(
      fc.property(layeredSource, (source) => {
        const { nodes, lines } = placeLayered(source, CANVAS);
        const names = nodes.flatMap(({ label }) => (label ? [label.box] : []));
        const words = lines.flatMap(({ label }) => (label ? [label.box] : []));
        expect(names).toHaveLength(nodes.length);
        const all = [...names, ...words];
        all.forEach((box, place) => {
          expect(all.slice(place + 1).filter((other) => overlaps(box, other))).toEqual([]);
        });
      }),
    );
  });

  it('stays on the canvas while its rows and columns have room there', () => {
    fc.assert(
      fc.property(layeredSource, (source) => {
        const { nodes, lines, widthPx, heightPx } = placeLayered(source, CANVAS);
        expect([widthPx, heightPx]).toEqual([CANVAS.widthPx, CANVAS.heightPx]);
        const points = lines.flatMap(({ curves }) => curves.flatMap((curve) => [curve.y0, curve.y3]));
        for (const y of [...nodes.map((placed) => placed.y), ...points]) {
          expect(y).toBeGreaterThan(0);
          expect(y).toBeLessThan(CANVAS.heightPx);
        }
      }),
    );
  });

  it('joins each relationship to both of its ends', () => {
    fc.assert(
      fc.property(layeredSource, canvas, (source, size) => {
        const { nodes, lines } = placeLayered(source, size);
        const at = new Map(nodes.map(({ node, x, y }) => [node.id, `${x} ${y}`]));
        for (const { edge, curves } of lines) {
          const [first, last] = [curves[0]!, curves.at(-1)!];
          const ends = [`${first.x0} ${first.y0}`, `${last.x3} ${last.y3}`];
          expect(ends.toSorted()).toEqual([at.get(edge.source), at.get(edge.target)].toSorted());
          curves
            .slice(1)
            .forEach((curve, place) =>
              expect([curve.x0, curve.y0]).toEqual([curves[place]!.x3, curves[place]!.y3]),
            );
        }
      }),
    );
  });

  it('draws parallel relationships beside each other, each with its words', () => {
    const both = ['COOPERATES_WITH', 'MET_WITH'].map((type) => relation(type, 'org:a', 'org:b'));
    const { lines } = placeLayered(
      {
        nodes: ['org:a', 'org:b'].map((id) => entity(id)),
        edges: both,
        starts: ['org:a'],
        ends: ['org:b'],
        walks: both.map((edge) => ({ nodes: ['org:a', 'org:b'], edges: [edge.id] })),
      },
      CANVAS,
    );
    const [above, below] = lines.map((line) => linePoint(line.curves, 0.5).y);
    expect(Math.abs(above! - below!)).toBeGreaterThan(16);
    expect(lines.map((line) => line.label?.lines[0])).toEqual(['cooperates with', 'met with']);
    expect(lines.map((line) => line.tip)).toEqual([null, null]);
  });

  it('leads a long line past the columns between its ends', () => {
    const { columns } = buildLayers(pathsThrough(['org:x', 'org:y'], []));
    expect(columns.map((column) => column.length)).toEqual([1, 2, 2, 1]);
  });

  it('finds under the pointer what is drawn there', () => {
    const picture = placeLayered(pathsThrough(['agr:x'], ['agr:y']), CANVAS);
    for (const { node, x, y } of picture.nodes) {
      expect(hitLayered(picture, x + 3, y - 3)).toMatchObject({
        kind: 'node',
        node: { node: { id: node.id } },
      });
    }
    for (const line of picture.lines) {
      const { x, y } = linePoint(line.curves, 0.2);
      expect(hitLayered(picture, x, y)).toMatchObject({ kind: 'line', line: { edge: { id: line.edge.id } } });
    }
    expect(hitLayered(picture, 5, 5)).toBeNull();
  });

  it('names the ends alone where it is small', () => {
    const small = placeLayered(pathsThrough(['agr:x', 'agr:y', 'agr:z']), {
      ...CANVAS,
      widthPx: 340,
      heightPx: 200,
      isMiniature: true,
    });
    expect(small.nodes.filter(({ label }) => label).map(({ node }) => node.id)).toEqual(['org:a', 'org:b']);
    expect(small.widthPx).toBe(340);
  });
});
