import type { AppError } from '../../../server/app-error.ts';
import { INGEST_LIMITS } from '../limits.ts';
import { unreadableFile } from '../problem.ts';
import type { ProblemList } from '../problem.ts';
import { isTooDeep } from './nesting.ts';
import type { RawEntry, Table } from './raw-entry.ts';
import { TABLES } from './raw-entry.ts';
import { utf8Chunks } from './utf8-chunks.ts';

const TABLE_OF_LABEL = new Map<unknown, Table>([
  ...Object.entries(TABLES).map(([table, label]) => [label, table as Table] as const),
  ['Document', 'documents'],
  ['Passage', 'passages'],
]);

/**
 * Streams a file of one entity or statement a line, some hundred lines at a time: `label` says that it is an entity (or Document, Passage), `type`
 * that it is a statement. Empty lines are passed over.
 * @throws AppError with a position: for a line that is too long or not UTF-8
 */
export async function* readNdjson(
  path: string,
  file: string,
  problems: ProblemList,
): AsyncGenerator<RawEntry[]> {
  let line = 0;
  for await (const texts of lineBatches(path)) {
    const batch: RawEntry[] = [];
    for (const text of texts) {
      line += 1;
      if (text.trim() === '') continue;
      const entry = readLine(text, line);
      if (typeof entry === 'string') problems.add(file, line, entry);
      else batch.push(entry);
    }
    yield batch;
  }
}

function readLine(text: string, line: number): RawEntry | string {
  if (isTooDeep(text)) return `is nested deeper than ${INGEST_LIMITS.nestingLevels} levels; flatten it`;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return `is not JSON (${(error as Error).message.slice(0, 120)}); write one object a line`;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return 'is not an object; write one entity or statement a line';
  }
  if (!Object.hasOwn(value, 'label')) return { table: 'statements', value, line };
  const { label, ...rest } = value as Record<string, unknown>;
  const table = TABLE_OF_LABEL.get(label);
  if (table === undefined) {
    return `unknown label ${JSON.stringify(label)?.slice(0, 60)}; use one of ${[...TABLE_OF_LABEL.keys()].join(', ')}`;
  }
  return { table, value: rest, line };
}

async function* lineBatches(path: string): AsyncGenerator<readonly string[]> {
  let rest = '';
  let line = 1;
  for await (const chunk of utf8Chunks(path)) {
    const parts = (rest + chunk.toString('utf8')).split('\n');
    rest = parts.pop() ?? '';
    const tooLongAt = parts.findIndex((part) => part.length > INGEST_LIMITS.lineBytes);
    if (tooLongAt !== -1) throw tooLong(line + tooLongAt);
    line += parts.length;
    yield parts;
    if (rest.length > INGEST_LIMITS.lineBytes) throw tooLong(line);
  }
  if (rest !== '') yield [rest];
}

function tooLong(line: number): AppError {
  return unreadableFile(
    line,
    `is longer than ${INGEST_LIMITS.lineBytes} bytes; write one entity or statement a line`,
  );
}
