import { pipeline } from 'node:stream/promises';

import { CsvError, parse } from 'csv-parse';
import type { Info } from 'csv-parse';

import { INGEST_LIMITS } from '../limits.ts';
import { quote, UnreadableFile } from '../problem.ts';
import type { ProblemList } from '../problem.ts';
import { CSV_COLUMNS, cellsToEntry } from './csv-columns.ts';
import type { RawEntry, Table } from './raw-entry.ts';
import { utf8Chunks } from './utf8-chunks.ts';

type CsvRow = { readonly record: string[]; readonly info: Info };

/**
 * Streams a CSV table (RFC 4180, header in the first record, comma). Cells may hold line ends in quotation marks.
 * @throws UnreadableFile when the table as a whole cannot be read: broken quotation, unknown columns, a huge record
 */
export async function* readCsv(
  path: string,
  file: string,
  table: Table,
  problems: ProblemList,
): AsyncGenerator<RawEntry> {
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: INGEST_LIMITS.lineBytes,
  });
  // Errors of both ends reach the loop below through the parser.
  const feeding = pipeline(utf8Chunks(path), parser).catch(() => undefined);
  let header: readonly string[] | null = null;
  let line = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<CsvRow>) {
      const start = line;
      line = info.lines + 1;
      if (header === null) header = readHeader(record, table);
      else if (record.length !== header.length) problems.add(file, start, countComplaint(record, header));
      else yield { table, value: cellsToEntry(table, header, record), line: start };
    }
  } catch (error) {
    throw unreadable(error, line);
  } finally {
    parser.destroy();
    await feeding;
  }
}

function readHeader(record: readonly string[], table: Table): readonly string[] {
  const known = CSV_COLUMNS[table];
  const header = record.map((name) => name.trim());
  const unknown = header.filter((name) => !known.includes(name));
  const twice = header.filter((name, at) => header.indexOf(name) !== at);
  const fault =
    unknown.length > 0
      ? `unknown column ${unknown.map(quote).join(', ')}`
      : twice.length > 0
        ? `column ${quote(twice[0])} stands twice`
        : null;
  if (fault !== null) throw new UnreadableFile(1, `${fault}; ${table}.csv may have ${known.join(', ')}`);
  return header;
}

function countComplaint(record: readonly string[], header: readonly string[]): string {
  return `has ${record.length} cells where the header has ${header.length}; put cells with a comma in quotation marks`;
}

function unreadable(error: unknown, line: number): unknown {
  if (error instanceof UnreadableFile) return error;
  if (!(error instanceof CsvError)) return error;
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return new UnreadableFile(
      line,
      `the record that starts here is longer than ${INGEST_LIMITS.lineBytes} bytes; is a quotation mark not closed?`,
    );
  }
  return new UnreadableFile(
    line,
    `is not CSV (${error.message.slice(0, 160)}); quote as in "He said ""yes"""`,
  );
}
