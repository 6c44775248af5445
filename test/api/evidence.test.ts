import { expect, test } from 'vitest';

import { documentResponseSchema, documentsResponseSchema } from '../../server/contract/explore.ts';
import {
  edgeResponseSchema,
  graphResponseSchema,
  neighboursResponseSchema,
  nodeResponseSchema,
  partnersResponseSchema,
  statementListSchema,
  statementResponseSchema,
} from '../../server/contract/graph.ts';
import { NORMALISED_TEXT } from './fixture/small-graph.ts';
import { describeOnBothEngines } from './start-test-service.ts';

describeOnBothEngines('evidence', (service) => {
  const get = (address: string): Promise<unknown> => service().json(`/api${address}`);

  test('is shown word for word where the library has the document, whatever its file is called', async () => {
    const { statement } = statementResponseSchema.parse(
      await get('/statements/small:party-to~org:isro~agr:space'),
    );
    expect(statement.references[0]).toMatchObject({
      document: 'doc:note',
      passage: 'The two space agencies signed a memorandum in November 2016.',
      check: 'verified',
    });
  });

  test('is a citation where the library has it not', async () => {
    const { statement } = statementResponseSchema.parse(
      await get('/statements/small:party-to~org:jaxa~agr:space'),
    );
    expect(statement.references[0]).toMatchObject({
      document: 'doc:brief',
      check: 'not-in-library',
      paraphrase: 'Said in our own words.',
    });
    expect(statement.references[0]).not.toHaveProperty('passage');
  });

  test('lists the documents and the text of those that are here', async () => {
    const { documents } = documentsResponseSchema.parse(await get('/documents'));
    expect(documents.map(({ id, inLibrary }) => [id, inLibrary])).toEqual([
      ['doc:brief', false],
      ['doc:note', true],
    ]);
    const note = documentResponseSchema.parse(await get('/documents/doc:note'));
    expect(note.text).toBe(NORMALISED_TEXT);
    expect(note.statements.map(({ id }) => id)).toEqual(['small:party-to~org:isro~agr:space']);
    const brief = documentResponseSchema.parse(await get('/documents/doc:brief?limit=1'));
    expect(brief).toMatchObject({ truncated: true });
    expect(brief.text).toBeUndefined();
  });

  test('of an edge names both sides of a dispute', async () => {
    const { edge, conflicts, statements, source, target } = edgeResponseSchema.parse(
      await get('/edges/cooperates-with~org:dst~org:jaxa'),
    );
    expect(edge.properties['disputed']).toBe(true);
    expect([source.id, target.id]).toEqual(['org:dst', 'org:jaxa']);
    expect(statements.map(({ date }) => date)).toEqual(['1993', '1994']);
    expect(conflicts).toEqual([
      ['small:cooperates-with~org:dst~org:jaxa', 'small:cooperates-with~org:dst~org:jaxa~2'],
    ]);
  });

  test('of an entity is all that is stated of it, with its figures', async () => {
    const { node, statements } = nodeResponseSchema.parse(await get('/nodes/prog:fellowship'));
    expect(node.properties['figures']).toEqual([
      expect.objectContaining({ figure: 'fellows', value: 277, comparator: 'at-least' }),
    ]);
    expect(statements.map(({ type }) => type)).toEqual(['ENTITY', 'FIGURE']);
  });

  test('tells how an agreement stands on a day', async () => {
    const standingOf = async (id: string, asOf: string) =>
      nodeResponseSchema.parse(await get(`/nodes/${id}?asOf=${asOf}`)).node.standing;
    expect(await standingOf('agr:space', '2016-11-10')).toMatchObject({
      code: 'not-concluded',
      at: '2016-11-10',
    });
    expect(await standingOf('agr:space', '2020')).toMatchObject({
      code: 'in-force',
      at: '2020-12-31',
      until: '2021-11-10',
      statesUpTo: '2020-12',
    });
    expect(await standingOf('agr:space', '2021-11-10')).toMatchObject({ code: 'in-force' });
    expect(await standingOf('agr:space', '2021-11-11')).toMatchObject({
      code: 'term-ended',
      basis: ['small:term~agr:space~1'],
    });
    expect(await standingOf('agr:science', '2020')).toMatchObject({ code: 'no-end-stated' });
    expect(await standingOf('agr:polar', '2020')).toMatchObject({ code: 'not-concluded' });
    expect(await standingOf('agr:states', '1990-06-01')).toMatchObject({ code: 'in-force', uncertain: true });
    expect(await standingOf('agr:states', '1991')).toMatchObject({
      code: 'ended-unless-extended',
      until: '1990',
    });
  });

  test('can be listed by what is wrong with it', async () => {
    const listOf = async (query: string) => statementListSchema.parse(await get(`/statements?${query}`));
    expect((await listOf('disputed')).statements.every(({ conflictsWith }) => conflictsWith.length > 0)).toBe(
      true,
    );
    expect((await listOf('disputed')).total).toBe(2);
    expect((await listOf('ended')).statements.map(({ id }) => id)).toEqual([
      'small:term~agr:space~1',
      'small:term~agr:states~1',
    ]);
    expect((await listOf('ended&asOf=2000')).statements.map(({ id }) => id)).toEqual([
      'small:term~agr:states~1',
    ]);
    expect((await listOf('ended&asOf=1989')).total).toBe(0);
    expect((await listOf('pending')).statements.every(({ modality }) => modality !== 'stated')).toBe(true);
    expect((await listOf('pending&disputed')).total).toBe(0);
    const all = await listOf('limit=1000');
    const pages = [
      ...(await listOf('limit=20')).statements,
      ...(await listOf('limit=1000&offset=20')).statements,
    ];
    expect(pages).toEqual(all.statements);
    expect(all.total).toBe(all.statements.length);
  });
});

