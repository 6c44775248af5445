import { describe, expect, test } from 'vitest';

import type { AppError } from '../../../../server/app-error.ts';
import { admitConsoleStatement } from '../../../../server/engine/console/admit-console-statement.ts';
import { readLimits } from '../../../../server/settings.ts';

const limits = readLimits({});
const admit = (text: string, params = {}) => admitConsoleStatement(text, params, limits);

function refusal(text: string, params = {}): AppError {
  try {
    admit(text, params);
  } catch (error) {
    return error as AppError;
  }
  throw new Error(`It was admitted: ${text}`);
}

describe('the first gate of the console', () => {
  test('hands on the text with comments blanked, each other character in its place', () => {
    const text = 'MATCH (n) // 🚀 note\nWHERE/* a\nb */n.id = 1\u00a0RETURN n ; ';
    const admitted = admit(text);
    expect(admitted.text).toBe('MATCH (n)           \nWHERE    \n    n.id = 1 RETURN n');
    for (const [at, character] of [...admitted.text].entries()) {
      if (character !== ' ') expect(text[at]).toBe(character);
    }
  });
  test.each([
    ['EXPLAIN RETURN 1', 'plan', '        RETURN 1'],
    ['profile RETURN 1', 'profile', '        RETURN 1'],
    ['RETURN 1', 'run', 'RETURN 1'],
  ])('takes the mode from %s', (text, mode, rest) => {
    expect(admit(text)).toEqual({ mode, text: rest, params: {}, notifications: [] });
  });
  test.each([
    ['MATCH (n)\n  SET n.x = 1', 'SET is not for the console.', 2, 3],
    ['WITH 1 AS in CREATE (n)', 'CREATE is not for the console.', 1, 14],
    ['MATCH ((a)-->(b))+ DELETE a', 'DELETE is not for the console.', 1, 20],
    ['RETURN 1; RETURN 2', 'Only one statement at a time.', 1, 9],
    ['CALL dbms.listConfig()', 'The procedure dbms.listConfig is not for the console.', 1, 6],
    ['CALL `dbms`.`listConfig`()', 'The procedure dbms.listConfig is not for the console.', 1, 6],
    ['RETURN apoc.util.md5([1])', 'The function apoc.util.md5 is not for the console.', 1, 8],
    [
      'MATCH (n) CALL { WITH n RETURN 1 AS x } IN TRANSACTIONS RETURN x',
      'IN TRANSACTIONS is not for the console.',
      1,
      44,
    ],
    ['RETURN EXISTS { COMMIT }', 'COMMIT is not for the console.', 1, 17],
    ['CREA\\u0054E (n)', 'Escapes stand in strings only.', 1, 5],
    [
      "RETURN '\\u0027 CREATE (n) //'",
      'A coded quotation mark, backslash or line end is not for the console.',
      1,
      8,
    ],
    ["RETURN '\\\\u0027'", 'A coded quotation mark, backslash or line end is not for the console.', 1, 8],
  ])('refuses %s with the place and a reason', (text, message, line, column) => {
    const error = refusal(text);
    expect(error).toMatchObject({ code: 'statement-refused', message });
    expect(error.details.position).toMatchObject({ line, column });
  });
  test.each([
    ['MATCH (n) RETRUN n', 11],
    ['SELECT * FROM n', 1],
    ["RETURN 'open", 8],
    ['MATCH (n) WHERE n.x LIKE 1 RETURN n', 21],
  ])('calls %s not understood, at its place', (text, column) => {
    expect(refusal(text)).toMatchObject({
      code: 'statement-invalid',
      details: { position: { line: 1, column } },
    });
  });
  test.each(['', '   ', '// nothing', ';', 'EXPLAIN', 'EXPLAIN ;'])('finds no statement in "%s"', (text) => {
    expect(refusal(text)).toMatchObject({ code: 'statement-invalid', message: 'There is no statement.' });
  });
  test('limits the length of a text', () => {
    expect(() => admit(`RETURN '${'x'.repeat(limits.consoleMaxCharacters - 9)}'`)).not.toThrow();
    expect(refusal(`RETURN '${'x'.repeat(limits.consoleMaxCharacters)}'`).code).toBe('invalid-parameter');
  });
  test('limits the depth of parameters, at the level the settings say', () => {
    const nest = (levels: number): unknown => (levels === 0 ? 1 : [nest(levels - 1)]);
    expect(() => admit('RETURN $x AS x', { x: nest(limits.consoleParamsDepth - 1) })).not.toThrow();
    expect(refusal('RETURN $x AS x', { x: nest(limits.consoleParamsDepth + 1) }).code).toBe(
      'invalid-parameter',
    );
  });
  test('limits the number of values in parameters', () => {
    const list = (length: number) => ({ list: Array.from({ length }, () => 0) });
    expect(() => admit('RETURN $list AS x', list(limits.consoleParamsValues - 1))).not.toThrow();
    expect(refusal('RETURN $list AS x', list(limits.consoleParamsValues)).code).toBe('invalid-parameter');
  });
  test('reads a text of 20,000 brackets, quotes or comments without delay', () => {
    for (const piece of ['(', '{', "''", '/**/', '`a`', '.', ';']) {
      const text = `RETURN ${piece.repeat(Math.floor(19_000 / piece.length))}`;
      const start = performance.now();
      try {
        admit(text);
      } catch {
        // Whether it is admitted is not the question here.
      }
      expect(performance.now() - start).toBeLessThan(1_000);
    }
  });
  test('names every parameter that is not given, once, with the place of the first', () => {
    const text = 'MATCH (n {id: $id})\n  WHERE n.x = $`odd name` OR n.y = $id OR n.z = $given RETURN n';
    const error = refusal(text, { given: null });
    expect(error).toMatchObject({
      code: 'statement-invalid',
      message: 'No value is given for $id, $odd name.',
      details: { missingParameters: ['id', 'odd name'], position: { offset: 14, line: 1, column: 15 } },
    });
  });
  test('takes no parameter from what every object has', () => {
    expect(refusal('RETURN $toString').details.missingParameters).toEqual(['toString']);
  });
  test('plans without parameters, and says which a run would need', () => {
    for (const admitted of [
      admit('EXPLAIN RETURN $x, $x, $y', { y: 1 }),
      admitConsoleStatement('EXPLAIN RETURN $x, $x, $y', { y: 1 }, limits, 'plan'),
    ]) {
      expect(admitted.mode).toBe('plan');
      expect(admitted.notifications).toMatchObject([
        { code: 'missing-parameter', position: { offset: 15, line: 1, column: 16 } },
      ]);
    }
  });
});
