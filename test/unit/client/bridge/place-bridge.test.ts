import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { buildBridge } from '../../../../client/graph/bridge/build-bridge.ts';
import { hitTest } from '../../../../client/graph/bridge/hit-test.ts';
import type { Box, BridgeCanvas, BridgePicture } from '../../../../client/graph/bridge/picture-types.ts';
import { placeBridge } from '../../../../client/graph/bridge/place-bridge.ts';
import { agreement, indian, japanese, shuffled, smallBridge } from '../graph-fixture.ts';
import { randomSource } from './random-bridge.ts';

const FOLDED = { unfolded: new Set<string>(), revealed: new Set<string>() };

function canvas(over: Partial<BridgeCanvas> = {}): BridgeCanvas {
  return {
    widthPx: 1056,
    heightPx: 760,
    isMiniature: false,
    openBands: [],
    measure: (text, sizePx) => text.length * sizePx * 0.54,
    ...over,
  };
}

const SIZES = [
  canvas(),
  canvas({ widthPx: 1024, heightPx: 640 }),
  canvas({ widthPx: 696, heightPx: 640 }),
  canvas({ widthPx: 360, heightPx: 208, isMiniature: true }),
];

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y + 1 < b.y + b.height && b.y + 1 < a.y + a.height;
}

function boxes(picture: BridgePicture): readonly Box[] {
  return [
    ...picture.bands.flatMap((band) => [...band.caption, ...band.notes]),
    ...picture.stands.flatMap((stand) => stand.label ?? []),
    ...picture.marks.flatMap((mark) => mark.label ?? []),
  ].map((text) => text.box);
}

describe('the picture of a bridge', () => {
  const picture = placeBridge(buildBridge(smallBridge(), FOLDED), canvas());

  it('stands the shores left and right with their labels outwards', () => {
    for (const stand of picture.stands) {
      expect(stand.x).toBe(stand.stand.side === 'left' ? picture.leftX : picture.rightX);
      expect(stand.label?.align).toBe(stand.stand.side === 'left' ? 'right' : 'left');
      expect(stand.label?.sizePx).toBe(12);
    }
  });

  it('bends links within 64 px of the shore and runs them level between', () => {
    for (const link of picture.links) {
      expect(Math.abs(link.x1 - link.x0)).toBe(64);
      const row = picture.rows.find((candidate) => candidate.key === link.rowKey);
      expect(link.y1).toBe(row?.y);
    }
  });

  it('puts what has no date into the gutter, left of every dated mark', () => {
    const undated = picture.marks.filter((placed) => placed.mark.year === null);
    const dated = picture.marks.filter((placed) => placed.mark.year !== null);
    expect(undated.length).toBeGreaterThan(0);
    expect(Math.max(...undated.map(({ x }) => x))).toBeLessThan(Math.min(...dated.map(({ x }) => x)));
    expect(picture.axis.ticks[0]?.text).toBe('no date');
  });

  it('ties the home of an organisation to its stops', () => {
    expect(picture.ties.map((tie) => tie.id)).toEqual(['org:dst']);
  });

  it('finds labels, marks, links, rows and bands under a point', () => {
    const stand = picture.stands[0];
    const label = stand?.label?.box;
    expect(label && hitTest(picture, label.x + 3, label.y + 5)).toMatchObject({
      kind: 'stand',
      stand: { key: stand?.key },
    });
    const mark = picture.marks[0];
    expect(mark && hitTest(picture, mark.x + 3, mark.y - 2)).toMatchObject({ kind: 'mark' });
    const link = picture.links[0];
    expect(link && hitTest(picture, (link.x0 + link.x1) / 2, (link.y0 + link.y1) / 2)).toMatchObject({
      kind: 'link',
    });
    const row = picture.rows[0];
    expect(row && hitTest(picture, row.x2 - 8, row.y)).toMatchObject({ kind: 'row' });
    expect(hitTest(picture, picture.leftX + 70, (picture.bands[0]?.y ?? 0) + 1)).toMatchObject({
      kind: 'band',
    });
    expect(hitTest(picture, 5, picture.heightPx + 50)).toBeNull();
  });
});

