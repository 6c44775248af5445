import { describe, expect, it } from 'vitest';

import { createGraphData } from '../../../client/graph/graph-data.ts';
import { marksOfAnswer } from '../../../client/state/answers.ts';
import type { KnownData } from '../../../client/state/app-state.ts';
import { layeredSourceOf } from '../../../client/state/derive-layered.ts';
import {
  groupPaths,
  pathName,
  pathTitle,
  searchSummary,
  sharedStations,
} from '../../../client/state/path-list.ts';
import { askPath } from '../../../client/state/path-question.ts';
import { relaxationFor } from '../../../client/state/path-relaxation.ts';
import type { Resource } from '../../../client/state/resource-store.ts';
import { entity, relation, smallBridge } from './graph-fixture.ts';
import { foundPath, pathsAnswer } from './path-fixture.ts';

const bridge = smallBridge();
const graph = createGraphData(bridge);
const data = { graph } as KnownData;
const [isro, jaxa, space] = ['org:isro', 'org:jaxa', 'agr:space'].map((id) => graph.getNodeAttributes(id));
const viaSpace = foundPath(
  [isro!, space!, jaxa!],
  [
    graph.getEdgeAttributes('party-to~org:isro~agr:space'),
    graph.getEdgeAttributes('party-to~org:jaxa~agr:space'),
  ],
);
const direct = foundPath([isro!, jaxa!], [relation('COOPERATES_WITH', 'org:isro', 'org:jaxa')]);
const ready = (value: unknown): Resource => ({ status: 'ready', value });

describe('the list of paths', () => {
  it('stands in groups by length, each path at its rank', () => {
    const groups = groupPaths(pathsAnswer([direct, viaSpace, viaSpace]), { rank: 'length' });
    expect(groups.map(({ title, paths }) => [title, paths.map(({ index }) => index)])).toEqual([
      ['1 hop', [0]],
      ['2 hops', [1, 2]],
    ]);
  });

  it('is one group where the score decides, and none where nothing was found', () => {
    expect(groupPaths(pathsAnswer([viaSpace, direct]), {})).toHaveLength(1);
    expect(groupPaths(pathsAnswer([]), {})).toEqual([]);
  });

  it('names a path by what lies between, and by its end where there may be several', () => {
    const names = { isToAny: false, shared: new Set<string>() };
    expect(pathName(viaSpace, names)).toBe('via SPACE');
    expect(pathName(direct, names)).toBe('directly: cooperates with');
    expect(pathName(viaSpace, { ...names, isToAny: true })).toBe('JAXA, via SPACE');
  });

  it('names a long path by what other paths have not', () => {
    const along = (letters: string) =>
      foundPath(
        [...letters].map((letter) => entity(`agr:${letter}`)),
        [],
      );
    const paths = [along('abcdefg'), along('abxdefg')];
    const names = { isToAny: false, shared: sharedStations(paths) };
    expect(paths.map((path) => pathName(path, names))).toEqual(['via … C …', 'via … X …']);
    expect(pathName(along('abcdefg'), { ...names, shared: new Set() })).toBe('via B, C … F');
    expect(sharedStations([along('abc')])).toEqual(new Set());
  });
});

describe('the panel', () => {
  it('says what is asked', () => {
    expect(pathTitle(askPath('org:isro', 'org:jaxa'), graph)).toBe('ISRO to JAXA');
    expect(pathTitle(askPath('org:isro', { kind: 'university', country: 'JP' }), graph)).toBe(
      'ISRO to the nearest university of Japan',
    );
    expect(pathTitle(askPath('org:isro', null), graph)).toBe('Find a path');
  });

  it('names the defaults in force in one line, and what the service left out', () => {
    expect(searchSummary({}, null)).toBe(
      'Several, best score first, only what is stated, not through places, topics or documents',
    );
    const searched = { maxHops: 8, leftOut: ['paths through places', 'what was only planned'] };
    expect(searchSummary({ mode: 'shortest', k: 3 }, searched)).toBe(
      'The shortest, 3 at most, up to 8 hops; left out: paths through places; what was only planned',
    );
  });
});

