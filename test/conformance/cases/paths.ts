import { expect } from 'vitest';

import type { Suite } from '../suite.ts';

const BETWEEN = 'MATCH (a:Entity {id: $from}) MATCH (b:Entity {id: $to})';

/** Cypher's own paths, which the console offers; the service walks its topology instead. */
export function pathCases({ check, db }: Suite): void {
  const shortest = async (from: string, to: string): Promise<unknown> => {
    const text = `${BETWEEN} MATCH p = shortestPath((a)-[*..8]-(b)) RETURN [n IN nodes(p) | n.id] AS ids`;
    return (await db().ask(text, { from, to })).rows;
  };
  check('finds a shortest path in both directions', async () => {
    expect(await shortest('org:a', 'org:b')).toEqual([[['org:a', 'agr:ab', 'org:b']]]);
    expect(await shortest('org:b', 'org:a')).toEqual([[['org:b', 'agr:ab', 'org:a']]]);
  });
  check('finds none where there is none', async () => {
    expect(await shortest('org:a', 'per:x')).toEqual([]);
  });
  check('finds all shortest paths', async () => {
    const text = `${BETWEEN} MATCH p = allShortestPaths((a)-[*..8]-(b)) RETURN length(p) AS hops`;
    const { rows } = await db().ask(text, { from: 'org:b', to: 'agr:ab' });
    expect(rows).toEqual([[1]]);
  });
  check('walks a variable length', async () => {
    const text = "MATCH (:Entity {id: 'org:a'})-[*1..2]-(b) RETURN b.id AS id ORDER BY id";
    const { rows } = await db().ask(text);
    expect(rows).toEqual([['agr:ab'], ['agr:bc'], ['org:b']]);
  });
  check('keeps statements off the paths of institutions', async () => {
    const { rows } = await db().ask('MATCH (s:Statement)--() RETURN count(*) AS n');
    expect(rows).toEqual([[0]]);
  });
}
