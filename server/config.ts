import type { EngineConfig } from './engine/engine-config.ts';
import { readLimits } from './settings.ts';
import type { Limits } from './settings.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

/** Everything the program takes from outside, read once. */
export interface Config {
  readonly host: string;
  /** 0 = any free one. */
  readonly port: number;
  readonly engine: EngineConfig;
  /** Folder of the reader's documents; null = none. */
  readonly library: string | null;
  /** Null = whoever reaches the service may use it; only on loopback. */
  readonly token: string | null;
  /** Host names that are ours beside the loopback ones. */
  readonly hosts: readonly string[];
  readonly logLevel: LogLevel;
  readonly limits: Limits;
}

type Env = Readonly<Record<string, string | undefined>>;

const MIN_TOKEN_CHARACTERS = 16;
const URI_SCHEMES = new Set(['bolt:', 'bolt+s:', 'bolt+ssc:', 'neo4j:', 'neo4j+s:', 'neo4j+ssc:']);

function textOf(env: Env, name: string): string | undefined {
  const text = env[name]?.trim();
  return text === '' ? undefined : text;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/u.test(host);
}

function readPort(env: Env): number {
  const text = textOf(env, 'PORT') ?? '4180';
  const port = Number(text);
  if (!/^\d+$/u.test(text) || port > 65_535)
    throw new Error(`PORT=${text}: give a port from 0 (any free one) to 65535.`);
  return port;
}

function readNeo4j(env: Env, uri: string): EngineConfig {
  const scheme = URL.canParse(uri) ? new URL(uri).protocol : '';
  if (!URI_SCHEMES.has(scheme)) {
    throw new Error(
      'NEO4J_URI: give an address like bolt://localhost:7687 or neo4j+s://….databases.neo4j.io.',
    );
  }
  const url = new URL(uri);
  if (url.username !== '' || url.password !== '') {
    throw new Error(
      'NEO4J_URI: give user and password in NEO4J_USERNAME and NEO4J_PASSWORD, not in the address.',
    );
  }
  return {
    engine: 'neo4j',
    uri,
    // Without a password there is no login either, unless a user is named.
    username: env['NEO4J_USERNAME'] ?? (env['NEO4J_PASSWORD'] ? 'neo4j' : ''),
    password: env['NEO4J_PASSWORD'] ?? '',
    database: textOf(env, 'NEO4J_DATABASE'),
  };
}

/**
 * Which database: NEO4J_URI set = Neo4j, else the embedded one; the override (`--engine`, SETU_ENGINE) decides first.
 * @throws Error naming the variable that is wrong
 */
export function readEngineConfig(env: Env, override?: string): EngineConfig {
  const wanted = override ?? textOf(env, 'SETU_ENGINE');
  if (wanted !== undefined && wanted !== 'neo4j' && wanted !== 'embedded') {
    throw new Error(`The engine is neo4j or embedded, not "${wanted}" (--engine, SETU_ENGINE).`);
  }
  const uri = textOf(env, 'NEO4J_URI');
  if (wanted === 'neo4j' && uri === undefined) throw new Error('The engine neo4j needs NEO4J_URI.');
  if (uri !== undefined && wanted !== 'embedded') return readNeo4j(env, uri);
  return { engine: 'embedded', store: textOf(env, 'SETU_STORE') ?? '.setu' };
}

function readToken(env: Env): string | null {
  const token = textOf(env, 'SETU_TOKEN');
  if (token === undefined) return null;
  if (token.length < MIN_TOKEN_CHARACTERS || /\s/u.test(token)) {
    throw new Error(
      `SETU_TOKEN: give at least ${MIN_TOKEN_CHARACTERS} characters without spaces, for example from openssl rand -hex 24.`,
    );
  }
  return token;
}

function readLogLevel(env: Env): LogLevel {
  const text = textOf(env, 'LOG_LEVEL') ?? 'info';
  const level = LOG_LEVELS.find((known) => known === text);
  if (!level) throw new Error(`LOG_LEVEL=${text}: give one of ${LOG_LEVELS.join(', ')}.`);
  return level;
}

/**
 * Reads and checks the configuration.
 * @param override engine that the command line names
 * @throws Error, one sentence naming the variable and what to give; never a secret
 */
export function readConfig(env: Env, override?: string): Config {
  const host = textOf(env, 'HOST') ?? '127.0.0.1';
  const token = readToken(env);
  if (!isLoopback(host) && token === null) {
    throw new Error(
      `HOST=${host} lets other machines in: set SETU_TOKEN too (for example from openssl rand -hex 24), or leave HOST out.`,
    );
  }
  const hosts = (textOf(env, 'SETU_HOSTS') ?? '').split(',').map((name) => name.trim().toLowerCase());
  return Object.freeze({
    host,
    port: readPort(env),
    engine: Object.freeze(readEngineConfig(env, override)),
    library: textOf(env, 'SETU_LIBRARY') ?? null,
    token,
    hosts: Object.freeze(hosts.filter((name) => name !== '')),
    logLevel: readLogLevel(env),
    limits: Object.freeze(readLimits(env)),
  });
}
