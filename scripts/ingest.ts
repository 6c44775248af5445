/** `npm run ingest -- [PATH…] [--dry-run] [--engine neo4j|embedded] [--json]`: loads data sets into the graph. */
import { argv, cwd, env, stderr } from 'node:process';
import { parseArgs } from 'node:util';

import { AppError } from '../server/app-error.ts';
import { readEngineConfig } from '../server/config.ts';
import { loadCatalogue } from '../server/cypher/catalogue.ts';
import { readLimits } from '../server/settings.ts';
import { formatReport } from './ingest/ingest-report.ts';
import { ingest } from './ingest/pipeline.ts';
import { createProgressLine } from './ingest/progress-line.ts';

const DEFAULT_PATHS = ['data/india-japan'];
const HELP = `npm run ingest -- [PATH…] [--dry-run] [--engine neo4j|embedded] [--json]

PATH       data set folders or single tables (.yaml, .json, .ndjson, .csv); default: ${DEFAULT_PATHS[0]}
--dry-run  checks everything, resolves every reference against SETU_LIBRARY, touches no database
--engine   neo4j or embedded; default: neo4j where NEO4J_URI is set
--json     the report as JSON

Exit code: 0 loaded (or nothing to do), 1 problems in the data or no database, 2 wrong arguments.`;

interface Arguments {
  readonly paths: readonly string[];
  readonly isDryRun: boolean;
  readonly engine: string | undefined;
  readonly isJson: boolean;
}

function readArguments(args: readonly string[]): Arguments | 'help' {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      engine: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false, short: 'h' },
    },
  });
  if (values.help) return 'help';
  return {
    paths: positionals.length > 0 ? positionals : DEFAULT_PATHS,
    isDryRun: values['dry-run'],
    engine: values.engine,
    isJson: values.json,
  };
}

async function run(given: Arguments): Promise<number> {
  const engine = readEngineConfig(env, given.engine);
  const library = env['SETU_LIBRARY']?.trim() ?? '';
  const line = createProgressLine(stderr);
  const report = await ingest({
    paths: given.paths,
    workingFolder: cwd(),
    library: library === '' ? null : library,
    engine: given.isDryRun ? null : engine,
    catalogue: loadCatalogue(),
    batchRows: readLimits(env).ingestBatchRows,
    progress: line.show,
  }).finally(line.clear);
  console.log(given.isJson ? JSON.stringify(report, null, 2) : formatReport(report));
  return report.problemCount > 0 ? 1 : 0;
}

async function main(): Promise<number> {
  let given: Arguments | 'help';
  try {
    given = readArguments(argv.slice(2));
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${HELP}`);
    return 2;
  }
  if (given === 'help') {
    console.log(HELP);
    return 0;
  }
  try {
    return await run(given);
  } catch (error) {
    console.error(explain(error));
    return 1;
  }
}

function explain(error: unknown): string {
  if (error instanceof AppError) return [error.message, error.details.hint].filter(Boolean).join(' ');
  return error instanceof Error ? error.message : String(error);
}

process.exitCode = await main();
