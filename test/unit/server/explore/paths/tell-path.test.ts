import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { GraphEdge, GraphNode, Reference, Statement } from '../../../../../server/contract/graph.ts';
import type { DocumentRecord } from '../../../../../server/explore/document-records.ts';
import { ENGLISH } from '../../../../../server/explore/paths/sentences-en.ts';
import { tellPath } from '../../../../../server/explore/paths/tell-path.ts';
import type { ToldRelation } from '../../../../../server/explore/paths/tell-relations.ts';
import { citationFaults } from '../../../../helpers/cited-hops.ts';

const documents = new Map<string, DocumentRecord>(
  ['doc:a', 'doc:b'].map((id) => [id, { id, dataSets: [], summary: { id, title: `Title of ${id}` } }]),
);

function passage(document: string, start: number, paraphrase?: string): Reference {
  const base = {
    document,
    paragraph: 1,
    start,
    end: start + 9,
    sha256: 'x',
    check: 'not-in-library',
  } as const;
  return paraphrase === undefined ? base : { ...base, paraphrase };
}

function statement(id: string, references: Reference[], note?: string): Statement {
  const told = { id, type: 'PARTY_TO', subject: 'a', subjectCaption: 'A', modality: 'stated', references };
  return { ...told, ...(note === undefined ? {} : { note }) } as Statement;
}

function relation(from: string, to: string, statements: readonly string[]): ToldRelation {
  const node = (id: string): GraphNode => ({
    id,
    caption: id.toUpperCase(),
    labels: ['Entity', 'Organisation'],
    properties: {},
    degree: 1,
  });
  const edge: GraphEdge = {
    id: `${from}~${to}`,
    type: 'COOPERATES_WITH',
    source: from,
    target: to,
    properties: { statements: [...statements] },
    documents: 1,
  };
  return { source: node(from), target: node(to), edge };
}

function tell(relations: readonly ToldRelation[], statements: readonly Statement[]) {
  const known = new Map(statements.map((one) => [one.id, one]));
  const told = tellPath(relations, [], { statements: known, documents }, ENGLISH);
  return { ...told, edges: relations.map(({ edge }) => edge) };
}

describe('the citations of a path', () => {
  it('list a passage once, whatever number of hops it carries, and each hop has its number', () => {
    const told = tell(
      [relation('a', 'b', ['s1']), relation('c', 'd', ['s2']), relation('e', 'f', ['s3'])],
      [
        statement('s1', [passage('doc:b', 0), passage('doc:a', 5, 'A and B.')], 'One note.'),
        statement('s2', [passage('doc:a', 40)]),
        statement('s3', [passage('doc:b', 0), passage('doc:a', 5, 'E and F.')], 'Another.'),
      ],
    );
    expect(told.narrative).toBe(
      '**A** cooperates with **B** [1]. **C** cooperates with **D** [2]. **E** cooperates with **F** [1].',
    );
    expect(told.citations).toEqual([
      {
        statement: 's1',
        statements: ['s1', 's3'],
        reference: passage('doc:a', 5, 'A and B. E and F.'),
        also: [passage('doc:b', 0)],
        note: 'One note. Another.',
        title: 'Title of doc:a',
      },
      {
        statement: 's2',
        statements: ['s2'],
        reference: passage('doc:a', 40),
        also: [],
        title: 'Title of doc:a',
      },
    ]);
    expect(told.sources).toHaveLength(2);
    expect(told.plainText.split('\n')).toEqual([
      'A cooperates with B [1]. C cooperates with D [2]. E cooperates with F [1].',
      '',
      ...told.sources,
    ]);
  });

  it('show a number once in a sentence that tells several hops', () => {
    const one = statement('s1', [passage('doc:a', 5)]);
    const told = tell([relation('a', 'b', ['s1']), relation('c', 'b', ['s1'])], [one]);
    expect(told.narrative).toBe('**A** and **C** cooperate with **B** [1].');
  });

  it('are whole and the same on every run, in whatever order the statements were read', () => {
    const reference = fc.record({ document: fc.constantFrom('doc:a', 'doc:b'), start: fc.nat(2) });
    const hops = fc.array(fc.array(reference, { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(hops, (all) => {
        const relations = all.map((_, place) => relation(`n${place}`, `n${place + 1}`, [`s${place}`]));
        const statements = all.map((references, place) =>
          statement(
            `s${place}`,
            references.map(({ document, start }) => passage(document, start)),
          ),
        );
        const told = tell(relations, statements);
        expect(citationFaults(told)).toEqual([]);
        expect(JSON.stringify(tell(relations, statements.toReversed()))).toBe(JSON.stringify(told));
      }),
    );
  });
});
