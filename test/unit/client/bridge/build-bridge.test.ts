import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { buildBridge } from '../../../../client/graph/bridge/build-bridge.ts';
import type { BridgeModel } from '../../../../client/graph/bridge/bridge-types.ts';
import { agreement, entity, indian, japanese, relation, shuffled, smallBridge } from '../graph-fixture.ts';
import { randomSource } from './random-bridge.ts';

const FOLDED = { unfolded: new Set<string>(), revealed: new Set<string>() };
const FIELDS = [{ id: 'f', caption: 'Field' }];

function marksOf(model: BridgeModel): readonly string[] {
  return model.bands.flatMap((band) => band.rows.flatMap((row) => row.marks.map((mark) => mark.id)));
}

function bandOf(model: BridgeModel, id: string) {
  const band = model.bands.find((candidate) => candidate.id === id);
  if (!band) throw new Error(`no band ${id}`);
  return band;
}

describe('the bridge', () => {
  const model = buildBridge(smallBridge(), FOLDED);

  it('has the bands of the data set that hold something, in its order', () => {
    expect(model.bands.map((band) => band.id)).toEqual(['science', 'space']);
  });

  it('puts one row for each set of parties', () => {
    const rows = bandOf(model, 'science').rows;
    expect(rows.map((row) => [row.left, row.right])).toEqual([[['org:dst'], ['org:jst']]]);
    expect(rows[0]?.marks.map((mark) => mark.id)).toEqual(['org:committee', 'agr:mou']);
  });

  it('stands a state on its shore only where it is a party', () => {
    const states = bandOf(model, 'space').rows.find((row) => row.left.includes('place:india'));
    expect(states?.right).toEqual(['place:japan']);
    expect(model.bands.flatMap((band) => [...band.left, ...band.right]).map(({ id }) => id)).not.toContain(
      'place:delhi',
    );
  });

  it('gives an organisation its home where most of its links are, and a stop elsewhere', () => {
    expect(bandOf(model, 'science').left.find(({ id }) => id === 'org:dst')?.isHome).toBe(true);
    expect(bandOf(model, 'space').left.find(({ id }) => id === 'org:dst')?.isHome).toBe(false);
  });

  it('tells shapes by type', () => {
    const shapes = new Map(
      model.bands.flatMap((band) =>
        band.rows.flatMap((row) => row.marks.map((mark) => [mark.id, mark.shape] as const)),
      ),
    );
    expect(shapes.get('agr:mou')).toBe('square');
    expect(shapes.get('org:committee')).toBe('diamond');
  });

  it('folds what rests on an agreement, parts that are no party, and meetings', () => {
    expect(model.folds.get('agr:mou')).toEqual(['prog:labs']);
    expect(model.folds.get('org:isro')).toEqual(['org:lab']);
    expect(model.folds.get('org:committee')).toEqual(['event:meeting-1']);
  });

  it('shows what was folded when its host is unfolded', () => {
    const open = buildBridge(smallBridge(), { ...FOLDED, unfolded: new Set(['agr:mou', 'org:committee']) });
    expect(marksOf(open)).toEqual(expect.arrayContaining(['prog:labs', 'event:meeting-1']));
    expect(open.folds.has('agr:mou')).toBe(false);
  });

  it('reveals one folded thing without the others', () => {
    const source = smallBridge();
    const extra = entity('prog:other', { field: 'science' });
    const nodes = [...source.nodes, extra];
    const edges = [...source.edges, relation('UNDER', 'prog:other', 'agr:mou')];
    const open = buildBridge({ ...source, nodes, edges }, { ...FOLDED, revealed: new Set(['prog:labs']) });
    expect(marksOf(open)).toContain('prog:labs');
    expect(open.folds.get('agr:mou')).toEqual(['prog:other']);
  });

  it('lists people, places and topics instead of drawing them', () => {
    expect([...model.undrawn.keys()].toSorted()).toEqual(['Person', 'Place', 'Topic']);
  });

  it('counts every entity once: drawn, folded or listed', () => {
    const listed = [...model.undrawn.values()].flat().length;
    expect(model.drawnCount + model.foldedInto.size + listed).toBe(model.entityCount);
  });
});

