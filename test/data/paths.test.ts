import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { betweenResponseSchema, pathsResponseSchema } from '../../server/contract/paths.ts';
import type { PathsResponse, SharedResponse } from '../../server/contract/paths.ts';
import { citationFaults } from '../helpers/cited-hops.ts';
import { startShippedService } from './shipped-service.ts';
import type { ShippedService } from './shipped-service.ts';

/**
 * How institutions are connected, asked of the public API. Each path was read beside the sources: it is true, and
 * worth telling. By score, so that instruments and bodies come before a bare "cooperates with".
 */
let service: ShippedService;
beforeAll(async () => {
  service = await startShippedService();
});
afterAll(() => service?.stop());

async function ask(from: string, to: string, query = ''): Promise<PathsResponse> {
  return pathsResponseSchema.parse(await service.json(`/paths?from=org:${from}&to=org:${to}${query}`));
}

function walkOf(path: PathsResponse['paths'][number] | undefined): string[] {
  return (path?.nodes ?? []).map((node) => (typeof node === 'string' ? node : node.id));
}

describe('institutions that work together', () => {
  it.each([
    ['dst', 'jsps', 'prog:dst-jsps-young-researcher-fellowship'],
    ['csir', 'aist', 'agr:csir-aist-mou-2007'],
    ['moes', 'jamstec', 'agr:moes-jamstec-moc-2016'],
    ['dst', 'kek', 'agr:dst-kek-mou'],
    ['ncpor', 'nipr', 'agr:ncpor-nipr-moc-2018'],
    ['icar', 'jircas', 'agr:icar-jircas-mou-2018'],
    ['dgh', 'jogmec', 'agr:dgh-jogmec-mou-2007'],
    ['aiims', 'osaka-university', 'agr:aiims-osaka-university-mou-2014'],
    ['mohfw-india', 'mhlw', 'agr:mohfw-cabinet-secretariat-mhlw-moc-2018'],
    ['moefcc', 'moej', 'agr:moefcc-moej-moc-2018'],
    ['moafw-india', 'maff-japan', 'agr:maff-moafw-moc-2016'],
    ['cdsco', 'pmda', 'agr:cdsco-pmda-moc-2015'],
    ['moayush', 'kanagawa-prefecture', 'agr:kanagawa-moayush-moc-2018'],
    ['belle-ii-india', 'kek', 'prog:belle-ii'],
    ['isro', 'nagoya-university', 'fac:thumba-rocket-station'],
    ['dae', 'meti', 'event:civil-nuclear-meeting-2020-02'],
    ['ris', 'cabinet-office-japan', 'event:sti-for-sdgs-workshop-2020-06'],
  ])('%s and %s: by %s', async (from, to, by) => {
    const answer = await ask(from, to, '&mode=k-shortest&rank=score&k=3');
    expect(walkOf(answer.paths[0])).toEqual([`org:${from}`, by, `org:${to}`]);
    expect(answer.paths.slice(0, 1).flatMap(citationFaults)).toEqual([]);
  });

  it('ISRO and JAXA: by their arrangements and working groups, whichever way one asks', async () => {
    const { paths } = await ask('isro', 'jaxa');
    expect(paths).toHaveLength(1);
    expect(paths[0]?.narrative).toMatch(/are parties to \*\*ISRO–JAXA IA/u);
    expect(paths[0]?.narrative).toContain('members of **ISRO–JAXA JWG**');
    expect(paths[0]?.narrative).toContain('3 of the 7 agreements that both are party to are told here.');
    const ranked = await ask('isro', 'jaxa', '&mode=k-shortest&rank=score&k=5');
    const between = ranked.paths.map((path) => walkOf(path).slice(1, -1).join(' '));
    expect(between.filter((id) => id.startsWith('agr:') || id.startsWith('org:')).length).toBeGreaterThan(2);
    const all = await ask('isro', 'jaxa', '&mode=k-shortest&k=25');
    expect(all.paths.every((path) => walkOf(path).every((id) => !id.startsWith('place:')))).toBe(true);
  });
});

describe('institutions that are far apart', () => {
  it.each([
    ['tifr', 'kek', 3, 'Belle II'],
    ['iit-delhi', 'jst', 3, 'DST–JST LoI (2015)'],
    ['mea-india', 'mofa-japan', 4, 'India–Japan S&T Agreement (1985)'],
    ['isro', 'jsps', 4, 'MEXT'],
    ['csir', 'jaxa', 5, 'DST–MEXT IA (2014)'],
    ['iit-hyderabad', 'jica', 5, 'SATREPS Smart Cities project'],
  ])('%s and %s: %i steps, by %s', async (from, to, length, by) => {
    const { paths } = await ask(from, to);
    expect(paths[0]?.length).toBe(length);
    expect(paths[0]?.narrative).toContain(`**${by}**`);
  });

  it('a group on the way is said to be one: who works with whom in it no source says', async () => {
    const { paths } = await ask('iit-delhi', 'university-of-tokyo');
    expect(paths[0]?.narrative).toContain(
      'The sources do not say with which of **Three DST–JST joint laboratories** each is concerned.',
    );
  });
});

describe('institutions that the documents do not connect', () => {
  it.each([
    ['ncpor', 'mext'],
    ['psa', 'mext'],
    ['ncpor', 'jaxa'],
  ])('%s and %s are said to be unconnected, with the nearest miss', async (from, to) => {
    const { paths, reason } = await ask(from, to);
    expect(paths).toEqual([]);
    expect(reason?.code).toBe('not-connected');
    expect(reason?.nearestMiss).toMatch(/^Through places, topics and documents there is a path/u);
  });
});

it('every path between any two institutions is told whole: each hop has its citation, each name is there', async () => {
  const { nodes } = await service.json<{ nodes: { id: string }[] }>('/graph?types=Organisation&limit=100000');
  const ids = nodes.map(({ id }) => id);
  for (let place = 0; place < ids.length; place += 1) {
    const [from, to] = [ids[place] as string, ids[(place * 37 + 11) % ids.length] as string];
    if (from === to) continue;
    const { paths, reason } = await service.json<PathsResponse>(`/paths?from=${from}&to=${to}`);
    expect(paths.length > 0 || reason !== undefined).toBe(true);
    for (const path of paths) {
      expect(citationFaults(path)).toEqual([]);
      expect(path.narrative).not.toContain('is related to');
      expect(path.narrative).not.toContain('undefined');
    }
  }
});

it('DST, JST and MEXT are connected by one small graph', async () => {
  const answer = betweenResponseSchema.parse(
    await service.json('/paths/between?ids=org:dst,org:jst,org:mext'),
  );
  expect(answer.connected).toEqual(['org:dst', 'org:jst', 'org:mext']);
  expect(answer.edges).toHaveLength(answer.nodes.length - 1);
});

it('what ISRO and JAXA have in common comes in groups', async () => {
  const { groups } = await service.json<SharedResponse>('/nodes/org:isro/shared?with=org:jaxa');
  const counts = Object.fromEntries(groups.map(({ kind, count }) => [kind, count]));
  expect(counts).toMatchObject({ agreements: 7, 'joint-bodies': 4 });
  expect(Object.keys(counts)).toEqual(expect.arrayContaining(['direct', 'events', 'programmes']));
});
