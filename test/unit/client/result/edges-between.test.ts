import { describe, expect, it } from 'vitest';

import { edgesAmong } from '../../../../client/api/edges-among.ts';
import { createHttpClient } from '../../../../client/api/http.ts';
import { answerFocus, answerScene, edgesBetween } from '../../../../client/graph/answer/answer-scene.ts';
import { createGraphData } from '../../../../client/graph/graph-data.ts';
import { relation, smallBridge } from '../graph-fixture.ts';

/** A service that knows every relationship between neighbours of a row of entities. */
function rowService(asked: string[][]) {
  return createHttpClient((input) => {
    const among = new URL(String(input), 'http://setu').searchParams.get('among')?.split(',') ?? [];
    asked.push(among);
    const edges = among
      .map((id) => relation('NEXT', id, `org:${Number(id.slice(4)) + 1}`))
      .filter((edge) => among.includes(edge.target));
    return Promise.resolve(Response.json({ edges, total: edges.length, truncated: false, revision: 'r' }));
  });
}

const row = (count: number): readonly string[] => Array.from({ length: count }, (_, place) => `org:${place}`);

describe('asking for the relationships among entities', () => {
  it.each([
    [2, 1],
    [100, 1],
    [101, 1],
    [250, 3],
    [400, 6],
  ])('finds all among %i entities in %i questions of 200 at most', async (count, questions) => {
    const asked: string[][] = [];
    const { edges, isWhole } = await edgesAmong(rowService(asked), row(count));
    expect(edges).toHaveLength(count - 1);
    expect(isWhole).toBe(true);
    expect(asked).toHaveLength(questions);
    expect(Math.max(...asked.map((among) => among.length))).toBeLessThanOrEqual(200);
  });

  it('says when there are too many to ask about', async () => {
    expect(await edgesAmong(rowService([]), row(401))).toMatchObject({ isWhole: false });
  });
});

describe('the picture of an answer', () => {
  const data = createGraphData(smallBridge());
  const nodes = ['org:dst', 'agr:mou', 'org:isro'].map((id) => data.getNodeAttributes(id));
  const [party] = edgesBetween({ nodes, edges: [] }, data);

  it('adds the relationships between its entities that were not returned', () => {
    expect(party?.id).toBe('party-to~org:dst~agr:mou');
    expect(edgesBetween({ nodes, edges: [] }, data)).toHaveLength(1);
    expect(edgesBetween({ nodes, edges: [party!] }, data)).toEqual([]);
  });

  it('brings forward what is selected with what is next to it, and nothing that is not in it', () => {
    const scene = answerScene({ nodes, edges: [party!] }, []);
    expect([...answerFocus(scene, 'org:dst', []).nodes].toSorted()).toEqual(['agr:mou', 'org:dst']);
    expect(answerFocus(scene, null, [party!.id])).toMatchObject({
      isDimming: true,
      edges: new Set([party!.id]),
    });
    expect(answerFocus(scene, 'org:elsewhere', []).isDimming).toBe(false);
  });
});