describe('folding', () => {
  it('stands equal participants as one, but never a party to an agreement', () => {
    const users = ['org:a', 'org:b', 'org:c', 'org:d'].map(indian);
    const lab = entity('fac:lab', { field: 'f' });
    const host = japanese('org:host');
    const edges = [
      ...users.map((user) => relation('PARTICIPATES_IN', user.id, 'fac:lab', { role: 'user' })),
      relation('OPERATES', 'org:host', 'fac:lab', { role: 'operates' }),
    ];
    const model = buildBridge(
      { nodes: [...users, lab, host], edges, fields: FIELDS, shores: ['IN', 'JP'] },
      FOLDED,
    );
    expect(model.bands[0]?.left.map(({ id, folded }) => [id, folded.length])).toEqual([['org:a', 3]]);

    const pact = agreement('agr:pact', [...users.map(({ id }) => id), 'org:host'], { field: 'f' });
    const treaty = buildBridge(
      { nodes: [...users, host, pact.node], edges: pact.edges, fields: FIELDS, shores: ['IN', 'JP'] },
      FOLDED,
    );
    expect(treaty.bands[0]?.left).toHaveLength(4);
  });

  it('folds what has one party only into that party', () => {
    const pact = agreement('agr:pact', ['org:a', 'org:b'], { field: 'f' });
    const nodes = [indian('org:a'), japanese('org:b'), pact.node, entity('prog:own', { field: 'f' })];
    const edges = [...pact.edges, relation('OPERATES', 'org:a', 'prog:own', { role: 'operates' })];
    const model = buildBridge({ nodes, edges, fields: FIELDS, shores: ['IN', 'JP'] }, FOLDED);
    expect(model.folds.get('org:a')).toEqual(['prog:own']);
  });

  it('gives a series without parties the row of its part', () => {
    const nodes = [
      indian('org:a'),
      japanese('org:b'),
      entity('prog:series', { field: 'f' }),
      entity('event:4'),
    ];
    const edges = [
      relation('PART_OF', 'event:4', 'prog:series'),
      relation('HOSTED', 'org:a', 'event:4', { role: 'organised' }),
      relation('HOSTED', 'org:b', 'event:4', { role: 'organised' }),
    ];
    const model = buildBridge({ nodes, edges, fields: FIELDS, shores: ['IN', 'JP'] }, FOLDED);
    expect(marksOf(model)).toEqual(['prog:series']);
    expect(model.bands[0]?.rows[0]?.left).toEqual(['org:a']);
  });

  it('survives things that hang on each other in a circle', () => {
    const nodes = [
      indian('org:a'),
      japanese('org:b'),
      entity('prog:x', { field: 'f' }),
      entity('prog:y', { field: 'f' }),
    ];
    const edges = [
      relation('UNDER', 'prog:x', 'prog:y'),
      relation('UNDER', 'prog:y', 'prog:x'),
      relation('SUPPORTS', 'org:a', 'prog:x', { role: 'funds' }),
      relation('SUPPORTS', 'org:b', 'prog:x', { role: 'funds' }),
    ];
    const model = buildBridge({ nodes, edges, fields: FIELDS, shores: ['IN', 'JP'] }, FOLDED);
    expect(marksOf(model)).toContain('prog:x');
  });
});

