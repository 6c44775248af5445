import { expect, test } from 'vitest';

import { problemSchema } from '../../server/contract/problem.ts';
import { OPERATIONS } from '../../server/contract/operations.ts';
import { ROUTES } from '../../server/contract/routes.ts';
import type { RouteName } from '../../server/contract/routes.ts';
import { describeOnBothEngines } from './start-test-service.ts';

const REQUESTS = 1_500;

/** A small generator of its own (mulberry32), so that a failure can be repeated by its seed. */
function createRandom(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
  return { next, pick };
}

const VALUES = [
  'org:isro',
  'org:jaxa',
  'org:dst',
  'org:isro,org:jaxa',
  'hubs:2,length:0',
  'score',
  'agr:space',
  'place:india',
  'small:entity~org:isro',
  'party-to~org:isro~agr:space',
  'doc:note',
  '',
  ' ',
  '0',
  '1',
  '-1',
  '3',
  '25',
  '26',
  '1e9',
  '99999999999999999999',
  'NaN',
  'true',
  'false',
  'null',
  'Organisation',
  'PARTY_TO',
  'Place,Topic',
  'PARTY_TO,UNDER',
  ',',
  'a,,b',
  '2016',
  '2016-11',
  '2016-02-30',
  '9999-12-31',
  '0000-01-01',
  'ids',
  'full',
  'any',
  'shortest',
  'all-shortest',
  'k-shortest',
  'gexf',
  'csv',
  'nodes',
  '__proto__',
  'constructor',
  'toString',
  '%00',
  '%0d%0aX-Injected:%201',
  '%F0%9F%92%A9',
  '%FF',
  '%',
  '%zz',
  "'",
  '"',
  '`',
  '}) RETURN 1 //',
  '../../etc/passwd',
  '<script>',
  '日本',
  'ﬁ',
  'e%CC%81',
  'x'.repeat(300),
  '[]',
  '{}',
  '$where',
  '*',
  '~',
  '~~~',
  '🛰️',
];
const NAMES = [
  'types',
  'limit',
  'offset',
  'asOf',
  'q',
  'from',
  'to',
  'mode',
  'k',
  'maxHops',
  'exclude',
  'excludeTypes',
  'minDocuments',
  'fields',
  'modality',
  'hubs',
  'direction',
  'through',
  'toAny',
  'toKind',
  'withoutDocument',
  'weights',
  'rank',
  'ids',
  'with',
  'among',
  'sort',
  'disputed',
  'ended',
  'undated',
  'pending',
  'format',
  'part',
  '__proto__',
  'constructor',
  'a[b]',
  '',
];

describeOnBothEngines('nothing a client sends', (service) => {
  test(`makes an untyped failure: ${REQUESTS} requests`, async () => {
    const { next, pick } = createRandom(20_161_111);
    const names = (Object.keys(ROUTES) as RouteName[]).filter((name) => name !== 'reload');
    const statuses = new Map<number, number>();
    for (let count = 0; count < REQUESTS; count += 1) {
      const name = pick(names);
      const { path, method } = ROUTES[name];
      const own = Object.keys(OPERATIONS[name].query.shape);
      const parameters = Array.from({ length: Math.floor(next() * 5) }, () => {
        const parameter = next() < 0.8 && own.length > 0 ? pick(own) : pick(NAMES);
        return `${parameter}${next() < 0.95 ? '=' : ''}${pick(VALUES)}`;
      });
      const id = pick(VALUES.filter((value) => value !== ''));
      const address = `${path.replace('{id}', next() < 0.5 ? id : encodeURIComponent(id))}?${parameters.join('&')}`;
      const body =
        method === 'post'
          ? { body: `{"query":${JSON.stringify(pick(VALUES))},"params":{"${pick(NAMES)}":1}}` }
          : {};
      const response = await fetch(`${service().url}${address}`, {
        method: method.toUpperCase(),
        headers: { 'content-type': 'application/json' },
        ...body,
      });
      const text = await response.text();
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
      expect(response.headers.get('x-injected')).toBeNull();
      if (response.status === 200) continue;
      const problem = problemSchema.safeParse(JSON.parse(text));
      expect(problem.success, `${address} ${JSON.stringify(body)}: ${response.status} ${text}`).toBe(true);
      expect([400, 403, 404, 422, 429], `${address} ${JSON.stringify(body)}: ${text}`).toContain(
        response.status,
      );
    }
    expect(statuses.get(200), 'some of them are good requests').toBeGreaterThan(100);
    expect(service().log.filter(({ level }) => level === 'error')).toEqual([]);
    expect((await service().get('/api/ready')).status).toBe(200);
  });
});
