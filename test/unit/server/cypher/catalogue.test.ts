import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, describe, expect, test } from 'vitest';

import { loadCatalogue } from '../../../../server/cypher/catalogue.ts';

const folders: string[] = [];

function catalogueOf(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'setu-cypher-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return loadCatalogue(folder);
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const GOOD = [
  '// purpose: One entity.',
  '// mode: read',
  '// params: $id (string)',
  '// columns: id, caption',
  "MATCH (n:Entity {id: $id}) // $note and '$text' are no parameters",
  "RETURN n.id AS id, '$caption' AS caption;",
].join('\n');

describe('the catalogue of statements', () => {
  test('reads a file with its header', () => {
    const statement = catalogueOf({ 'explore/get-node.cypher': GOOD }).get('explore/get-node', 'neo4j');
    expect(statement).toMatchObject({
      name: 'explore/get-node',
      purpose: 'One entity.',
      mode: 'read',
      params: ['id'],
      columns: ['id', 'caption'],
    });
    expect(statement.text).toMatch(/^MATCH[^]*AS caption$/u);
  });
  test('gives each engine its variant', () => {
    const catalogue = catalogueOf({
      'search/find.neo4j.cypher': GOOD.replace('MATCH', 'MATCH /* neo4j */'),
      'search/find.embedded.cypher': GOOD,
    });
    expect(catalogue.get('search/find', 'neo4j').text).toContain('neo4j');
    expect(catalogue.get('search/find', 'embedded').text).not.toContain('neo4j');
  });
  test('lists a folder in the order of names', () => {
    const catalogue = catalogueOf({
      'schema/002-b.cypher': GOOD,
      'schema/001-a.cypher': GOOD,
      'x/y.cypher': GOOD,
    });
    expect(catalogue.list('embedded', 'schema').map(({ name }) => name)).toEqual([
      'schema/001-a',
      'schema/002-b',
    ]);
    expect(catalogue.list('embedded')).toHaveLength(3);
  });
  test('names the statement that does not exist', () => {
    expect(() => catalogueOf({}).get('explore/none', 'neo4j')).toThrow(
      'cypher/explore/none.cypher does not exist',
    );
  });
  test.each([
    ['no header', 'MATCH (n) RETURN n', /purpose.*mode/u],
    ['an unknown mode', GOOD.replace('mode: read', 'mode: wild'), /mode/u],
    ['a parameter used but not declared', GOOD.replace('// params: $id (string)\n', ''), /uses \$id/u],
    ['a parameter declared but not used', GOOD.replace('{id: $id}', ''), /declares \$id/u],
    ['a parameter without a type', GOOD.replace('$id (string)', '$id'), /write "\$name/u],
    [
      'a parameter declared twice',
      GOOD.replace('// columns', '// params: $id (string)\n// columns'),
      /twice/u,
    ],
    ['no columns in a read', GOOD.replace('// columns: id, caption\n', ''), /columns/u],
    ['two statements', `${GOOD}\nRETURN 2 AS two`, /more than one statement/u],
    ['no statement', GOOD.split('\n').slice(0, 4).join('\n'), /no statement/u],
    ['a quotation that is not closed', GOOD.replace("'$caption'", "'$caption"), /not closed/u],
  ])('refuses a file with %s, by its name', (_what, content, reason) => {
    const load = () => catalogueOf({ 'explore/get-node.cypher': content });
    expect(load).toThrow(reason);
    expect(load).toThrow('cypher/explore/get-node');
  });
  test.each([
    ['one variant only', { 'a/b.neo4j.cypher': GOOD }, /other engine is missing/u],
    ['a plain file beside a variant', { 'a/b.cypher': GOOD, 'a/b.neo4j.cypher': GOOD }, /keep one kind/u],
    [
      'variants with other columns',
      { 'a/b.neo4j.cypher': GOOD, 'a/b.embedded.cypher': GOOD.replace('id, caption', 'id') },
      /differ/u,
    ],
    ['a name in capitals', { 'a/GetNode.cypher': GOOD }, /kebab-case/u],
  ])('refuses %s', (_what, files, reason) => {
    expect(() => catalogueOf(files)).toThrow(reason);
  });
  test('the project’s own statements pass', () => {
    const own = loadCatalogue();
    expect(own.list('neo4j').map(({ name }) => name)).toEqual(own.list('embedded').map(({ name }) => name));
    expect(own.list('neo4j', 'schema').every(({ mode }) => mode === 'schema')).toBe(true);
  });
});