describe('the picture of any bridge', () => {
  it('keeps 15 px between marks and 14 px between rows of open bands, on every size', () => {
    fc.assert(
      fc.property(randomSource, fc.constantFrom(...SIZES), (source, size) => {
        const picture = placeBridge(buildBridge(source, FOLDED), size);
        for (const key of new Set(picture.marks.map((placed) => placed.rowKey))) {
          const marks = picture.marks.filter((placed) => placed.rowKey === key);
          const xs = marks.map(({ x }) => x).toSorted((a, b) => a - b);
          xs.slice(1).forEach((x, place) => {
            const gap = x - (xs[place] ?? 0);
            expect(size.isMiniature ? gap > 0 : gap >= 15 - 1e-6).toBe(true);
          });
        }
        const open = new Set(picture.bands.filter((band) => !band.isClosed).map((band) => band.id));
        const ys = picture.rows.filter((row) => open.has(row.bandId)).map(({ y }) => y);
        const sorted = ys.toSorted((a, b) => a - b);
        sorted.slice(1).forEach((y, place) => {
          if (!size.isMiniature) expect(y - (sorted[place] ?? 0)).toBeGreaterThanOrEqual(14 - 1e-6);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('lets no label touch another one', () => {
    fc.assert(
      fc.property(randomSource, fc.constantFrom(...SIZES), (source, size) => {
        const all = boxes(placeBridge(buildBridge(source, FOLDED), size));
        all.forEach((box, place) => {
          for (const other of all.slice(place + 1)) expect(overlap(box, other)).toBe(false);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('fits the canvas as long as more than the last opened band can close', () => {
    fc.assert(
      fc.property(randomSource, (source) => {
        const model = buildBridge(source, FOLDED);
        const picture = placeBridge(model, canvas({ heightPx: 700 }));
        const open = picture.bands.filter((band) => !band.isClosed);
        expect(picture.heightPx <= 700 || open.length === 1).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('is the same to the pixel whatever the order of the data', () => {
    fc.assert(
      fc.property(randomSource, fc.integer({ min: 1 }), (source, seed) => {
        const other = { ...source, nodes: shuffled(source.nodes, seed), edges: shuffled(source.edges, seed) };
        const places = (picture: BridgePicture) => [
          ...picture.stands.map(({ key, x, y }) => [key, x, y]),
          ...picture.marks.map(({ mark, x, y }) => [mark.id, x, y]),
        ];
        const first = places(placeBridge(buildBridge(source, FOLDED), canvas()));
        expect(places(placeBridge(buildBridge(other, FOLDED), canvas()))).toEqual(first);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a canvas with too little room', () => {
  const fields = ['a', 'b', 'c', 'd'].map((id) => ({ id, caption: id }));
  const pacts = fields.flatMap(({ id }, band) =>
    Array.from({ length: 10 + band }, (_, n) =>
      agreement(`agr:${id}${n}`, [`org:${id}${n}`, `org:j-${id}${n}`], {
        field: id,
        signed: String(2000 + n),
      }),
    ),
  );
  const orgs = pacts.flatMap(({ edges }) =>
    edges.map(({ source }) => (source.startsWith('org:j-') ? japanese(source) : indian(source))),
  );
  const model = buildBridge(
    {
      nodes: [...orgs, ...pacts.map(({ node }) => node)],
      edges: pacts.flatMap(({ edges }) => edges),
      fields,
      shores: ['IN', 'JP'],
    },
    FOLDED,
  );

  it('closes bands to strips of 24 px and keeps their marks in sight', () => {
    const picture = placeBridge(model, canvas({ heightPx: 420 }));
    const closed = picture.bands.filter((band) => band.isClosed);
    expect(closed.length).toBeGreaterThan(0);
    for (const band of closed) {
      expect(band.heightPx).toBe(24);
      expect(picture.marks.some((placed) => placed.bandId === band.id)).toBe(true);
      expect(picture.stands.some((placed) => placed.bandId === band.id)).toBe(false);
    }
  });

  it('keeps the band that was opened last, and closes others for it', () => {
    for (const id of ['a', 'b', 'c', 'd']) {
      const picture = placeBridge(model, canvas({ heightPx: 420, openBands: ['a', id] }));
      expect(picture.bands.find((band) => band.id === id)?.isClosed).toBe(false);
    }
  });
});
