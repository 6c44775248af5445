import { edgeIdOf, sourceOf, at } from '../topology/topology.ts';
import type { Topology } from '../topology/topology.ts';
import { createLruCache } from './lru-cache.ts';
import { toNumber, toProperties, toText, toBoolean } from './plain-values.ts';
import type { PlainProperties } from './plain-values.ts';
import type { RunStatement } from './run-statement.ts';
import { staleGraphError } from './stale-graph.ts';
import type { StandingBasis } from './compute-standing.ts';

export interface ReferenceRecord {
  readonly document: string;
  readonly properties: PlainProperties;
}

export interface StatementRecord {
  readonly properties: PlainProperties;
  readonly references: readonly ReferenceRecord[];
}

/**
 * What the database keeps of nodes, edges and statements, cached for one revision. Nodes and edges are asked for by
 * their number in the topology; an answer has them in the order they were asked for.
 */
export interface RecordStore {
  nodes(indexes: readonly number[], signal?: AbortSignal): Promise<PlainProperties[]>;
  edges(indexes: readonly number[], signal?: AbortSignal): Promise<PlainProperties[]>;
  /** Statements that do not exist are missing in the answer. */
  statements(ids: readonly string[], signal?: AbortSignal): Promise<Map<string, StatementRecord>>;
  /** What the standing of agreements rests on. */
  standingBasis(ids: readonly string[], signal?: AbortSignal): Promise<Map<string, readonly StandingBasis[]>>;
}

const PORTION = 1_000;

type ReadPortion<K, V> = (keys: readonly K[], signal?: AbortSignal) => Promise<Map<K, V>>;

function weigh(value: unknown): number {
  return (
    200 +
    2 * JSON.stringify(value, (_, item: unknown) => (typeof item === 'bigint' ? String(item) : item)).length
  );
}

function createCachedReader<K extends string | number, V>(
  cache: ReturnType<typeof createLruCache>,
  prefix: string,
  readPortion: ReadPortion<K, V>,
) {
  return async (keys: readonly K[], signal?: AbortSignal): Promise<Map<K, V>> => {
    const found = new Map<K, V>();
    const missing = new Set<K>();
    for (const key of keys) {
      const known = cache.get(`${prefix}${key}`) as V | undefined;
      if (known === undefined) missing.add(key);
      else found.set(key, known);
    }
    const wanted = [...missing];
    for (let start = 0; start < wanted.length; start += PORTION) {
      const portion = await readPortion(wanted.slice(start, start + PORTION), signal);
      for (const [key, value] of portion) {
        found.set(key, value);
        cache.set(`${prefix}${key}`, value, weigh(value));
      }
    }
    return found;
  };
}

function optionsOf(signal: AbortSignal | undefined): { signal?: AbortSignal } {
  return signal ? { signal } : {};
}

function readNodes(run: RunStatement, topology: Topology): ReadPortion<number, PlainProperties> {
  return async (indexes, signal) => {
    const byId = new Map(indexes.map((index) => [topology.ids[index] as string, index]));
    const rows = await run('explore/get-nodes', { ids: [...byId.keys()] }, optionsOf(signal));
    return new Map(rows.map((row) => [byId.get(row[0] as string) as number, toProperties(row[2])]));
  };
}

function readEdges(run: RunStatement, topology: Topology): ReadPortion<number, PlainProperties> {
  return async (indexes, signal) => {
    const byId = new Map(indexes.map((index) => [edgeIdOf(topology, index), index]));
    const edges = [...byId].map(([id, index]) => ({
      id,
      source: topology.ids[sourceOf(topology, index)],
      target: topology.ids[at(topology.targets, index)],
    }));
    const rows = await run('explore/get-edges', { edges }, optionsOf(signal));
    return new Map(rows.map((row) => [byId.get(row[0] as string) as number, toProperties(row[1])]));
  };
}

function readStatements(run: RunStatement): ReadPortion<string, StatementRecord> {
  return async (ids, signal) => {
    const [rows, places] = await Promise.all([
      run('explore/get-statements', { ids }, optionsOf(signal)),
      run('explore/list-references', { ids }, optionsOf(signal)),
    ]);
    const found = new Map<string, StatementRecord & { references: ReferenceRecord[] }>();
    for (const [id, properties] of rows) {
      found.set(id as string, { properties: toProperties(properties), references: [] });
    }
    for (const [id, document, properties] of places) {
      found
        .get(id as string)
        ?.references.push({ document: document as string, properties: toProperties(properties) });
    }
    return found;
  };
}

async function readStatesUpTo(
  run: RunStatement,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, string>> {
  const rows = ids.length === 0 ? [] : await run('explore/list-states-up-to', { ids }, optionsOf(signal));
  return new Map(rows.map(([id, statesUpTo]) => [id as string, statesUpTo as string]));
}

function readStandingBasis(run: RunStatement): ReadPortion<string, readonly StandingBasis[]> {
  return async (ids, signal) => {
    const rows = await run('explore/list-standing-basis', { ids }, optionsOf(signal));
    const statesUpTo = await readStatesUpTo(
      run,
      rows.map((row) => row[1] as string),
      signal,
    );
    const found = new Map<string, StandingBasis[]>(ids.map((id) => [id, []]));
    for (const [subject, id, type, ordinal, basis, from, to, conditional, what, date, modality] of rows) {
      found.get(subject as string)?.push({
        id: id as string,
        type: type === 'TERM' ? 'TERM' : 'DATE',
        ordinal: toNumber(ordinal) ?? 0,
        basis: toText(basis),
        from: toText(from),
        to: toText(to),
        isConditional: toBoolean(conditional) ?? false,
        what: toText(what),
        date: toText(date),
        modality: toText(modality) ?? 'stated',
        statesUpTo: statesUpTo.get(id as string),
      });
    }
    return found;
  };
}

/** @param cacheBytes bytes of records to keep; 0 = none */
export function createRecordStore(run: RunStatement, topology: Topology, cacheBytes: number): RecordStore {
  const cache = createLruCache(cacheBytes);
  const nodes = createCachedReader(cache, 'n', readNodes(run, topology));
  const edges = createCachedReader(cache, 'e', readEdges(run, topology));
  const inOrder = (indexes: readonly number[], found: Map<number, PlainProperties>): PlainProperties[] =>
    indexes.map((index) => {
      const record = found.get(index);
      if (!record) throw staleGraphError();
      return record;
    });
  return {
    nodes: async (indexes, signal) => inOrder(indexes, await nodes(indexes, signal)),
    edges: async (indexes, signal) => inOrder(indexes, await edges(indexes, signal)),
    statements: createCachedReader(cache, 's', readStatements(run)),
    standingBasis: createCachedReader(cache, 't', readStandingBasis(run)),
  };
}
