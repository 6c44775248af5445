import { expect, test } from 'vitest';

import {
  betweenResponseSchema,
  pathsResponseSchema,
  sharedResponseSchema,
} from '../../server/contract/paths.ts';
import type { BetweenResponse, PathsResponse, SharedResponse } from '../../server/contract/paths.ts';
import { citationFaults } from '../helpers/cited-hops.ts';
import { describeDataSets } from '../helpers/data-set-service.ts';

/** Two boards, three documents of two agencies, written for these tests. */
describeDataSets('paths and what they rest on', ['test/fixtures/datasets/ferries'], (service) => {
  const ask = async (query: string): Promise<PathsResponse> =>
    pathsResponseSchema.parse((await service.get(`/paths?${query}`)).body);
  const between = async (query: string): Promise<BetweenResponse> =>
    betweenResponseSchema.parse((await service.get(`/paths/between?${query}`)).body);
  const shared = async (a: string, b: string, query = ''): Promise<SharedResponse> =>
    sharedResponseSchema.parse((await service.get(`/nodes/${a}/shared?with=${b}${query}`)).body);
  const walksOf = ({ paths }: PathsResponse): string[] =>
    paths.map(({ nodes }) => nodes.map((node) => (typeof node === 'string' ? node : node.id)).join(' '));
  const problem = async (query: string): Promise<unknown> => {
    const { status, body } = await service.get(query);
    return { status, code: (body as { code?: string }).code };
  };

  test('prefer, of equal length, what more independent documents state', async () => {
    const answer = await ask('from=org:north&to=org:south&mode=all-shortest');
    expect(walksOf(answer)).toEqual([
      'org:north agr:ferry-accord org:south',
      'org:north prog:exchange org:south',
    ]);
    const [accord, exchange] = answer.paths;
    expect(accord?.score).toBeGreaterThan(exchange?.score ?? 1);
    expect(accord?.support).toMatchObject({ documents: 2, passages: 2, soleDocuments: [] });
    expect(exchange?.support).toMatchObject({ documents: 1, passages: 1, soleDocuments: ['doc:bulletin'] });
    expect(exchange?.support?.sentence).toBe('Every step rests on one independent document, one passage.');
  });

  test('show the parts of the score, and follow the weights', async () => {
    const [path] = (await ask('from=org:north&to=org:south')).paths;
    const parts = Object.fromEntries((path?.scoreParts ?? []).map(({ part, value }) => [part, value]));
    expect(parts).toMatchObject({ length: 0.8, relations: 1, documents: 0.7225 });
    const product = Object.values(parts).reduce((all, value) => all * value, 1);
    expect(path?.score).toBeCloseTo(product, 3);
    const byLength = await ask('from=org:north&to=org:south&weights=documents:0,recency:0,hubs:0,length:2');
    expect(byLength.paths[0]?.score).toBeCloseTo(0.64, 6);
    const flat = await ask('from=org:north&to=org:south&weights=documents:0,recency:0,hubs:0,length:0');
    expect(flat.paths[0]?.score).toBe(1);
    expect(flat.paths[0]?.scoreParts.find(({ part }) => part === 'documents')).toEqual({
      part: 'documents',
      value: 0.7225,
      weight: 0,
    });
  });

  test('are told with their dates, on what they rest, and the sources below', async () => {
    const [exchange] = (await ask('from=org:north&to=org:south&exclude=agr:ferry-accord')).paths;
    expect(exchange?.narrative).toBe(
      '**North Board** and **South Board** take part in **Crew Exchange** [1]. **Crew Exchange** rests on **Ferry Accord (1990)** (signed 1 Mar 1990) [1].',
    );
    expect(exchange?.citations?.map(({ reference }) => reference.paragraph)).toEqual([1]);
    expect(exchange?.citations?.[0]?.statements).toHaveLength(3);
    expect(exchange && citationFaults(exchange)).toEqual([]);
    expect(exchange?.plainText).toBe(
      [
        'North Board and South Board take part in Crew Exchange [1]. Crew Exchange rests on Ferry Accord (1990) (signed 1 Mar 1990) [1].',
        '',
        '[1] Bulletin of exchanges, Exchange Office, 2012 – 2013, Page 1, paragraph 1',
      ].join('\n'),
    );
    const [office] = (await ask('from=org:north&to=org:west')).paths;
    expect(office?.narrative).toBe(
      '**Amrit Kaur** is named as Chair of **North Board** (2009) [1]. **Amrit Kaur** is named as Adviser of **West Docks** (2009) [1].',
    );
  });

  test('name their documents as CSL-JSON', async () => {
    const { bibliography } = await ask('from=org:north&to=org:south&mode=all-shortest');
    expect(bibliography).toEqual([
      {
        id: 'doc:bulletin',
        type: 'report',
        title: 'Bulletin of exchanges',
        publisher: 'Exchange Office',
        language: 'en',
        issued: { 'date-parts': [[2012]] },
      },
      {
        id: 'doc:gazette',
        type: 'article-newspaper',
        title: 'Ferries, a gazette',
        publisher: 'Ferry Gazette',
        URL: 'https://gazette.example/ferries',
        language: 'en',
        issued: { 'date-parts': [[2010, 5, 2]] },
      },
      {
        id: 'doc:herald',
        type: 'article-newspaper',
        title: 'The Herald on docks',
        publisher: 'Herald',
        language: 'en',
        issued: { 'date-parts': [[2011]] },
      },
    ]);
  });

  test('survive the loss of a document, or do not, and say which', async () => {
    const { robustness } = await ask('from=org:north&to=org:south');
    expect(robustness?.sentence).toBe('Whichever of these documents is taken away, a path is left.');
    expect(robustness?.withoutDocument.map(({ document, survives }) => [document, survives])).toEqual([
      ['doc:gazette', true],
      ['doc:herald', true],
    ]);
    const without = await ask('from=org:north&to=org:south&withoutDocument=doc:gazette');
    expect(without.paths[0]?.support).toMatchObject({ documents: 1, soleDocuments: ['doc:herald'] });
    expect(without.robustness?.withoutDocument.map(({ document }) => document)).toEqual(['doc:herald']);
    const pilots = await ask('from=org:south&to=org:east');
    expect(pilots.robustness?.sentence).toBe(
      'One document carries everything here: “Ferries, a gazette”. Without it there is no path.',
    );
    const docks = await ask('from=org:south&to=org:west&types=PARTY_TO,MEMBER_OF');
    expect(docks.robustness?.withoutDocument[0]).toMatchObject({ survives: true, path: { length: 2 } });
    const mixed = await ask('from=org:north&to=org:east');
    expect(mixed.robustness?.sentence).toBe(
      'Without “Ferries, a gazette”, there is no path; without any other of these documents one is left.',
    );
  });

  test('do without documents, and cite none of them', async () => {
    const answer = await ask('from=org:north&to=org:south&withoutDocument=doc:gazette');
    expect(walksOf(answer)).toEqual(['org:north agr:ferry-accord org:south']);
    expect(answer.paths[0]?.citations?.map(({ reference }) => reference.document)).toEqual(['doc:herald']);
    expect(answer.paths.slice(0, 1).flatMap(citationFaults)).toEqual([]);
    expect(walksOf(await ask('from=org:north&to=org:south&withoutDocument=doc:gazette,doc:herald'))).toEqual([
      'org:north prog:exchange org:south',
    ]);
    const none = await ask('from=org:south&to=org:east&withoutDocument=doc:gazette');
    expect(none.reason?.nearestMiss).toMatch(/^With every document there is a path of 2 hops/u);
  });

  test('keep to documents and passages that suffice', async () => {
    expect(walksOf(await ask('from=org:north&to=org:south&minDocuments=2&mode=k-shortest&k=25'))).toEqual([
      'org:north agr:ferry-accord org:south',
    ]);
    expect((await ask('from=org:north&to=org:south&minPassages=3')).reason?.nearestMiss).toMatch(
      /^With fewer documents and passages there is a path/u,
    );
  });

  test('whose parts never held at the same time say so', async () => {
    const [path] = (await ask('from=org:north&to=org:east&exclude=prog:exchange&types=PARTY_TO')).paths;
    expect(path?.time).toEqual({
      code: 'never-together',
      sentence:
        'Its steps never held at the same time: North Board – Ferry Accord (1990) ended by 1995-12-31, South Board – Pilot Accord (2000) began no earlier than 2000-01-01.',
    });
    const [other] = (await ask('from=org:north&to=org:south&exclude=agr:ferry-accord')).paths;
    expect(other?.time).toEqual({ code: 'together' });
    expect((await ask('from=org:north&to=org:east&types=PARTY_TO&asOf=1994')).reason?.code).toBe(
      'not-connected',
    );
    expect((await ask('from=org:north&to=org:east&types=PARTY_TO&asOf=1994/2001')).paths).toHaveLength(1);
  });

  test('lead to the nearest of many', async () => {
    expect(walksOf(await ask('from=org:south&toKind=Yard'))).toEqual(['org:south agr:dock-accord org:west']);
    expect(walksOf(await ask('from=org:north&toKind=pilots&toCountry=SO'))[0]).toMatch(/ org:east$/u);
    const any = await ask('from=org:north&toAny=org:east,org:south&mode=k-shortest&k=25');
    expect(walksOf(any).every((walk) => /org:(?:east|south)$/u.test(walk))).toBe(true);
    expect(
      walksOf(any).every((walk) =>
        walk
          .split(' ')
          .slice(1, -1)
          .every((id) => id !== 'org:south'),
      ),
    ).toBe(true);
    expect((await ask('from=org:north&toKind=airport')).reason?.code).toBe('no-such-end');
  });

  test('pass through what they must', async () => {
    const answer = await ask('from=org:north&to=org:west&through=org:council');
    expect(walksOf(answer).every((walk) => walk.includes(' org:council '))).toBe(true);
    expect(answer.paths[0]?.length).toBe(4);
    const none = await ask('from=org:north&to=org:west&through=org:east');
    expect(none.reason?.nearestMiss).toMatch(/^By another way/u);
  });

  test('rank by score whatever the length when asked', async () => {
    const byScore = await ask('from=org:north&to=org:west&mode=k-shortest&k=25&rank=score');
    const scores = byScore.paths.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    const byLength = await ask('from=org:north&to=org:west&mode=k-shortest&k=25');
    expect(new Set(walksOf(byLength))).toEqual(new Set(walksOf(byScore)));
  });

  test('say what was searched, and why there is none', async () => {
    const found = await ask('from=org:north&to=org:south');
    expect(found.searched).toEqual({
      maxHops: 8,
      leftOut: [
        'paths through places, documents, topics',
        'what was only planned, proposed, hoped for or discussed',
      ],
    });
    const isle = await ask('from=org:north&to=org:isle');
    expect(isle.reason).toMatchObject({
      code: 'not-connected',
      nearestMiss:
        'Through places, topics and documents there is a path of 2 hops: North Board – Old Harbour – Isle Museum.',
      nearestMissPath: { nodes: ['org:north', 'place:harbour', 'org:isle'] },
    });
    const lone = await ask('from=org:west&to=org:lone');
    expect(lone.reason?.nearestMiss).toMatch(/^With what was only planned or discussed/u);
  });

  test('between several are one small graph, told and cited', async () => {
    const answer = await between('ids=org:north,org:south,org:west');
    expect(answer.connected).toEqual(['org:north', 'org:south', 'org:west']);
    expect(answer.unconnected).toEqual([]);
    expect(answer.edges.length).toBe(answer.nodes.length - 1);
    expect(answer.narrative).toContain('**North Board**');
    expect(citationFaults(answer)).toEqual([]);
    const partly = await between('ids=org:lone,org:south,org:west');
    expect(partly.connected).toEqual(['org:south', 'org:west']);
    expect(partly.unconnected).toEqual(['org:lone']);
    expect(partly.reason?.message).toContain('Nothing connects Lone Lighthouse');
  });

  test('of a pair: what both have in common, in groups', async () => {
    const groupsOf = async (a: string, b: string): Promise<unknown> =>
      (await shared(a, b)).groups.map(({ kind, count, things }) => [
        kind,
        count,
        things.map(({ node }) => node?.id),
      ]);
    expect(await groupsOf('org:north', 'org:south')).toEqual([
      ['agreements', 1, ['agr:ferry-accord']],
      ['programmes', 1, ['prog:exchange']],
    ]);
    expect(await groupsOf('org:south', 'org:west')).toEqual([
      ['agreements', 1, ['agr:dock-accord']],
      ['joint-bodies', 1, ['org:council']],
    ]);
    expect(await groupsOf('org:north', 'org:west')).toEqual([
      ['people', 1, ['person:kaur']],
      ['partners', 1, ['org:south']],
    ]);
    expect(await groupsOf('org:north', 'org:isle')).toEqual([]);
    expect(
      (await shared('org:north', 'org:south', '&limit=1&asOf=2005')).groups.map(({ kind }) => kind),
    ).toEqual(['programmes']);
  });

  test('refuse what makes no sense, each with its code', async () => {
    const bad = { status: 400, code: 'invalid-parameter' };
    const contradictory = { status: 400, code: 'contradictory-parameters' };
    const unknown = { status: 404, code: 'unknown-id' };
    const pair = '/paths?from=org:north&to=org:south';
    const expected: [string, unknown][] = [
      ['/paths?from=org:north', bad],
      [`${pair}&k=0`, bad],
      [`${pair}&k=1000000`, bad],
      [`${pair}&maxHops=100`, bad],
      [`${pair}&asOf=2010/2005`, bad],
      [`${pair}&asOf=2010-02-30`, bad],
      [`${pair}&weights=luck:2`, bad],
      [`${pair}&through=a,b,c,d`, bad],
      ['/paths?from=org:north&toCountry=Japan', bad],
      ['/paths/between?ids=org:north', bad],
      ['/paths?from=org:north&to=org:north', contradictory],
      [`${pair}&exclude=org:north`, contradictory],
      [`${pair}&through=org:south`, contradictory],
      [`${pair}&through=org:west&exclude=org:west`, contradictory],
      [`${pair}&through=org:west,org:west`, contradictory],
      [`${pair}&toAny=org:west`, contradictory],
      [`${pair}&types=UNDER&excludeTypes=UNDER`, contradictory],
      [`${pair}&rank=score`, contradictory],
      [`${pair}&weights=hubs:1,hubs:2`, contradictory],
      ['/paths/between?ids=org:north,org:north', contradictory],
      ['/nodes/org:north/shared?with=org:north', contradictory],
      ['/paths?from=org:nobody&to=org:south', unknown],
      ['/paths?from=org:north&to=org:nobody', unknown],
      [`${pair}&exclude=org:nobody`, unknown],
      [`${pair}&through=org:nobody`, unknown],
      [`${pair}&withoutDocument=doc:nothing`, unknown],
      ['/paths/between?ids=org:north,org:nobody', unknown],
      ['/nodes/org:north/shared?with=org:nobody', unknown],
    ];
    for (const [address, answer] of expected)
      expect([address, await problem(address)]).toEqual([address, answer]);
  });
});
