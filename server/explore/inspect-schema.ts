import type { SchemaResponse } from '../contract/explore.ts';
import type { PlainValue } from '../engine/values.ts';
import type { ExploreDeps, UseCase } from './explore-deps.ts';
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

async function readSchema(run: RunStatement): Promise<SchemaResponse> {
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
  };
}

/** Labels, relationship types and their properties with counts, the whole database over, statements included. */
export function createInspectSchema(deps: ExploreDeps): UseCase<Record<never, never>, SchemaResponse> {
  return () => deps.graph.use((graph) => graph.once('schema', () => readSchema(graph.run)));
}