describeOnBothEngines('the graph', (service) => {
  const get = (address: string): Promise<unknown> => service().json(`/api${address}`);

  test('holds every entity but documents, and every relationship between them', async () => {
    const graph = graphResponseSchema.parse(await get('/graph'));
    expect(graph.nodes).toHaveLength(20);
    expect(graph.nodes.some(({ labels }) => labels.includes('Document'))).toBe(false);
    expect(graph.total).toEqual({ nodes: graph.nodes.length, edges: graph.edges.length });
    expect(graph.truncated).toBe(false);
    const ids = new Set(graph.nodes.map(({ id }) => id));
    expect(graph.edges.every(({ source, target }) => ids.has(source) && ids.has(target))).toBe(true);
    for (const node of graph.nodes) {
      expect(node.degree).toBe(
        graph.edges.filter(({ source, target }) => source === node.id || target === node.id).length,
      );
    }
  });

  test('is cut at the best connected, and says so', async () => {
    const whole = graphResponseSchema.parse(await get('/graph'));
    const cut = graphResponseSchema.parse(await get('/graph?limit=4'));
    expect(cut.nodes).toHaveLength(4);
    expect(cut).toMatchObject({ truncated: true, total: whole.total });
    const least = Math.min(...cut.nodes.map(({ degree }) => degree));
    const left = whole.nodes.filter(({ id }) => !cut.nodes.some((node) => node.id === id));
    expect(left.every(({ degree }) => degree <= least)).toBe(true);
  });

  test('of a date leaves out what came later', async () => {
    const early = graphResponseSchema.parse(await get('/graph?asOf=1990'));
    expect(early.edges.some(({ id }) => id === 'party-to~org:isro~agr:space')).toBe(false);
    expect(early.edges.some(({ id }) => id === 'party-to~place:india~agr:states')).toBe(true);
    expect(early.nodes.some(({ id }) => id === 'org:alone')).toBe(true);
  });

  test('around an entity comes in pages that make the whole', async () => {
    const whole = neighboursResponseSchema.parse(await get('/nodes/org:isro/neighbours'));
    expect(whole.total).toBe(4);
    expect(whole.totals.reduce((sum, { count }) => sum + count, 0)).toBe(whole.edges.length);
    const seen = new Set<string>();
    for (let offset = 0; offset < whole.total; offset += 2) {
      const page = neighboursResponseSchema.parse(
        await get(`/nodes/org:isro/neighbours?limit=2&offset=${offset}`),
      );
      expect(page.truncated).toBe(offset + 2 < whole.total);
      for (const node of page.nodes) seen.add(node.id);
    }
    expect(seen).toEqual(new Set(whole.nodes.map(({ id }) => id)));
    const incoming = neighboursResponseSchema.parse(await get('/nodes/org:isro/neighbours?direction=in'));
    expect(incoming.edges.every(({ target }) => target === 'org:isro')).toBe(true);
  });

  test('knows partners: since when, by what', async () => {
    const { partners } = partnersResponseSchema.parse(await get('/nodes/org:dst/partners'));
    expect(partners.map(({ node }) => node.id)).toEqual(['org:jaxa', 'org:jsps', 'place:japan']);
    const jsps = partners.find(({ node }) => node.id === 'org:jsps');
    expect(jsps).toMatchObject({
      since: { date: '1993', meaning: 'signed', via: 'agr:science' },
      instruments: ['agr:science'],
      joint: ['prog:fellowship'],
      lastActivity: '1998',
    });
    expect(jsps?.references.length).toBeGreaterThan(0);
    expect(partnersResponseSchema.parse(await get('/nodes/org:ncpor/partners')).partners).toEqual([]);
  });
});
