import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

import { afterEach, describe, expect, inject, test } from 'vitest';

import { AppError } from '../../server/app-error.ts';
import type { Neo4jConfig } from '../../server/engine/engine-config.ts';
import { SILENT_LOGGER } from '../../server/engine/engine-logger.ts';
import type { Engine } from '../../server/engine/engine.ts';
import { openEngine } from '../../server/engine/open-engine.ts';
import { readLimits } from '../../server/settings.ts';
import { catalogue, statement } from '../helpers/engines.ts';

const neo4j = inject('neo4j');

/** A relay in front of the database that can be cut and mended. */
function createRelay(target: URL) {
  let server: Server | null = null;
  let port = 0;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  };
  return {
    async mend(): Promise<number> {
      server = createServer((client) => {
        const upstream = connect(Number(target.port), target.hostname);
        keep(client);
        keep(upstream);
        client.pipe(upstream).pipe(client);
      });
      const listening = server;
      await new Promise<void>((resolve) => {
        listening.listen(port, '127.0.0.1', resolve);
      });
      port = (listening.address() as AddressInfo).port;
      return port;
    },
    cut(): void {
      server?.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

async function outcome(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'answered',
    (error: unknown) => (error instanceof AppError ? error.code : `untyped ${String(error)}`),
  );
}

const read = (engine: Engine): Promise<unknown> => engine.read(statement('read', 'RETURN 1 AS x'), {});
const ask = (engine: Engine): Promise<unknown> =>
  engine.runConsole(
    {
      text: 'RETURN 1 AS x',
      params: {},
      mode: 'run',
      data: '',
      maxRows: 1,
      maxBytes: 1_000,
      timeoutMs: 20_000,
      signal: new AbortController().signal,
    },
    { columns: () => undefined, rows: () => undefined },
  );

let engine: Engine | null = null;
afterEach(() => engine?.close());

const open = (config: Omit<Neo4jConfig, 'engine'>): Engine => {
  engine = openEngine({ engine: 'neo4j', ...config }, readLimits({}), catalogue, SILENT_LOGGER);
  return engine;
};

describe('a Neo4j that comes and goes', () => {
  test('an address where nobody listens is an engine away, at once and for every call', async () => {
    const nowhere = open({ uri: 'bolt://127.0.0.1:1', username: 'u', password: 'secret-p4ss' });
    for (const work of [nowhere.verify(), read(nowhere), ask(nowhere)]) {
      const error = await work.catch((reason: unknown) => reason);
      expect(error).toMatchObject({ code: 'engine-unavailable' });
      expect(String(error)).not.toMatch(/secret-p4ss|127\.0\.0\.1/u);
    }
  });

  test.skipIf(!neo4j)('reads and console come back with it', async () => {
    const relay = createRelay(new URL((neo4j?.uri ?? '').replace(/^\w+/u, 'http')));
    const port = await relay.mend();
    try {
      const relayed = open({
        uri: `bolt://127.0.0.1:${port}`,
        username: neo4j?.username ?? '',
        password: neo4j?.password ?? '',
      });
      expect([await outcome(read(relayed)), await outcome(ask(relayed))]).toEqual(['answered', 'answered']);
      for (let round = 0; round < 2; round += 1) {
        relay.cut();
        expect(await outcome(read(relayed))).toBe('engine-unavailable');
        expect(await outcome(ask(relayed))).toBe('engine-unavailable');
        await relay.mend();
        expect([await outcome(read(relayed)), await outcome(ask(relayed))]).toEqual(['answered', 'answered']);
      }
    } finally {
      relay.cut();
    }
  });

  test.skipIf(!neo4j)('a routing address works as well as a direct one', async () => {
    const routed = open({
      uri: (neo4j?.uri ?? '').replace(/^bolt/u, 'neo4j'),
      username: neo4j?.username ?? '',
      password: neo4j?.password ?? '',
    });
    expect([await outcome(routed.verify()), await outcome(read(routed)), await outcome(ask(routed))]).toEqual(
      ['answered', 'answered', 'answered'],
    );
  });
});
