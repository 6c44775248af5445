import type { SchemaResponse } from '../contract/explore.ts';
import type { Callables } from '../engine/engine.ts';
import type { PlainValue } from '../engine/values.ts';
import type { ExploreDeps, UseCase } from './explore-deps.ts';
import type { LoadedGraph } from './load-graph.ts';
import { toNumber, toProperties, toText, toTexts } from './plain-values.ts';
import type { RunStatement } from './run-statement.ts';

type Rows = Awaited<ReturnType<RunStatement>>;
type Owner = SchemaResponse['labels'][number]['properties'][number];

/** What carries properties: a label or a relationship type. */
interface Tally {
  count: number;
  readonly properties: Map<string, Owner>;
}

const SAMPLES_A_PORTION = 1_000;

function typeNameOf(value: PlainValue | undefined): string {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'bigint') return 'number';
  return value === null || value === undefined ? 'unknown' : typeof value;
}

/**
 * Adds up the combinations in which properties occur. The type of a value is that of one example.
 * @param ownersOf the labels or the type in the first column
 */
async function tally(
  run: RunStatement,
  rows: Rows,
  sampleStatement: string,
  ownersOf: (value: PlainValue | undefined) => string[],
): Promise<[string, Tally][]> {
  const ids = [...new Set(rows.map((row) => toText(row[3])).filter((id) => id !== undefined))];
  const samples = new Map<string, ReturnType<typeof toProperties>>();
  for (let start = 0; start < ids.length; start += SAMPLES_A_PORTION) {
    const portion = await run(sampleStatement, { ids: ids.slice(start, start + SAMPLES_A_PORTION) });
    for (const [id, properties] of portion) samples.set(id as string, toProperties(properties));
  }
  const owners = new Map<string, Tally>();
  for (const [first, names, countValue, sample] of rows) {
    const count = toNumber(countValue) ?? 0;
    for (const owner of ownersOf(first)) {
      const entry = owners.get(owner) ?? { count: 0, properties: new Map<string, Owner>() };
      owners.set(owner, entry);
      entry.count += count;
      for (const name of toTexts(names)) {
        const known = entry.properties.get(name);
        const type = known?.type ?? typeNameOf(samples.get(toText(sample) ?? '')?.[name]);
        entry.properties.set(name, { name, type, count: (known?.count ?? 0) + count });
      }
    }
  }
  return [...owners].sort(([a], [b]) => (a < b ? -1 : 1));
}

function listProperties({ properties }: Tally): Owner[] {
  return [...properties.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The label that all entities share says nothing beside another. */
function particular(labels: PlainValue | undefined): string[] {
  const all = toTexts(labels);
  const others = all.filter((label) => label !== 'Entity');
  return others.length > 0 ? others : all;
}

async function listPatterns(run: RunStatement): Promise<SchemaResponse['patterns']> {
  const patterns = new Map<string, SchemaResponse['patterns'][number]>();
  for (const [sources, typeValue, targets, count] of await run('inspect/list-patterns')) {
    const type = toText(typeValue) ?? '';
    for (const from of particular(sources)) {
      for (const to of particular(targets)) {
        const key = JSON.stringify([type, from, to]);
        const known = patterns.get(key)?.count ?? 0;
        patterns.set(key, { from, type, to, count: known + (toNumber(count) ?? 0) });
      }
    }
  }
  return [...patterns].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pattern]) => pattern);
}

type Inspected = Omit<SchemaResponse, 'functions' | 'procedures'>;

async function readSchema(run: RunStatement): Promise<Inspected> {
  const nodes = await run('inspect/list-node-properties');
  const edges = await run('inspect/list-relationship-properties');
  const labels = await tally(run, nodes, 'inspect/get-sample-nodes', toTexts);
  const types = await tally(run, edges, 'inspect/get-sample-relationships', toTexts);
  return {
    labels: labels.map(([label, entry]) => ({
      label,
      count: entry.count,
      properties: listProperties(entry),
    })),
    relationshipTypes: types.map(([type, entry]) => ({
      type,
      count: entry.count,
      properties: listProperties(entry),
    })),
    patterns: await listPatterns(run),
  };
}

/** What the database holds, with counts, statements included; read once for each revision. */
export function inspectGraph(graph: Pick<LoadedGraph, 'once' | 'run'>): Promise<Inspected> {
  return graph.once('schema', () => readSchema(graph.run));
}

/** Labels, relationship types, their properties and what joins them, and what a statement may call. */
export function createInspectSchema(
  deps: ExploreDeps & { readonly callables: Callables },
): UseCase<Record<never, never>, SchemaResponse> {
  const functions = [...deps.callables.functions];
  const procedures = [...deps.callables.procedures];
  return () => deps.graph.use(async (graph) => ({ ...(await inspectGraph(graph)), functions, procedures }));
}
