import { setTimeout as sleep } from 'node:timers/promises';

/** Statements that do not end by themselves, at work until they are stopped. */
export interface Runaways {
  /** Resolves when the service is rid of them. */
  stop(): Promise<void>;
}

const ENDLESS =
  'UNWIND range(1, 10000) AS a RETURN sum(reduce(s = 0, x IN range(1, 100000) | s + size(range(1, 100)))) AS n';
const START_MS = 1_500;
const END_MS = 500;

/** Starts as many as given and waits until they are at work. */
export async function startRunaways(url: string, count: number): Promise<Runaways> {
  const left = new AbortController();
  const answers = Array.from({ length: count }, () =>
    fetch(`${url}/api/cypher`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: ENDLESS, timeoutMs: 30_000 }),
      signal: left.signal,
    }).then(
      ({ status }) => `answered ${status}`,
      () => null,
    ),
  );
  await sleep(START_MS);
  return {
    async stop() {
      left.abort();
      const ended = (await Promise.all(answers)).find((one) => one !== null);
      if (ended !== undefined) throw new Error(`a statement that should never end ${ended}`);
      await sleep(END_MS);
    },
  };
}