describe('the nearest miss', () => {
  const miss = (nodes: readonly string[], edges: readonly string[]) => ({ nodes, edges });
  const throughState = miss(
    ['org:dst', 'agr:states', 'place:india'],
    ['party-to~org:dst~agr:states', 'party-to~place:india~agr:states'],
  );
  const overState = miss(
    ['agr:states', 'place:india', 'agr:states'],
    ['party-to~place:india~agr:states', 'party-to~place:india~agr:states'],
  );
  const viaMou = miss(
    ['org:dst', 'agr:mou', 'org:jst'],
    ['party-to~org:dst~agr:mou', 'party-to~org:jst~agr:mou'],
  );

  it('through a state asks for places, topics and documents', () => {
    const relaxation = relaxationFor(overState, graph, { k: 3 }, 8);
    expect(relaxation?.label).toBe('Allow places, topics and documents');
    expect(relaxation?.options).toMatchObject({ k: 3, hubs: expect.arrayContaining(['Place']) });
  });

  it('that ends at a state does not pass through it', () => {
    expect(relaxationFor(throughState, graph, {}, 8)).toBeNull();
  });

  it.each([
    ['too long', viaMou, {}, 1, 'Allow 12 hops', { maxHops: 12 }],
    [
      'of another type',
      viaMou,
      { excludeTypes: ['PARTY_TO' as const] },
      8,
      'Allow every type of relationship',
      {},
    ],
    ['avoided', viaMou, { exclude: ['agr:mou', 'org:lab'] }, 8, 'Allow MOU', { exclude: ['org:lab'] }],
    ['too little documented', viaMou, { minDocuments: 2 }, 8, 'Allow less evidence', {}],
    ['at another date', viaMou, { asOf: '1990' }, 8, 'Allow any date', {}],
    ['on one document', viaMou, { withoutDocument: ['doc:x'] }, 8, 'Allow every document', {}],
  ])('that was %s asks for exactly that', (_, path, options, maxHops, label, changed) => {
    expect(relaxationFor(path, graph, options, maxHops)).toEqual({ label, options: changed });
  });

  it('that needs two things asks for both', () => {
    expect(relaxationFor(overState, graph, {}, 1)?.label).toBe(
      'Allow places, topics and documents and 12 hops',
    );
  });

  it('over what was only planned asks for that', () => {
    const planned = relation('COOPERATES_WITH', 'org:x', 'org:y', { modality: 'planned' });
    const small = createGraphData({ nodes: [entity('org:x'), entity('org:y')], edges: [planned] });
    expect(relaxationFor(miss(['org:x', 'org:y'], [planned.id]), small, {}, 8)?.label).toBe(
      'Allow what was only planned or discussed',
    );
  });

  it('over what the client does not hold asks for nothing', () => {
    expect(relaxationFor(miss(['org:dst', 'org:unknown'], []), graph, {}, 8)).toBeNull();
  });
});

describe('what is drawn of an answer', () => {
  const question = askPath('org:isro', 'org:jaxa');

  it('is the ends while the search is on its way', () => {
    const source = layeredSourceOf(question, data, { status: 'loading' });
    expect(source?.nodes.map((node) => node.id)).toEqual(['org:isro', 'org:jaxa']);
    expect(marksOfAnswer(question, data, undefined).nodes).toEqual(new Set(['org:isro', 'org:jaxa']));
  });

  it('is every path, each thing once, and the chosen one is brought forward', () => {
    const answer = ready(pathsAnswer([direct, viaSpace]));
    const source = layeredSourceOf(question, data, answer);
    expect(source?.nodes.map((node) => node.id)).toEqual(['org:isro', 'org:jaxa', 'agr:space']);
    expect(source?.edges).toHaveLength(3);
    const marks = marksOfAnswer({ ...question, index: 1 }, data, answer);
    expect(marks.pathEdges).toEqual(new Set(viaSpace.edges.map((edge) => (edge as { id: string }).id)));
    expect(marksOfAnswer(question, data, answer).revealed).toContain('agr:space');
  });

  it('is the nearest miss where there is no path', () => {
    const reason = {
      code: 'too-far',
      message: 'None.',
      nearestMissPath: { nodes: ['org:dst', 'agr:mou', 'org:jst'], edges: ['party-to~org:dst~agr:mou'] },
    };
    const answer = ready(pathsAnswer([], { reason }));
    expect(layeredSourceOf(question, data, answer)?.walks).toHaveLength(1);
    expect(marksOfAnswer(question, data, answer).nodes).toContain('agr:mou');
  });

  it('is nothing for a question about no paths', () => {
    expect(layeredSourceOf({ kind: 'ended' }, data, undefined)).toBeNull();
  });
});
