import { describe, expect, it } from 'vitest';

import { buildBridge } from '../../../client/graph/bridge/build-bridge.ts';
import { describeRow, markSentence } from '../../../client/graph/bridge/describe-bridge.ts';
import { placeBridge } from '../../../client/graph/bridge/place-bridge.ts';
import { chooseForceScene } from '../../../client/graph/force-scene.ts';
import { createGraphData, mergeSubgraph, neighbourIds } from '../../../client/graph/graph-data.ts';
import { openingPair, openingYear, signedIn } from '../../../client/graph/questions.ts';
import { nearIn, type Scene } from '../../../client/graph/scene.ts';
import { seedPositions } from '../../../client/graph/seed-positions.ts';
import { answerKey } from '../../../client/state/answers.ts';
import { conflictGroups } from '../../../client/state/conflict-groups.ts';
import { agreement, entity, indian, japanese, relation, smallBridge } from './graph-fixture.ts';

const data = createGraphData(smallBridge());

describe('the graph the client knows', () => {
  it('takes in what arrives, once, and drops edges into nowhere', () => {
    const merged = mergeSubgraph(data, {
      nodes: [indian('org:new'), indian('org:dst')],
      edges: [relation('PART_OF', 'org:new', 'org:dst'), relation('PART_OF', 'org:new', 'org:nowhere')],
    });
    expect(merged.order).toBe(data.order + 1);
    expect(merged.size).toBe(data.size + 1);
    expect(neighbourIds(merged, 'org:new')).toEqual(['org:dst']);
    expect(data.hasNode('org:new')).toBe(false);
  });

  it('stays the very same graph when nothing is new', () => {
    expect(mergeSubgraph(data, { nodes: [indian('org:dst')], edges: [] })).toBe(data);
  });
});

describe('the force layout', () => {
  it('draws everything but what is hidden, and only edges between drawn things', () => {
    const scene = chooseForceScene(data, 'everything', ['org:dst']);
    expect(scene.nodes).toHaveLength(data.order - 1);
    expect(scene.edges.every((edge) => edge.source !== 'org:dst' && edge.target !== 'org:dst')).toBe(true);
    expect(chooseForceScene(data, ['org:isro', 'agr:space'], []).edges).toHaveLength(1);
  });

  it('starts from the same places every time, keeps known ones and puts new ones beside a neighbour', () => {
    const scene = chooseForceScene(data, 'everything', []);
    const first = seedPositions(scene, ['IN', 'JP'], new Map());
    expect(seedPositions(scene, ['IN', 'JP'], new Map())).toEqual(first);
    const known = new Map([['org:isro', { x: 500, y: 500 }]]);
    const next = seedPositions(scene, ['IN', 'JP'], known);
    expect(next.get('org:isro')).toEqual({ x: 500, y: 500 });
    const lab = next.get('org:lab');
    expect(lab && Math.hypot(lab.x - 500, lab.y - 500)).toBeLessThan(20);
  });
});

describe('what is near', () => {
  it('is what shares a row on the bridge, and a relationship in the network', () => {
    const model = buildBridge(smallBridge(), { unfolded: new Set(), revealed: new Set() });
    const canvas = {
      widthPx: 1000,
      heightPx: 700,
      isMiniature: false,
      openBands: [],
      measure: (t: string) => t.length * 6,
    };
    const bridge: Scene = { kind: 'bridge', picture: placeBridge(model, canvas), shores: ['IN', 'JP'] };
    expect([...nearIn(bridge, 'agr:space')].toSorted()).toEqual(['agr:space', 'org:isro', 'org:jaxa']);
    expect(nearIn(bridge, 'org:jst')).toContain('agr:mou');
    const force: Scene = { kind: 'force', force: chooseForceScene(data, 'everything', []), shores: null };
    expect([...nearIn(force, 'org:lab')]).toEqual(['org:lab', 'org:isro']);
  });
});

describe('the opening questions', () => {
  it('ask about the known pair where it is there, else about the best connected of both shores', () => {
    const pair = [
      { ...indian('org:dst'), caption: 'DST' },
      { ...japanese('org:jsps'), caption: 'JSPS' },
    ];
    expect(openingPair(createGraphData({ nodes: pair, edges: [] }), null)?.to.id).toBe('org:jsps');
    const busy = { ...indian('org:busy'), degree: 9 };
    const other = createGraphData({ nodes: [indian('org:a'), busy, japanese('org:j')], edges: [] });
    expect(openingPair(other, ['IN', 'JP'])).toMatchObject({ from: { id: 'org:busy' }, to: { id: 'org:j' } });
    expect(openingPair(other, ['FR', 'DE'])).toBeNull();
  });

  it('ask about a year in which something was signed', () => {
    expect(openingYear(data)).toBe(2016);
    expect(signedIn(data, 2016).map(({ id }) => id)).toEqual(['agr:space']);
    const late = [
      agreement('agr:x', [], { signed: '2020' }).node,
      agreement('agr:y', [], { signed: '2020-03' }).node,
    ];
    expect(openingYear(createGraphData({ nodes: late, edges: [] }))).toBe(2020);
    expect(openingYear(createGraphData({ nodes: [entity('agr:z')], edges: [] }))).toBeNull();
  });

  it('are answered by the service where the client cannot', () => {
    expect(answerKey({ kind: 'signed', year: 2016 })).toBeNull();
    expect(answerKey({ kind: 'ended' })).not.toBe(answerKey({ kind: 'disputed' }));
    expect(answerKey(null)).toBeNull();
  });
});

describe('statements that disagree', () => {
  it('stand in one group, however the ring of them is told', () => {
    const statement = (id: string, conflictsWith: readonly string[]) => ({
      id,
      type: 'DATE',
      subject: 's',
      subjectCaption: 'S',
      modality: 'stated' as const,
      conflictsWith: [...conflictsWith],
      dataSet: 'x',
      references: [],
    });
    const groups = conflictGroups([
      statement('a', ['b']),
      statement('c', []),
      statement('b', ['a', 'd']),
      statement('d', ['b']),
    ]);
    expect(groups.map((group) => group.map(({ id }) => id))).toEqual([['a', 'b', 'd'], ['c']]);
  });
});

describe('the bridge in words', () => {
  it('counts what stands on a row and says when and how it stands', () => {
    const model = buildBridge(smallBridge(), { unfolded: new Set(), revealed: new Set() });
    const row = model.bands[0]?.rows[0];
    expect(row && describeRow(row)).toBe('1 agreement, 1 joint body');
    const mou = row?.marks.find((mark) => mark.id === 'agr:mou');
    expect(mou && markSentence(mou)).toBe('agreement, 8 Dec 2006');
  });
});
