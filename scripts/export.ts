/**
 * `npm run export -- --format gexf|graphml|csv|json --out FILE [--engine neo4j|embedded]`: the whole graph as a file;
 * csv: a folder with nodes.csv, edges.csv and statements.csv.
 */
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';

import { readEngineConfig } from '../server/config.ts';
import { EXPORT_FORMATS, EXPORT_PARTS } from '../server/contract/requests.ts';
import { loadCatalogue } from '../server/cypher/catalogue.ts';
import { SILENT_LOGGER } from '../server/engine/engine-logger.ts';
import { openEngine } from '../server/engine/open-engine.ts';
import { createCurrentGraph } from '../server/explore/current-graph.ts';
import { createDocumentLibrary } from '../server/explore/document-library.ts';
import { createExportGraph } from '../server/explore/export-graph.ts';
import type { ExportFile, ExportFormat } from '../server/explore/export-graph.ts';
import { createLongSearches } from '../server/explore/paths/path-finder.ts';
import { readLimits } from '../server/settings.ts';

const USAGE = 'npm run export -- --format gexf|graphml|csv|json --out FILE [--engine neo4j|embedded]';

interface Wish {
  readonly format: ExportFormat;
  readonly out: string;
  readonly engine: string | undefined;
}

function readWish(args: readonly string[]): Wish {
  const { values } = parseArgs({
    args: [...args],
    options: { format: { type: 'string' }, out: { type: 'string' }, engine: { type: 'string' } },
  });
  const format = EXPORT_FORMATS.find((known) => known === values.format);
  if (!format) throw new Error(`--format: give one of ${EXPORT_FORMATS.join(', ')}. ${USAGE}`);
  if (values.out === undefined || values.out === '') throw new Error(`--out: name the file. ${USAGE}`);
  return { format, out: values.out, engine: values.engine };
}

/** Writes beside the target and renames: a run that is broken off leaves no half file. */
async function writeWhole(file: ExportFile, target: string): Promise<void> {
  const unfinished = `${target}.unfinished-${process.pid}`;
  try {
    await pipeline(file.portions, createWriteStream(unfinished));
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function main(): Promise<void> {
  const wish = readWish(process.argv.slice(2));
  const limits = readLimits(process.env);
  const catalogue = loadCatalogue();
  const engine = openEngine(readEngineConfig(process.env, wish.engine), limits, catalogue, SILENT_LOGGER);
  try {
    const longSearches = createLongSearches(limits);
    const graph = createCurrentGraph({ engine, catalogue, limits, longSearches, now: Date.now });
    const library = createDocumentLibrary(null, () => {});
    const exportGraph = createExportGraph({ graph, library, limits, now: Date.now });
    const { topology } = await graph.refresh();
    const { signal } = new AbortController();
    if (wish.format === 'csv') {
      await mkdir(wish.out, { recursive: true });
      for (const part of EXPORT_PARTS) {
        await writeWhole(await exportGraph('csv', part, signal), path.join(wish.out, `${part}.csv`));
      }
    } else {
      await mkdir(path.dirname(path.resolve(wish.out)), { recursive: true });
      await writeWhole(await exportGraph(wish.format, 'nodes', signal), wish.out);
    }
    console.log(`export: ${topology.nodeCount} nodes, ${topology.edgeCount} edges to ${wish.out}`);
  } finally {
    await engine.close();
  }
}

main().catch((error: unknown) => {
  console.error(`export: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
