import Ajv2020 from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';

import { OPERATIONS } from '../../server/contract/operations.ts';
import { ROUTES } from '../../server/contract/routes.ts';
import type { RouteName } from '../../server/contract/routes.ts';
import { describeOnBothEngines } from './start-test-service.ts';

/** At least one address for every route that answers JSON; a new route without one fails. */
const ADDRESSES: Partial<Record<RouteName, readonly string[]>> = {
  health: ['/api/health'],
  ready: ['/api/ready'],
  meta: ['/api/meta'],
  schema: ['/api/schema'],
  graph: [
    '/api/graph',
    '/api/graph?limit=3',
    '/api/graph?types=Organisation,Agreement,PARTY_TO',
    '/api/graph?types=SUPPORTS&asOf=1999',
    '/api/graph?types=Document',
  ],
  search: [
    '/api/search?q=JAXA',
    '/api/search?q=%E5%AE%87%E5%AE%99&types=Organisation&limit=1',
    '/api/search?q=%00x'.replace('%00', '%2B'),
  ],
  node: [
    '/api/nodes/org:isro',
    '/api/nodes/agr%3Astates?asOf=1988',
    '/api/nodes/prog:fellowship',
    '/api/nodes/doc:brief',
  ],
  neighbours: [
    '/api/nodes/org:dst/neighbours',
    '/api/nodes/org:isro/neighbours?types=PARTY_TO,Place&direction=out&limit=1&offset=1',
  ],
  partners: [
    '/api/nodes/org:dst/partners',
    '/api/nodes/org:jsps/partners?sort=name&limit=1',
    '/api/nodes/org:alone/partners',
  ],
  edges: [
    '/api/edges?among=org:isro,agr:space',
    '/api/edges?among=org:isro,agr:space,org:dst,org:jsps&limit=1',
    '/api/edges?among=org:isro&asOf=1999',
  ],
  edge: ['/api/edges/party-to~org:isro~agr:space', '/api/edges/cooperates-with~org:dst~org:jaxa'],
  statement: ['/api/statements/small:party-to~org:isro~agr:space'],
  statements: [
    '/api/statements',
    '/api/statements?disputed',
    '/api/statements?ended=true',
    '/api/statements?undated&pending',
    '/api/statements?limit=2&offset=3',
  ],
  paths: [
    '/api/paths?from=org:isro&to=org:jsps',
    '/api/paths?from=org:isro&to=org:jsps&mode=k-shortest&k=7',
    '/api/paths?from=org:isro&to=org:jsps&mode=all-shortest&fields=ids',
    '/api/paths?from=org:isro&to=org:nipr',
    '/api/paths?from=org:isro&to=org:isro',
    '/api/paths?from=org:ncpor&to=org:nipr&modality=stated,planned&hubs=Place,Topic&direction=any&asOf=2020&minDocuments=1&maxHops=12',
  ],
  examples: ['/api/examples'],
  documents: ['/api/documents'],
  document: ['/api/documents/doc:note', '/api/documents/doc:brief?limit=2&offset=1'],
};

interface OpenApi {
  readonly paths: Record<
    string,
    Record<string, { responses: Record<string, { content?: Record<string, { schema?: object }> }> }>
  >;
  readonly components: object;
}

describeOnBothEngines('every answer', (service) => {
  test('is what its contract and the published description say', async () => {
    const description = (await service().json('/api/openapi.json')) as OpenApi;
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    for (const name of Object.keys(ROUTES) as RouteName[]) {
      const schema = OPERATIONS[name].response;
      if (!schema || ROUTES[name].method !== 'get') continue;
      const { path, method } = ROUTES[name];
      const published =
        description.paths[path]?.[method]?.responses['200']?.content?.['application/json']?.schema;
      expect(published, `${name} is described`).toBeDefined();
      const validate = ajv.compile({ ...published, components: description.components });
      const addresses = ADDRESSES[name] ?? [];
      expect(addresses, `${name} is tried`).not.toHaveLength(0);
      for (const address of addresses) {
        const response = await service().get(address);
        expect(response.status, address).toBe(200);
        expect(response.headers.get('content-type'), address).toMatch(/^application\/json/u);
        const body: unknown = await response.json();
        const parsed = schema.safeParse(body);
        expect(parsed.success ? '' : parsed.error.message, address).toBe('');
        expect(parsed.data, `${address} holds nothing beyond its contract`).toEqual(body);
        expect(validate(body), `${address}: ${ajv.errorsText(validate.errors)}`).toBe(true);
      }
    }
  });

  test('is the same the second time, but for the time it took', async () => {
    for (const address of Object.values(ADDRESSES).flat()) {
      const [one, two] = await Promise.all([service().json(address), service().json(address)]);
      for (const body of [one, two] as Record<string, unknown>[]) {
        delete body['elapsedMs'];
        delete (body['snapshot'] as Record<string, unknown> | undefined)?.['ageSeconds'];
      }
      expect(two, address).toEqual(one);
    }
  });

  test('of one revision carries a tag, and is not sent twice', async () => {
    for (const address of ['/api/graph', '/api/search?q=isro', '/api/nodes/org:isro', '/api/openapi.json']) {
      const first = await service().get(address);
      const tag = first.headers.get('etag') ?? '';
      expect(tag, address).toMatch(/^W\/"/u);
      const second = await service().get(address, { 'if-none-match': tag });
      expect(second.status, address).toBe(304);
      expect(await second.text()).toBe('');
    }
    const other = await service().get('/api/search?q=jaxa', {
      'if-none-match': (await service().get('/api/search?q=isro')).headers.get('etag') ?? '',
    });
    expect(other.status).toBe(200);
  });
});
