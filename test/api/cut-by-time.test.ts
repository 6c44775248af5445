import { afterAll, beforeAll, expect, test } from 'vitest';

import { pathsResponseSchema } from '../../server/contract/paths.ts';
import { startTestService, TEST_DAY_MS } from './start-test-service.ts';
import type { TestService } from './start-test-service.ts';

/** A clock that can be made to hurry: each look at it is two seconds later. */
let isHurried = false;
let hurriedMs = 0;
let service: TestService;

beforeAll(async () => {
  service = await startTestService({
    now: () => TEST_DAY_MS + (isHurried ? (hurriedMs += 2_000) : hurriedMs),
  });
});
afterAll(() => service?.stop());

test('an answer that the time cut says so, and nobody keeps it', async () => {
  const address = '/api/paths?from=org:isro&to=org:ncpor&maxHops=3';
  isHurried = true;
  const cut = await service.get(address);
  isHurried = false;
  expect(cut.status).toBe(200);
  expect(pathsResponseSchema.parse(await cut.json())).toMatchObject({ truncated: true, truncatedBy: 'time' });
  expect(cut.headers.get('cache-control')).toBe('no-store');
  expect(cut.headers.get('etag')).toBeNull();
  const whole = await service.get(address);
  expect(pathsResponseSchema.parse(await whole.json()).truncated).toBe(false);
  expect(whole.headers.get('etag')).not.toBeNull();
});

test('more paths than were asked for are not a matter of time', async () => {
  for (const query of ['k=1&mode=shortest', 'k=1', 'k=1&mode=k-shortest']) {
    const answer = await service.json(`/api/paths?from=org:dst&to=org:jsps&${query}`);
    expect(pathsResponseSchema.parse(answer), query).toMatchObject({ truncated: true, truncatedBy: 'k' });
  }
  const one = await service.json('/api/paths?from=org:dst&to=org:jsps');
  expect(pathsResponseSchema.parse(one).truncated).toBe(false);
});

test('ends that make no sense are told apart', async () => {
  const itself = await service.get('/api/paths?from=org:isro&toAny=org:isro,org:jaxa');
  expect(await itself.json()).toMatchObject({ status: 400, code: 'contradictory-parameters' });
  const nothing = await service.json('/api/paths?from=org:isro&toKind=airport');
  expect(pathsResponseSchema.parse(nothing).reason?.code).toBe('no-such-end');
});