describe('rows', () => {
  it('draws cooperation without an instrument as a row without marks', () => {
    const nodes = [indian('org:a'), japanese('org:b')];
    const edges = [relation('COOPERATES_WITH', 'org:a', 'org:b')];
    const model = buildBridge({ nodes, edges, fields: FIELDS, shores: ['IN', 'JP'] }, FOLDED);
    expect(model.bands[0]?.rows.map((row) => row.marks.length)).toEqual([0]);
  });

  it('adds cooperation to the row of the same parties where there is one', () => {
    const pact = agreement('agr:pact', ['org:a', 'org:b'], { field: 'f' });
    const cooperation = relation('COOPERATES_WITH', 'org:a', 'org:b');
    const nodes = [indian('org:a'), japanese('org:b'), pact.node];
    const model = buildBridge(
      { nodes, edges: [...pact.edges, cooperation], fields: FIELDS, shores: ['IN', 'JP'] },
      FOLDED,
    );
    expect(model.bands[0]?.rows).toHaveLength(1);
    expect(model.bands[0]?.rows[0]?.edgesByParty.get('org:a')).toContain(cooperation.id);
  });

  it('shows a dispute before anything else, and what was only discussed as no more than that', () => {
    const disputed = agreement('agr:d', ['org:a', 'org:b'], { field: 'f' });
    const edges = disputed.edges.map((edge) => ({
      ...edge,
      properties: { ...edge.properties, disputed: true },
    }));
    const talked = agreement('agr:t', ['org:a', 'org:c'], { field: 'f', modality: 'discussed' });
    const nodes = [indian('org:a'), japanese('org:b'), japanese('org:c'), disputed.node, talked.node];
    const model = buildBridge(
      { nodes, edges: [...edges, ...talked.edges], fields: FIELDS, shores: ['IN', 'JP'] },
      FOLDED,
    );
    const styles = new Map(model.bands[0]?.rows.map((row) => [row.marks[0]?.id, row.style]));
    expect(styles.get('agr:d')).toBe('double');
    expect(styles.get('agr:t')).toBe('dotted');
  });

  it('puts things without a field into the band where their parties mostly are', () => {
    const pact = agreement('agr:pact', ['org:a', 'org:b'], { field: 'f' });
    const stray = agreement('agr:stray', ['org:a', 'org:b']);
    const nodes = [indian('org:a'), japanese('org:b'), pact.node, stray.node];
    const model = buildBridge(
      { nodes, edges: [...pact.edges, ...stray.edges], fields: FIELDS, shores: ['IN', 'JP'] },
      FOLDED,
    );
    expect(model.bands.map((band) => band.id)).toEqual(['f']);
  });
});

describe('the bridge of any graph', () => {
  it('is the same whatever the order of its input', () => {
    fc.assert(
      fc.property(randomSource, fc.integer({ min: 1 }), (source, seed) => {
        const other = {
          ...source,
          nodes: shuffled(source.nodes, seed),
          edges: shuffled(source.edges, seed + 1),
        };
        const plain = (model: BridgeModel) =>
          model.bands.map(({ id, rows, left, right }) => ({
            id,
            rows: rows.map((row) => [row.key, row.marks.map((mark) => mark.id)]),
            stands: [...left, ...right].map((stand) => [stand.id, stand.isHome, stand.folded]),
          }));
        expect(plain(buildBridge(other, FOLDED))).toEqual(plain(buildBridge(source, FOLDED)));
      }),
      { numRuns: 120 },
    );
  });

  it('draws, folds or lists every entity exactly once, and folds only into what is drawn', () => {
    fc.assert(
      fc.property(randomSource, (source) => {
        const model = buildBridge(source, FOLDED);
        const stands = model.bands.flatMap((band) => [...band.left, ...band.right]);
        const drawn = new Set([...stands.map(({ id }) => id), ...marksOf(model)]);
        const listed = [...model.undrawn.values()].flat();
        const all = [...drawn, ...model.foldedInto.keys(), ...listed];
        expect(all.toSorted()).toEqual(source.nodes.map(({ id }) => id).toSorted());
        for (const host of model.folds.keys()) expect(drawn.has(host)).toBe(true);
        expect(marksOf(model)).toHaveLength(new Set(marksOf(model)).size);
        const homes = stands.filter((stand) => stand.isHome).map(({ id }) => id);
        expect(homes.toSorted()).toEqual([...new Set(stands.map(({ id }) => id))].toSorted());
      }),
      { numRuns: 200 },
    );
  });

  it('can be unfolded until nothing is folded any more', () => {
    fc.assert(
      fc.property(randomSource, (source) => {
        let unfolded = new Set<string>();
        let model = buildBridge(source, FOLDED);
        for (let step = 0; model.folds.size > 0 && step < 80; step += 1) {
          unfolded = new Set([...unfolded, ...model.folds.keys(), ...model.foldedInto.keys()]);
          model = buildBridge(source, { unfolded, revealed: new Set() });
        }
        expect(model.folds.size).toBe(0);
      }),
      { numRuns: 100 },
    );
  });
});
