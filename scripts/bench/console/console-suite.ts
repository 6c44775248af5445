import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Driver, Record as Neo4jRecord } from 'neo4j-driver';

import { startNeo4j } from '../../neo4j-local.ts';
import { openDriver } from '../bare-loop.ts';
import { compare } from '../compare.ts';
import type { Report } from '../report.ts';
import { runIngest } from '../run-ingest.ts';
import { spawnService } from '../spawn-service.ts';
import { openConsoleClient } from './ask-over-http.ts';
import type { ConsoleClient } from './ask-over-http.ts';
import { runOthersSuite } from './others-suite.ts';

const ROUNDS = 9;
/** Calls of one measurement; many, as one is shorter than the machine's noise. */
const CALLS = 300;
const DRAINS = 10;
const WARM_UP_CALLS = 2_000;
const WARM_UP_DRAINS = 40;
const MANY_ROWS = 5_000;
const ID = 'org:isro';
const BARE_CONSOLE = path.join('build', 'scripts', 'bench', 'console', 'bare-console-process.js');

const textOf = (name: string): string =>
  readFileSync(path.join('scripts', 'bench', 'cypher', `${name}.cypher`), 'utf8').trim();

async function runBare(driver: Driver, text: string, params: object): Promise<Neo4jRecord[]> {
  const session = driver.session({ database: 'neo4j', defaultAccessMode: 'READ' });
  try {
    return (await session.run(text, params)).records;
  } finally {
    await session.close();
  }
}

/** Every row, one after the other, none kept: as fast as the driver hands them out. */
async function drain(driver: Driver, text: string): Promise<number> {
  const session = driver.session({ database: 'neo4j', defaultAccessMode: 'READ' });
  let rows = 0;
  try {
    for await (const record of session.run(text)) rows += record.length > 0 ? 1 : 0;
  } finally {
    await session.close();
  }
  return rows;
}

async function time(calls: number, work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  for (let call = 0; call < calls; call += 1) await work();
  return (performance.now() - started) / calls;
}

/** @throws Error when the two do not answer the same: then there is nothing to compare */
async function assertParity(client: ConsoleClient, driver: Driver): Promise<void> {
  const answer = JSON.parse(await client.ask(textOf('one-row'), { id: ID })) as { rows: unknown[][] };
  const bare = await runBare(driver, textOf('one-row'), { id: ID });
  const streamed = await client.stream(textOf('many-rows'));
  const drained = await runBare(driver, textOf('many-rows'), {});
  const valuesOf = (records: readonly Neo4jRecord[]) =>
    JSON.stringify(records.map((one) => [...one.values()]));
  if (answer.rows.length !== 1 || JSON.stringify(answer.rows) !== valuesOf(bare)) {
    throw new Error('one row: the console and the driver answer differently');
  }
  if (streamed.length !== MANY_ROWS || JSON.stringify(streamed) !== valuesOf(drained)) {
    throw new Error('many rows: the console and the driver answer differently');
  }
}

interface Asking {
  readonly report: Report;
  readonly client: ConsoleClient;
  readonly driver: Driver;
}

async function measureOneRow({ report, client, driver }: Asking, name: string, goal: number | null) {
  const text = textOf('one-row');
  const ask = (): Promise<unknown> => client.ask(text, { id: ID });
  const bare = (): Promise<unknown> => runBare(driver, text, { id: ID });
  await time(WARM_UP_CALLS, ask);
  await time(WARM_UP_CALLS, bare);
  const comparison = await compare(
    () => time(CALLS, ask),
    () => time(CALLS, bare),
    ROUNDS,
  );
  report.add(`one row by ${name}, beside a bare warm session.run`, comparison, { goal });
}

async function measureManyRows({ report, client, driver }: Asking): Promise<void> {
  const text = textOf('many-rows');
  await time(WARM_UP_DRAINS, () => client.stream(text));
  await time(WARM_UP_DRAINS, () => drain(driver, text));
  const comparison = await compare(
    () => time(DRAINS, () => client.stream(text)),
    () => time(DRAINS, () => drain(driver, text)),
    ROUNDS,
  );
  report.add('5,000 rows streamed by /api/cypher, beside draining the driver', comparison, {
    goal: 0.9,
    perSecond: MANY_ROWS,
    unit: 'rows',
  });
}

async function measureService(report: Report, driver: Driver, uri: string): Promise<void> {
  const service = await spawnService({ NEO4J_URI: uri });
  const client = openConsoleClient(service.url);
  try {
    await assertParity(client, driver);
    await measureOneRow({ report, client, driver }, '/api/cypher', 0.5);
    await measureManyRows({ report, client, driver });
  } finally {
    client.close();
    await service.stop();
  }
}

/** The least that a process of its own costs: no goal, but what the goal above has to be read beside. */
async function measureIsolation(report: Report, driver: Driver, uri: string): Promise<void> {
  const bare = await spawnService({}, [BARE_CONSOLE, uri]);
  const client = openConsoleClient(bare.url);
  try {
    await measureOneRow({ report, client, driver }, 'plain HTTP and a plain child process', null);
  } finally {
    client.close();
    await bare.stop();
  }
}

/** `/api/cypher` over HTTP, through all gates and a child process, beside the bare driver on the same Neo4j. */
export async function runConsoleSuite(report: Report): Promise<void> {
  const server = await startNeo4j({ say: report.note });
  const driver = openDriver(server.uri);
  try {
    await runIngest('data/india-japan', { NEO4J_URI: server.uri });
    await measureService(report, driver, server.uri);
    await measureIsolation(report, driver, server.uri);
  } finally {
    await driver.close();
    await server.stop();
  }
  await runOthersSuite(report);
}
