import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { loadCatalogue } from '../../server/cypher/catalogue.ts';
import type { CatalogueStatement } from '../../server/engine/catalogue-statement.ts';
import { admitConsoleStatement } from '../../server/engine/console/admit-console-statement.ts';
import type { EngineConfig } from '../../server/engine/engine-config.ts';
import { SILENT_LOGGER } from '../../server/engine/engine-logger.ts';
import type {
  ConsoleRequest,
  ConsoleSummary,
  Engine,
  EngineName,
  ReadOptions,
} from '../../server/engine/engine.ts';
import { openEngine } from '../../server/engine/open-engine.ts';
import { openWriter } from '../../server/engine/open-writer.ts';
import type { PlainValue, WireValue } from '../../server/engine/values.ts';
import { readLimits } from '../../server/settings.ts';
import type { Limits } from '../../server/settings.ts';
import type { TestNeo4j } from './provide-environment.ts';

export const catalogue = loadCatalogue();

export interface ConsoleAnswer extends ConsoleSummary {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly WireValue[])[];
}

/** A real engine with a database that the test may fill and destroy. */
export interface TestEngine {
  readonly engine: Engine;
  readonly config: EngineConfig;
  readonly limits: Limits;
  /** Replaces everything in the database by what these statements make, in one transaction. */
  replaceData(texts: readonly string[], params?: Readonly<Record<string, unknown>>): Promise<void>;
  /** Reads with a statement of the test's own. */
  read(
    text: string,
    params?: Readonly<Record<string, unknown>>,
    options?: ReadOptions,
  ): Promise<readonly (readonly PlainValue[])[]>;
  /** Asks as a person would, through all gates. */
  ask(
    text: string,
    params?: Readonly<Record<string, unknown>>,
    over?: Partial<ConsoleRequest>,
  ): Promise<ConsoleAnswer>;
  /** Asks behind gate one, as if the lexer had missed something. */
  askPastLexer(text: string, over?: Partial<ConsoleRequest>): Promise<ConsoleAnswer>;
  /** Changes when any node, relationship or file of the database does. */
  digest(): Promise<string>;
  close(): Promise<void>;
}

/** A statement as it would stand in cypher/. */
export function statement(mode: CatalogueStatement['mode'], text: string): CatalogueStatement {
  return { name: 'test/statement', purpose: 'a test', mode, params: [], columns: [], text };
}

function configFor(
  name: EngineName,
  neo4j: TestNeo4j | null,
): { config: EngineConfig; folder: string | null } {
  if (name === 'embedded') {
    const folder = mkdtempSync(join(tmpdir(), 'setu-store-'));
    return { config: { engine: 'embedded', store: folder }, folder };
  }
  if (!neo4j) throw new Error('There is no Neo4j: start the tests with npm test, or give NEO4J_TEST_URI.');
  return { config: { engine: 'neo4j', ...neo4j }, folder: null };
}

async function askConsole(engine: Engine, request: ConsoleRequest): Promise<ConsoleAnswer> {
  let columns: readonly string[] = [];
  const rows: (readonly WireValue[])[] = [];
  const summary = await engine.runConsole(request, {
    columns: (found) => {
      columns = found;
    },
    rows: (found) => void rows.push(...(JSON.parse(`[${found.json}]`) as WireValue[][])),
  });
  return { ...summary, columns, rows };
}

const NODES = 'MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties';
const EDGES =
  'MATCH (a)-[r]->(b) RETURN type(r) AS type, properties(r) AS properties, a.id AS source, b.id AS target';

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === 'bigint') return `${inner}n`;
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}

function hashFiles(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex');
}

/** @param over limits other than the defaults, as environment variables */
export function openTestEngine(
  name: EngineName,
  neo4j: TestNeo4j | null,
  over: Readonly<Record<string, string>> = {},
): TestEngine {
  const { config, folder } = configFor(name, neo4j);
  const limits = readLimits(over);
  const engine = openEngine(config, limits, catalogue, SILENT_LOGGER);
  let state = 0;
  const askPastLexer = (text: string, request: Partial<ConsoleRequest> = {}): Promise<ConsoleAnswer> =>
    askConsole(engine, {
      text,
      params: {},
      mode: 'run',
      data: `test ${state}`,
      maxRows: limits.consoleMaxRows,
      maxBytes: limits.consoleMaxBytes,
      timeoutMs: limits.consoleTimeoutMs,
      signal: new AbortController().signal,
      ...request,
    });
  return {
    engine,
    config,
    limits,
    async replaceData(texts, params = {}) {
      const writer = await openWriter(config, catalogue);
      await writer.prepareSchema();
      const all = ['MATCH (n) DETACH DELETE n', ...texts];
      await writer.write(all.map((text) => ({ statement: statement('write', text), params })));
      await writer.publish(true);
      await engine.refresh();
      state += 1;
    },
    read: async (text, params = {}, options = {}) =>
      (await engine.read(statement('read', text), params, options)).rows,
    async ask(text, params = {}, request = {}) {
      const admitted = admitConsoleStatement(text, params, limits, request.mode);
      return askPastLexer(admitted.text, { ...request, params: admitted.params, mode: admitted.mode });
    },
    askPastLexer,
    async digest() {
      const [nodes, edges] = await Promise.all(
        [NODES, EDGES].map(async (text) => {
          const { rows } = await engine.read(statement('read', text), {});
          return rows
            .map((row) => canonical(row.map((cell) => (Array.isArray(cell) ? [...cell].sort() : cell))))
            .sort();
        }),
      );
      const content = createHash('sha256').update(canonical([nodes, edges]));
      return content.update(folder === null ? '' : hashFiles(folder)).digest('hex');
    },
    async close() {
      await engine.close();
      if (folder !== null) rmSync(folder, { recursive: true, force: true });
    },
  };
}
