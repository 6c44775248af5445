import { expect, test } from 'vitest';

import { pathsResponseSchema } from '../../server/contract/paths.ts';
import type { PathsResponse } from '../../server/contract/paths.ts';
import { describeOnBothEngines } from './start-test-service.ts';

describeOnBothEngines('paths', (service) => {
  const ask = async (query: string): Promise<PathsResponse> =>
    pathsResponseSchema.parse(await service().json(`/api/paths?${query}`));
  const walksOf = ({ paths }: PathsResponse): string[] =>
    paths.map(({ nodes }) => nodes.map((node) => (typeof node === 'string' ? node : node.id)).join(' '));

  test('run through what two institutions share', async () => {
    const answer = await ask('from=org:isro&to=org:jaxa');
    expect(walksOf(answer)).toEqual(['org:isro agr:space org:jaxa']);
    expect(answer.paths[0]).toMatchObject({ length: 2 });
    expect(answer.truncated).toBe(false);
    expect(answer.reason).toBeUndefined();
  });

  test('can be read, with one numbered citation a hop', async () => {
    const [path] = (await ask('from=org:isro&to=org:jaxa')).paths;
    expect(path?.narrative).toBe(
      '**ISRO** and **JAXA** are parties to **ISRO–JAXA MoU** (11 Nov 2016, last stated term to 10 Nov 2021) [1] [2].',
    );
    expect(path?.citations).toHaveLength(2);
    expect(path?.citations?.[0]).toMatchObject({
      statement: 'small:party-to~org:isro~agr:space',
      reference: { document: 'doc:note', check: 'verified' },
    });
  });

  test('show a caption letter for letter, whatever Markdown would make of it', async () => {
    const [path] = (await ask('from=org:hostile&to=org:inria&modality=discussed')).paths;
    expect(path?.narrative).toBe(
      'As discussed only, **=1+1\\|"\\<script\\>alert(1)\\</script\\>** met **Éole** [1].',
    );
  });

  test('leave out states and topics unless asked, and say so', async () => {
    const without = await ask('from=org:isro&to=org:ncpor');
    expect(without.paths).toEqual([]);
    expect(without.reason).toMatchObject({ code: 'not-connected' });
    expect(without.reason?.message).toContain('Left out: paths through places');
    expect(without.reason?.nearestMiss).toBe(
      'Through places, topics and documents there is a path of 2 hops: ISRO – India – NCPOR.',
    );
    expect(walksOf(await ask('from=org:isro&to=org:ncpor&hubs=Place'))).toEqual([
      'org:isro place:india org:ncpor',
    ]);
    expect(walksOf(await ask('from=org:isro&to=place:india'))).toEqual(['org:isro place:india']);
  });

  test('walk what is only planned when asked', async () => {
    expect((await ask('from=org:ncpor&to=org:nipr')).paths).toEqual([]);
    expect(walksOf(await ask('from=org:ncpor&to=org:nipr&modality=stated,planned'))).toEqual([
      'org:ncpor agr:polar org:nipr',
    ]);
  });

  test('keep to a date: a relationship counts from its first day on', async () => {
    expect(walksOf(await ask('from=org:isro&to=org:jaxa&asOf=2016-11-11'))).toEqual([
      'org:isro agr:space org:jaxa',
    ]);
    expect(walksOf(await ask('from=org:isro&to=org:jaxa&asOf=2016'))).toEqual([
      'org:isro agr:space org:jaxa',
    ]);
    const before = await ask('from=org:isro&to=org:jaxa&asOf=2016-11-10');
    expect(walksOf(before)).not.toContain('org:isro agr:space org:jaxa');
  });

  test('keep to types, exclusions, documents and hops', async () => {
    const from = 'from=org:isro&to=org:jaxa';
    expect(walksOf(await ask(`${from}&excludeTypes=PARTY_TO`))).toEqual([
      'org:isro event:seminar org:jsps prog:fellowship org:dst org:jaxa',
    ]);
    expect(walksOf(await ask(`${from}&exclude=agr:space&maxHops=4`))).toEqual(
      ['org:isro event:seminar org:jsps agr:science org:dst org:jaxa'].slice(1),
    );
    expect((await ask(`${from}&types=UNDER`)).paths).toEqual([]);
    expect((await ask(`${from}&minDocuments=2`)).reason?.message).toContain('fewer than 2 documents');
    const short = await ask(`${from}&maxHops=1`);
    expect(short.reason).toMatchObject({ code: 'too-far' });
    expect(short.reason?.nearestMiss).toContain('With more hops there is a path of 2 hops');
  });

  test('come all of one length, or longer ones too, and say when k cut them', async () => {
    const all = await ask('from=org:dst&to=org:jsps&mode=all-shortest');
    expect(new Set(walksOf(all))).toEqual(
      new Set(['org:dst agr:science org:jsps', 'org:dst prog:fellowship org:jsps']),
    );
    expect(all.paths.every(({ length }) => length === 2)).toBe(true);
    // Through the fellowship there are two, by the two roles of JSPS in it.
    expect(all.paths).toHaveLength(3);
    expect(all.truncated).toBe(false);
    const one = await ask('from=org:dst&to=org:jsps&mode=all-shortest&k=1');
    expect(one.paths).toHaveLength(1);
    expect(one.truncated).toBe(true);
    const more = await ask('from=org:dst&to=org:jsps&mode=k-shortest&k=25');
    const lengths = more.paths.map(({ length }) => length);
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
    expect(lengths.at(-1)).toBeGreaterThan(2);
    expect(more.truncated).toBe(false);
    for (const walk of walksOf(more)) expect(new Set(walk.split(' ')).size).toBe(walk.split(' ').length);
  });

  test('of one length come by their score', async () => {
    const { paths } = await ask('from=org:dst&to=org:jsps&mode=all-shortest');
    const scores = paths.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
  });

  test('with fields=ids hold ids that resolve', async () => {
    const { paths } = await ask('from=org:isro&to=org:jaxa&fields=ids');
    expect(paths[0]).toMatchObject({
      nodes: ['org:isro', 'agr:space', 'org:jaxa'],
      edges: ['party-to~org:isro~agr:space', 'party-to~org:jaxa~agr:space'],
    });
    for (const edge of paths[0]?.edges ?? []) {
      expect((await service().get(`/api/edges/${encodeURIComponent(String(edge))}`)).status).toBe(200);
    }
  });

  test('from an entity to itself are refused', async () => {
    const response = await service().get('/api/paths?from=org:isro&to=org:isro');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'contradictory-parameters' });
  });
});
