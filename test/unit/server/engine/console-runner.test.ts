import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';

import { expect, it } from 'vitest';

import { SILENT_LOGGER } from '../../../../server/engine/engine-logger.ts';
import { createConsoleRunner } from '../../../../server/engine/console/console-runner.ts';

const REQUEST = {
  text: 'RETURN 1',
  params: {},
  mode: 'run',
  data: 'r',
  maxRows: 1,
  maxBytes: 100,
  timeoutMs: 60_000,
  signal: new AbortController().signal,
} as const;

it('ends a console child that is still opening when the database is closed', async () => {
  const started: ChildProcess[] = [];
  const runner = createConsoleRunner({
    // It lives and never says that it is ready.
    start: () => {
      const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], {
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      });
      started.push(child);
      return child;
    },
    limits: { consoleAtOnce: 1, consoleMemoryMb: 100, consoleVerdicts: 1 },
    logger: SILENT_LOGGER,
  });
  const sink = { columns: () => undefined, rows: () => Promise.resolve() };
  const outcome = runner
    .run({ key: 'k', value: null }, REQUEST, sink)
    .catch((error: unknown) => error as Error);
  await runner.close();
  expect(started.map(({ signalCode }) => signalCode)).toEqual(['SIGKILL']);
  expect(await outcome).toMatchObject({
    code: 'engine-unavailable',
    message: 'The database is being closed.',
  });
  const late = await runner.run({ key: 'k', value: null }, REQUEST, sink).catch((error: unknown) => error);
  expect(late).toMatchObject({ code: 'engine-unavailable' });
  expect(started).toHaveLength(1);
});
