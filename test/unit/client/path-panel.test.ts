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
  const reason = (nearestMissChange: Record<string, null | number | string[]>) => ({
    code: 'too-far',
    message: 'None.',
    nearestMissChange,
  });

  it.each([
    ['too long', { maxHops: 12 }, {}, 'Allow 12 hops', { maxHops: 12 }],
    [
      'of another type',
      { types: null, excludeTypes: null },
      { types: ['UNDER' as const] },
      'Allow every type of relationship',
      {},
    ],
    ['avoided', { exclude: null }, { exclude: ['agr:mou'], k: 3 }, 'Allow what was avoided', { k: 3 }],
    [
      'too little documented',
      { minDocuments: null, minPassages: null },
      { minDocuments: 2 },
      'Allow less evidence',
      {},
    ],
    ['at another date', { asOf: null }, { asOf: '1990' }, 'Allow any date', {}],
    [
      'on one document',
      { withoutDocument: null },
      { withoutDocument: ['doc:x'] },
      'Allow every document',
      {},
    ],
    [
      'elsewhere',
      { through: null },
      { through: ['org:x'], asOf: '1990' },
      'Allow paths past those stations',
      { asOf: '1990' },
    ],
    ['through a state', { hubs: ['Place'] }, {}, 'Allow places, topics and documents', { hubs: ['Place'] }],
    [
      'two things',
      { asOf: null, maxHops: 12 },
      { asOf: '1990', maxHops: 1 },
      'Allow any date and 12 hops',
      { maxHops: 12 },
    ],
  ])('that was %s asks for exactly that', (_, change, options, label, changed) => {
    const allows = label.replace('Allow ', '');
    expect(relaxationFor(reason(change), options)).toEqual({ label, allows, options: changed });
  });

  it('that the service does not name asks for nothing, nor does what the page does not know', () => {
    expect(relaxationFor(undefined, {})).toBeNull();
    expect(relaxationFor({ code: 'x', message: 'y' }, { asOf: '1990' })).toBeNull();
    expect(relaxationFor(reason({ luck: 3 }), {})).toBeNull();
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
    expect(layeredSourceOf(question, data, answer)).toMatchObject({ walks: [{}], isMiss: true });
    expect(marksOfAnswer(question, data, answer).nodes).toContain('agr:mou');
    expect(marksOfAnswer(question, data, answer).isMiss).toBe(true);
  });

  it('is nothing for a question about no paths', () => {
    expect(layeredSourceOf({ kind: 'ended' }, data, undefined)).toBeNull();
  });
});
