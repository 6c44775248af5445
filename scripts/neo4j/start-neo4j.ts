import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import neo4j from 'neo4j-driver';

import { findFreePort } from './find-free-port.ts';
import { findMissingTools } from './find-missing-tools.ts';
import { NEO4J_VERSION } from './neo4j-version.ts';
import { resolveClassPath } from './resolve-class-path.ts';
import { writeNeo4jConfig } from './write-neo4j-config.ts';

export interface LocalNeo4j {
  readonly uri: string;
  /** Empty: the server listens on loopback only and asks for no login. */
  readonly username: string;
  readonly password: string;
  /** Of the Java process, for measurements. */
  readonly pid: number;
  /** Ends the server and removes its data. Idempotent. */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Told what happens, a line at a time. */
  readonly say?: (line: string) => void;
  /** Where the class path is remembered between runs; default: `.cache` of the working folder. */
  readonly cacheFolder?: string;
  /** Megabytes of Java heap; default 768. */
  readonly heapMb?: number;
  /** Megabytes that keep its files in memory; default 64. */
  readonly pageCacheMb?: number;
  /** Milliseconds until it must answer; default 120,000. */
  readonly timeoutMs?: number;
}

/** Java opens these to Neo4j's memory and file handling. */
const OPENED = ['java.nio', 'sun.nio.ch', 'java.io'].map(
  (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
);

function startJava(classPath: string, home: string, configFolder: string, heapMb: number): ChildProcess {
  const flags = [
    `-Xms${heapMb}m`,
    `-Xmx${heapMb}m`,
    '-XX:+UseSerialGC',
    '-Djava.awt.headless=true',
    ...OPENED,
  ];
  const main = ['org.neo4j.server.CommunityEntryPoint', `--home-dir=${home}`, `--config-dir=${configFolder}`];
  return spawn('java', [...flags, '-cp', classPath, ...main], { stdio: 'ignore', cwd: home });
}

async function answers(uri: string): Promise<boolean> {
  const driver = neo4j.driver(uri, undefined, { connectionTimeout: 2_000, maxTransactionRetryTime: 0 });
  try {
    await driver.verifyConnectivity({ database: 'neo4j' });
    return true;
  } catch {
    return false;
  } finally {
    await driver.close();
  }
}

async function waitUntilReady(
  java: ChildProcess,
  uri: string,
  home: string,
  timeoutMs: number,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await answers(uri))) {
    if (java.exitCode !== null || java.signalCode !== null || Date.now() > deadline) {
      const log = await readFile(join(home, 'logs', 'neo4j.log'), 'utf8').catch(() => '');
      throw new Error(`Neo4j did not start. Its last words: ${log.trim().split('\n').slice(-5).join(' | ')}`);
    }
    await sleep(150);
  }
}

/**
 * Starts a real Neo4j Community server on a free loopback port, without Docker: Java 17 or newer and Maven are enough.
 * Its data is in a temporary folder and goes with it.
 * @throws Error saying what the machine lacks
 */
export async function startNeo4j(options: StartOptions = {}): Promise<LocalNeo4j> {
  const missing = await findMissingTools();
  if (missing.length > 0) throw new Error(`Neo4j ${NEO4J_VERSION} cannot run here. ${missing.join(' ')}`);
  options.say?.(`Neo4j: starting ${NEO4J_VERSION} (the first time, Maven fetches 125 MB) …`);
  const classPath = await resolveClassPath(options.cacheFolder ?? join(process.cwd(), '.cache'));
  const home = await mkdtemp(join(tmpdir(), 'setu-neo4j-'));
  const port = await findFreePort();
  const java = startJava(
    classPath,
    home,
    await writeNeo4jConfig(home, port, options.pageCacheMb ?? 64),
    options.heapMb ?? 768,
  );
  const exited = new Promise<void>((resolve) => {
    java.once('exit', () => resolve());
    java.once('error', () => resolve());
  });
  const killWithUs = (): void => void java.kill('SIGKILL');
  process.once('exit', killWithUs);
  const stop = async (): Promise<void> => {
    // The data is thrown away: there is nothing to end gently.
    java.kill('SIGKILL');
    await exited;
    process.off('exit', killWithUs);
    await rm(home, { recursive: true, force: true });
  };
  const uri = `bolt://127.0.0.1:${port}`;
  try {
    await waitUntilReady(java, uri, home, options.timeoutMs ?? 120_000);
  } catch (error) {
    await stop();
    throw error;
  }
  return { uri, username: '', password: '', pid: java.pid ?? 0, stop };
}
