import { Agent, request as openRequest } from 'node:http';

import { expect, test } from 'vitest';

import { startTestService } from './start-test-service.ts';

type Outcome = 'whole' | 'refused' | 'dropped' | 'cut';

/** `refused` = never let in; `dropped` = let in, then no answer; `cut` = an answer that ends in the middle. */
function ask(url: string, path: string, agent: Agent, onLast: () => void): Promise<Outcome> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const outgoing = openRequest({ hostname, port, path, agent });
    outgoing.on('response', (response) => {
      if (response.headers.connection === 'close') onLast();
      response.on('error', () => resolve('cut'));
      response.on('end', () => resolve(response.complete ? 'whole' : 'cut'));
      response.resume();
    });
    outgoing.on('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ECONNREFUSED' ? 'refused' : 'dropped'),
    );
    outgoing.end();
  });
}

const ADDRESSES = [
  '/api/graph',
  '/api/export?format=json',
  '/api/nodes/org:isro/neighbours',
  '/api/search?q=ISRO',
];

test('a service that stops answers whom it let in, on kept connections too, and is gone soon', async () => {
  const service = await startTestService({ env: { SETU_CACHE_MB: '0' } });
  const agent = new Agent({ keepAlive: true });
  const outcomes: Outcome[] = [];
  let lastAnswers = 0;
  const clients = ADDRESSES.map(async (address) => {
    for (let outcome: Outcome = 'whole'; outcome !== 'refused';) {
      outcome = await ask(service.url, address, agent, () => (lastAnswers += 1));
      outcomes.push(outcome);
    }
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  const begun = performance.now();
  await service.stop();
  const elapsedMs = performance.now() - begun;
  await Promise.all(clients);
  agent.destroy();
  expect(lastAnswers, 'answers while it stops are the last of their connections').toBeGreaterThan(0);
  // 200 ms of notice, then the answers in hand: clients that would go on for ever do not keep it.
  expect(elapsedMs).toBeLessThan(2_000);
  expect(outcomes.filter((outcome) => outcome === 'cut')).toEqual([]);
  expect(outcomes.filter((outcome) => outcome === 'whole').length).toBeGreaterThan(20);
  // Who knocks at the very moment the door is shut was let in by the kernel, not by us: at most one for each client.
  expect(outcomes.filter((outcome) => outcome === 'dropped').length).toBeLessThanOrEqual(clients.length);
});
