import type { SchemaResponse } from '../contract/explore.ts';
import type { PlainValue } from '../engine/values.ts';
import type { ExploreDeps, UseCase } from './explore-deps.ts';
import { toNumber, toProperties, toText } from './plain-values.ts';
import type { RunStatement } from './run-statement.ts';

type Rows = Awaited<ReturnType<RunStatement>>;
type PropertyOf = Map<string, { name: string; type: string; count: number }[]>;

function typeNameOf(value: PlainValue | undefined): string {
  if (Array.isArray(value)) return value.length === 0 ? 'list' : `list of ${typeNameOf(value[0])}`;
  if (typeof value === 'bigint') return 'number';
  return value === null || value === undefined ? 'unknown' : typeof value;
}

/** Properties by label or type; the type of a value is that of one example. */
async function gatherProperties(run: RunStatement, rows: Rows, sampleStatement: string): Promise<PropertyOf> {
  const ids = [...new Set(rows.map((row) => toText(row[3])).filter((id) => id !== undefined))];
  const samples = new Map(
    (await run(sampleStatement, { ids })).map((row) => [row[0] as string, toProperties(row[1])]),
  );
  const found: PropertyOf = new Map();
  for (const [owner, property, count, sample] of rows) {
    const value = samples.get(toText(sample) ?? '')?.[property as string];
    const entry = { name: property as string, type: typeNameOf(value), count: toNumber(count) ?? 0 };
    found.set(owner as string, [...(found.get(owner as string) ?? []), entry]);
  }
  return found;
}

async function readSchema(run: RunStatement): Promise<SchemaResponse> {
  const [labels, types] = await Promise.all([
    run('inspect/count-labels'),
    run('inspect/count-relationship-types'),
  ]);
  const nodeProperties = await gatherProperties(
    run,
    await run('inspect/list-node-properties'),
    'inspect/get-sample-nodes',
  );
  const edgeProperties = await gatherProperties(
    run,
    await run('inspect/list-relationship-properties'),
    'inspect/get-sample-relationships',
  );
  return {
    labels: labels.map(([label, count]) => ({
      label: label as string,
      count: toNumber(count) ?? 0,
      properties: nodeProperties.get(label as string) ?? [],
    })),
    relationshipTypes: types.map(([type, count]) => ({
      type: type as string,
      count: toNumber(count) ?? 0,
      properties: edgeProperties.get(type as string) ?? [],
    })),
  };
}

/** Labels, relationship types and their properties with counts, the whole database over, statements included. */
export function createInspectSchema(deps: ExploreDeps): UseCase<Record<never, never>, SchemaResponse> {
  return () => deps.graph.use((graph) => graph.once('schema', () => readSchema(deps.run)));
}
