import { expect, test } from 'vitest';

import { searchResponseSchema } from '../../server/contract/explore.ts';
import { describeOnBothEngines } from './start-test-service.ts';

describeOnBothEngines('search', (service) => {
  const search = async (q: string, rest = '') =>
    searchResponseSchema.parse(await service().json(`/api/search?q=${encodeURIComponent(q)}${rest}`));
  const idsOf = async (q: string) => (await search(q)).hits.map(({ id }) => id);

  test.each([
    ['JAXA', 'org:jaxa', 'exact'],
    ['jaxa', 'org:jaxa', 'exact'],
    ['ＪＡＸＡ', 'org:jaxa', 'exact'],
    ['dst', 'org:dst', 'exact'],
    ['D.S.T.', 'org:dst', 'exact'],
    ['宇宙航空研究開発機構', 'org:jaxa', 'exact'],
    ['japan aerospace', 'org:jaxa', 'prefix'],
    ['日本', 'org:jsps', 'prefix'],
    ['aerospace agency', 'org:jaxa', 'word'],
    ['polar ocean', 'org:ncpor', 'word'],
    ['極地', 'org:nipr', 'word'],
    ['eole', 'org:inria', 'exact'],
    ['universite des etoiles', 'org:inria', 'exact'],
    ['Agnecy Aerospace', 'org:jaxa', 'fuzzy'],
    ['Japna Aerospace', 'org:jaxa', 'fuzzy'],
    ['fellwoship', 'prog:fellowship', 'fuzzy'],
    ["O'Neil & Sons", 'org:hostile', 'exact'],
  ] as const)('finds by "%s" first %s, as %s', async (q, id, kind) => {
    const { hits } = await search(q);
    expect(hits[0]).toMatchObject({ id, match: { kind } });
  });

  test('puts an exact name before a beginning, a beginning before a word', async () => {
    const { hits } = await search('japan');
    const kinds = hits.map(({ match }) => match.kind);
    expect(kinds).toEqual(
      [...kinds].sort(
        (a, b) =>
          ['exact', 'prefix', 'word', 'fuzzy'].indexOf(a) - ['exact', 'prefix', 'word', 'fuzzy'].indexOf(b),
      ),
    );
    expect(hits[0]?.id).toBe('place:japan');
    expect(await idsOf('japan')).toContain('org:jsps');
  });

  test('finds nothing where there is nothing', async () => {
    for (const q of ['zzzzqqqq', '…', '%%%', '🛰️', 'qx']) expect((await search(q)).hits, q).toEqual([]);
  });

  test('keeps to the types asked for and says what it cut', async () => {
    const all = await search('japan', '&types=Organisation');
    expect(all.hits.every(({ labels }) => labels.includes('Organisation'))).toBe(true);
    expect(all.total).toBe(2);
    const cut = await search('japan', '&types=Organisation&limit=1');
    expect(cut).toMatchObject({ total: 2, truncated: true });
    expect(cut.hits).toEqual(all.hits.slice(0, 1));
  });
});
