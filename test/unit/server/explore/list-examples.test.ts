import { describe, expect, test } from 'vitest';

import { loadCatalogue } from '../../../../server/cypher/catalogue.ts';
import type { CatalogueStatement } from '../../../../server/engine/catalogue-statement.ts';
import { listExamples } from '../../../../server/explore/list-examples.ts';

const SOUND: CatalogueStatement = {
  name: 'examples/signed',
  purpose: 'What was signed.',
  mode: 'read',
  params: ['party', 'years', 'count'],
  declarations: [
    'string, who signs; entity Organisation, Place; example "org:isro"',
    'list, when; example [2016, "2017"]',
    'integer, how many; example 3',
  ],
  columns: ['x'],
  text: 'RETURN $party AS x, $years, $count',
  notes: [
    'title: Signed',
    'question: What was signed?',
    'template: Which {count} did {party} sign in {years}?',
  ],
};

function listOf(over: Partial<CatalogueStatement>) {
  const statement = { ...SOUND, ...over };
  return listExamples({ get: () => statement, list: () => [statement] }, 'embedded').examples;
}

describe('the examples', () => {
  test('say what their headers say', () => {
    expect(listOf({})).toEqual([
      {
        name: 'signed',
        title: 'Signed',
        question: 'What was signed?',
        template: 'Which {count} did {party} sign in {years}?',
        query: SOUND.text,
        params: [
          {
            name: 'party',
            type: 'string',
            label: 'who signs',
            entityLabels: ['Organisation', 'Place'],
            example: 'org:isro',
          },
          { name: 'years', type: 'list', label: 'when', example: [2016, '2017'] },
          { name: 'count', type: 'integer', label: 'how many', example: 3 },
        ],
      },
    ]);
  });
  test.each([
    [
      'a type that there is not',
      { declarations: ['text, who; example "x"'] },
      /write "\/\/ params: \$party/u,
    ],
    ['an example of another type', { declarations: ['integer, who; example "x"'] }, /the example as JSON/u],
    ['an example that is no JSON', { declarations: ['string, who; example x'] }, /the example as JSON/u],
    ['no example', { declarations: ['string, who'] }, /the example as JSON/u],
    [
      'a label that no entity has',
      { declarations: ['string, who; entity Company; example "x"'] },
      /no entity has the label Company/u,
    ],
    [
      'a country that is an entity too',
      { declarations: ['string, who; entity Place; country; example "IN"'] },
      /a string, and no entity/u,
    ],
    [
      'a country that is a number',
      { declarations: ['integer, who; country; example 3'] },
      /a string, and no/u,
    ],
    ['no title', { notes: ['question: What?'] }, /needs one line "\/\/ title/u],
    [
      'a template that leaves a parameter out',
      { notes: ['title: x', 'question: y?', 'template: Which did {party} sign in {years}?'] },
      /names each parameter once/u,
    ],
  ] as const)('are refused with %s, by name', (_, over, message) => {
    expect(() => listOf(over)).toThrow(message);
    expect(() => listOf(over)).toThrow(/^cypher\/examples\/signed: /u);
  });
  test('say which values are countries, and those shipped do', () => {
    const declarations = ['string, where; country; example "IN"'];
    const [example] = listOf({ params: ['party'], declarations, notes: ['title: x', 'question: y?'] });
    expect(example?.params).toEqual([
      { name: 'party', type: 'string', label: 'where', example: 'IN', isCountry: true },
    ]);
    const { examples } = listExamples(loadCatalogue(), 'embedded');
    const named = examples.flatMap(({ params }) => params.filter(({ name }) => /country/iu.test(name)));
    expect(named.length).toBeGreaterThan(0);
    expect(named.every(({ isCountry }) => isCountry)).toBe(true);
  });
  test('ask questions, and most can be asked without Cypher', () => {
    const { examples } = listExamples(loadCatalogue(), 'neo4j');
    for (const { question, template, name } of examples) {
      expect(question, name).toMatch(/\?$/u);
      if (template !== undefined) expect(template, name).toMatch(/\?$/u);
    }
  });
});
