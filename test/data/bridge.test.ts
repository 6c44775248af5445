import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { buildBridge } from '../../client/graph/bridge/build-bridge.ts';
import type { BridgeModel } from '../../client/graph/bridge/bridge-types.ts';
import type { Box, BridgePicture } from '../../client/graph/bridge/picture-types.ts';
import { placeBridge } from '../../client/graph/bridge/place-bridge.ts';
import type { MetaResponse } from '../../server/contract/explore.ts';
import type { GraphResponse } from '../../server/contract/graph.ts';
import { startShippedService } from './shipped-service.ts';
import type { ShippedService } from './shipped-service.ts';

/** The picture area of a window of 1440 × 900. */
const CANVAS = {
  widthPx: 1056,
  heightPx: 768,
  isMiniature: false,
  openBands: [],
  // A little wider than the bundled typeface, so that what fits here fits there.
  measure: (text: string, sizePx: number): number => text.length * sizePx * 0.55,
};
const SHORE_OF = { left: 'IN', right: 'JP' } as const;

let service: ShippedService;
let model: BridgeModel;
let picture: BridgePicture;

beforeAll(async () => {
  service = await startShippedService();
  const graph = await service.json<GraphResponse>('/graph?limit=100000');
  const meta = await service.json<MetaResponse>('/meta');
  const fields = meta.dataSets.flatMap((set) => set.fields);
  model = buildBridge(
    { nodes: graph.nodes, edges: graph.edges, fields, shores: ['IN', 'JP'] },
    { unfolded: new Set(), revealed: new Set() },
  );
  picture = placeBridge(model, CANVAS);
});
afterAll(() => service?.stop());

function overlap(a: Box, b: Box): boolean {
  const isBeside = a.x + a.width <= b.x || b.x + b.width <= a.x;
  // Lines of text may touch: their boxes hold room above and below the letters.
  return !isBeside && a.y + 1 < b.y + b.height && b.y + 1 < a.y + a.height;
}

describe('the bridge of the shipped data set', () => {
  it('stands every drawn institution on the shore of its country', () => {
    const stands = model.bands.flatMap((band) => [...band.left, ...band.right]);
    expect(stands.length).toBeGreaterThan(40);
    for (const { id, node, side } of stands) {
      expect(node.properties['country'], id).toBe(SHORE_OF[side]);
    }
  });

  it('lets no two labels of a shore collide', () => {
    for (const side of ['left', 'right'] as const) {
      const labels = picture.stands
        .filter((placed) => placed.stand.side === side)
        .flatMap((placed) => (placed.label ? [placed.label] : []));
      labels.forEach((label, at) => {
        for (const other of labels.slice(at + 1)) {
          expect(overlap(label.box, other.box), `${label.text} and ${other.text}`).toBe(false);
        }
      });
    }
  });

  it('keeps every drawn thing within the picture', () => {
    for (const { x, y } of [...picture.stands, ...picture.marks]) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(CANVAS.widthPx);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(CANVAS.heightPx);
    }
  });

  it('gives each institution one home', () => {
    const homes = model.bands
      .flatMap((band) => [...band.left, ...band.right])
      .filter((stand) => stand.isHome);
    expect(new Set(homes.map((stand) => stand.id)).size).toBe(homes.length);
  });

  it('has the institutions that people ask for on it', () => {
    const ids = new Set(
      model.bands.flatMap((band) => [...band.left, ...band.right]).map((stand) => stand.id),
    );
    for (const id of ['org:dst', 'org:jsps', 'org:isro', 'org:jaxa', 'org:csir', 'org:aist', 'org:moes']) {
      expect(ids).toContain(id);
    }
  });

  it('keeps marks of a row apart, in the order of their dates', () => {
    for (const row of picture.rows) {
      const marks = picture.marks.filter((mark) => mark.rowKey === row.key).sort((a, b) => a.x - b.x);
      marks.slice(1).forEach((mark, at) => {
        expect(mark.x - (marks[at]?.x ?? 0), row.key).toBeGreaterThanOrEqual(14.9);
        const before = marks[at]?.mark.year ?? null;
        if (before !== null && mark.mark.year !== null) expect(mark.mark.year).toBeGreaterThanOrEqual(before);
      });
    }
  });
});
