import { describe, expect, it } from 'vitest';

import { NO_FOCUS, type Focus } from '../../../client/graph/focus.ts';
import { placeLayered } from '../../../client/graph/layered/place-layered.ts';
import type { SigmaGraph } from '../../../client/render/build-sigma-graph.ts';
import type { Colours } from '../../../client/render/colours.ts';
import { edgeLook } from '../../../client/render/edge-look.ts';
import { paintLayered } from '../../../client/render/layered-painter.ts';
import type { Transform } from '../../../client/render/transform.ts';
import { DASHES } from '../../../client/render/stroke-style.ts';
import { entity, relation } from './graph-fixture.ts';

const edge = relation('COOPERATES_WITH', 'org:a', 'org:b');
const picture = placeLayered(
  {
    nodes: [entity('org:a'), entity('org:b')],
    edges: [edge],
    starts: ['org:a'],
    ends: ['org:b'],
    walks: [{ nodes: ['org:a', 'org:b'], edges: [edge.id] }],
  },
  { widthPx: 800, heightPx: 400, isMiniature: false, measure: (text) => text.length * 6 },
);
const colours = { accent: '#800080', line: '#333333', muted: '#555555', paper: '#ffffff' } as Colours;
const at = { x: (x: number) => x, y: (y: number) => y, scale: 1 } as Transform;

/** The dashes in force at each stroke. */
function strokesOf(focus: Focus): readonly (readonly number[])[] {
  const strokes: (readonly number[])[] = [];
  let dashes: readonly number[] = [];
  const does: Readonly<Record<string, unknown>> = {
    setLineDash: (now: readonly number[]) => (dashes = now),
    stroke: () => strokes.push(dashes),
    measureText: () => ({ width: 40 }),
  };
  const context = new Proxy(
    {},
    { get: (_, name) => does[String(name)] ?? (() => undefined), set: () => true },
  );
  paintLayered(context as CanvasRenderingContext2D, picture, focus, colours, at);
  return strokes;
}

describe('the nearest miss on the canvas', () => {
  const onPath: Focus = { ...NO_FOCUS, pathEdges: new Set([edge.id]), accents: new Set(['org:a', 'org:b']) };

  it('is stroked like no path and like no standing, so that it is told apart without colour', () => {
    expect(strokesOf(onPath)).toContainEqual(DASHES.solid);
    expect(strokesOf(onPath)).not.toContainEqual(DASHES.missed);
    expect(strokesOf({ ...onPath, isMiss: true })).toContainEqual(DASHES.missed);
    const others = Object.entries(DASHES).filter(([style]) => style !== 'missed');
    for (const [, dashes] of others) expect(dashes).not.toEqual(DASHES.missed);
  });

  it('is thinner and paler in an exploration, whose lines cannot be broken', () => {
    const graph = {} as SigmaGraph;
    const path = edgeLook(edge.id, graph, onPath, colours);
    const miss = edgeLook(edge.id, graph, { ...onPath, isMiss: true }, colours);
    expect(miss.size).toBeLessThan(path.size);
    expect(miss.color).not.toBe(path.color);
  });

  it('leaves lines that are not on it as they are', () => {
    expect(strokesOf({ ...NO_FOCUS, isMiss: true })).not.toContainEqual(DASHES.missed);
  });
});
