import { expect } from 'vitest';

import type { WireValue } from '../../../server/engine/values.ts';
import type { Suite } from '../suite.ts';

const ALPHA = {
  $type: 'node',
  id: 'org:a',
  labels: ['Entity', 'Organisation'],
  properties: { id: 'org:a', caption: 'Alpha', country: 'IN', n: 1 },
};
const PARTY = {
  $type: 'relationship',
  id: 'PARTY_TO~org:a~agr:ab',
  type: 'PARTY_TO',
  source: 'org:a',
  target: 'agr:ab',
  properties: { id: 'PARTY_TO~org:a~agr:ab', passages: 1 },
};

const FROM_ALPHA = "MATCH p = (a:Entity {id: 'org:a'})-[r:PARTY_TO]->(b)";

/** Statements that return the node org:a first, in shapes that engines are known to get wrong. */
const SHAPES: readonly string[] = [
  'RETURN a',
  'RETURN a, count(*)',
  'RETURN a, count(*) AS c',
  'RETURN DISTINCT a, max(b.caption)',
  'RETURN a, collect(b.id) ORDER BY a.id',
  'RETURN [a][0] AS a, count(*) AS c',
  'RETURN startNode(r), count(*)',
  'RETURN nodes(p)[0] AS first',
  'RETURN head(collect(a)) AS first',
  'WITH a, count(*) AS c RETURN a, c',
  'UNWIND nodes(p) AS x WITH x WHERE x.n = 1 RETURN x, count(*)',
  'WITH {inner: a} AS map RETURN map.inner AS a',
  'CALL { WITH a RETURN a AS same } RETURN same, count(*)',
];
/** Shapes for which an engine may say that it cannot; never may it answer something else. */
const HARD_SHAPES: readonly string[] = [
  'RETURN coalesce(a, b) AS a',
  'RETURN CASE WHEN true THEN a END AS a',
  'RETURN [x IN [a] | x][0] AS a',
  'WITH [a] + [b] AS l UNWIND l AS x WITH x WHERE x.n = 1 RETURN x',
  'RETURN nodes(p)[0] AS a, count(*) AS c',
  'WITH nodes(p) AS l RETURN l[0] AS a',
];

export function elementCases({ check, db }: Suite): void {
  for (const shape of SHAPES) {
    check(`gives the node for ${shape}`, async () => {
      const { rows } = await db().ask(`${FROM_ALPHA} ${shape}`);
      expect(rows.map((row) => row[0])).toEqual([ALPHA]);
    });
  }
  for (const shape of HARD_SHAPES) {
    check(`gives the node or says that it cannot for ${shape}`, async () => {
      const answer = await db()
        .ask(`${FROM_ALPHA} ${shape}`)
        .then(
          ({ rows }): WireValue | undefined => rows[0]?.[0],
          (error: { code: string; details: { hint?: string } }) => `${error.code}: ${error.details.hint}`,
        );
      if (typeof answer === 'string') expect(answer).toMatch(/^statement-unsupported: Return its id/u);
      else expect(answer).toEqual(ALPHA);
    });
  }
  check('gives a relationship with the stable ids of its ends', async () => {
    const { rows } = await db().ask(`${FROM_ALPHA} RETURN r`);
    expect(rows).toEqual([[PARTY]]);
  });
  check('gives the ends also where the nodes are in another row', async () => {
    const { rows } = await db().ask('MATCH ()-[r:UNDER]->() RETURN collect(r) AS list');
    expect(rows[0]?.[0]).toMatchObject([{ source: 'agr:bc', target: 'agr:ab' }]);
  });
  check('gives a path in walking order, against the arrows too', async () => {
    const { rows } = await db().ask(
      "MATCH p = (:Entity {id: 'org:a'})-->(:Entity {id: 'agr:ab'})<--(:Entity {id: 'org:b'}) RETURN p",
    );
    expect(rows[0]?.[0]).toMatchObject({
      $type: 'path',
      nodes: [{ id: 'org:a' }, { id: 'agr:ab' }, { id: 'org:b' }],
      relationships: [
        { source: 'org:a', target: 'agr:ab' },
        { source: 'org:b', target: 'agr:ab' },
      ],
    });
  });
  check('gives elements inside lists and maps', async () => {
    const { rows } = await db().ask(`${FROM_ALPHA} RETURN {list: [a, 1], r: r} AS map`);
    expect(rows).toEqual([[{ list: [ALPHA, 1], r: PARTY }]]);
  });
  check('names a column as it was written', async () => {
    const { columns } = await db().ask(
      'MATCH (n:Organisation) RETURN n.country, count( * )  ORDER BY n.country',
    );
    expect(columns).toEqual(['n.country', 'count( * )']);
  });
}
