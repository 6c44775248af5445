import { describe, expect, test } from 'vitest';

import { AppError } from '../../../../server/app-error.ts';
import { prepareStatement } from '../../../../server/engine/embedded/prepare-statement.ts';

describe('preparing a statement for the embedded engine', () => {
  test.each([
    ['MATCH (n) RETURN n, count(*)', 'MATCH (n) RETURN n AS `n`, count(*) AS `count(*)`'],
    ['MATCH (n) RETURN n AS a, count( * )', 'MATCH (n) RETURN n AS a, count( * ) AS `count( * )`'],
    ['MATCH (n) RETURN n.x ORDER BY n.x', 'MATCH (n) RETURN n.x ORDER BY n.x'],
    [
      'MATCH (n) RETURN n, count(*) UNION MATCH (n) RETURN n, 1',
      'MATCH (n) RETURN n AS `n`, count(*) AS `count(*)` UNION MATCH (n) RETURN n, 1',
    ],
    ['MATCH (set:Set) RETURN set.load', 'MATCH (`set`:`Set`) RETURN `set`.`load` AS `set.load`'],
    ['UNWIND $create AS x RETURN {set: x} AS m', 'UNWIND $`create` AS x RETURN {`set`: x} AS m'],
  ])('rewrites %s', (text, expected) => {
    expect(prepareStatement(text).text).toBe(expected);
  });
  test.each([
    ['RETURN $x / 4', 'RETURN toFloat($x) / 4 AS `$x / 4`'],
    ['RETURN $y / 4, $set AS s', 'RETURN $y / 4, toFloat($`set`) AS s'],
    ['WITH $`x` AS x RETURN x', 'WITH toFloat($`x`) AS x RETURN x'],
  ])('makes floats of the parameters that are some in %s', (text, expected) => {
    expect(prepareStatement(text, new Set(['x', 'set'])).text).toBe(expected);
  });
  test.each([
    'MATCH (n) RETURN coalesce(n, 1) AS k',
    'MATCH (n) WITH CASE WHEN true THEN n END AS k RETURN k.id, k',
    'MATCH (a)-->(b) WITH collect(a) + collect(b) AS l UNWIND l AS x RETURN x',
    'MATCH p = (a)-->(b) RETURN [x IN nodes(p) WHERE x:A] AS l',
    'MATCH p = (a)-->(b) RETURN nodes(p)[0] AS k, count(*) AS c',
    'MATCH p = (a)-->(b) WITH nodes(p) AS l RETURN l[0] AS f',
    'MATCH (n) WITH min(n) AS m RETURN *',
  ])('refuses %s, whose nodes it would lose', (text) => {
    expect(() => prepareStatement(text)).toThrow(
      expect.objectContaining({ code: 'statement-unsupported' }) as Error,
    );
  });
  test.each([
    'MATCH (a)-->(b) WITH collect(a) + collect(b) AS l UNWIND l AS x RETURN x.id AS id',
    'MATCH p = (a)-->(b) RETURN [x IN nodes(p) WHERE x:A | x.id] AS ids, count(*) AS c',
    "MATCH (n) RETURN CASE WHEN n:A THEN 'a' ELSE n.id END AS k, count(*) AS c",
    'MATCH (n) WHERE coalesce(n.x, 1) = 1 RETURN coalesce(n.name, n.id) AS name, n',
    'MATCH (n) RETURN size([x IN collect(n) | x]) AS s',
  ])('leaves %s alone', (text) => {
    expect(prepareStatement(text).text).toBe(text);
  });
  test('puts the place of an error back to the text as typed', () => {
    const text = 'MATCH (set) RETURN set, count(*) WRONG';
    const prepared = prepareStatement('MATCH (set) RETURN set, count(*) ORDER BY wrong');
    const at = prepared.text.indexOf('wrong');
    const error = new AppError('statement-invalid', 'x', {
      position: { offset: at + 8, line: 1, column: at + 1 + 8 },
    });
    expect(prepared.restorePosition(error, 8).details.position).toMatchObject({
      line: 1,
      column: text.length + 5,
    });
  });
});
