import { pipeline } from 'node:stream/promises';

import { CsvError, parse } from 'csv-parse';
import type { Parser } from 'csv-parse';

import { INGEST_LIMITS } from '../limits.ts';
import { quote, unreadableFile, unreadableLine } from '../problem.ts';
import type { ProblemList } from '../problem.ts';
import { CSV_COLUMNS, cellsToEntry } from './csv-columns.ts';
import type { RawEntry, Table } from './raw-entry.ts';
import { utf8Chunks } from './utf8-chunks.ts';

const BATCH_ROWS = 500;

/**
 * Streams a CSV table (RFC 4180, header in the first record, comma), some hundred rows at a time. Cells may hold line
 * ends in quotation marks.
 * @throws AppError with a position: when the table as a whole cannot be read: broken quotation, unknown columns, a huge record
 */
export async function* readCsv(
  path: string,
  file: string,
  table: Table,
  problems: ProblemList,
): AsyncGenerator<RawEntry[]> {
  const parser = parse({
    // Named, because the parser would take the first one it sees for all.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: INGEST_LIMITS.lineBytes,
  });
  // Errors of both ends reach the loop below through the parser.
  const feeding = pipeline(utf8Chunks(path), parser).catch(() => undefined);
  let header: readonly string[] | null = null;
  let line = 1;
  let batch: RawEntry[] = [];
  try {
    for await (const records of recordBatches(parser)) {
      for (const record of records) {
        const start = line;
        line += 1 + countLineEnds(record);
        if (record.length === 1 && record[0] === '') continue;
        if (header === null) header = readHeader(record, table);
        else if (record.length !== header.length) problems.add(file, start, countComplaint(record, header));
        else batch.push({ table, value: cellsToEntry(table, header, record), line: start });
      }
      yield batch;
      batch = [];
    }
  } catch (error) {
    yield batch;
    throw unreadable(error, line);
  } finally {
    parser.destroy();
    await feeding;
  }
}

/** What the parser has ready, so that there is one wait for many records. */
async function* recordBatches(parser: Parser): AsyncGenerator<string[][]> {
  let records: string[][] = [];
  for await (const record of parser as AsyncIterable<string[]>) {
    records.push(record);
    if (records.length < BATCH_ROWS && parser.readableLength > 0) continue;
    yield records;
    records = [];
  }
}

function countLineEnds(record: readonly string[]): number {
  let count = 0;
  for (const cell of record) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count += 1;
  }
  return count;
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
  if (fault !== null) throw unreadableFile(1, `${fault}; ${table}.csv may have ${known.join(', ')}`);
  return header;
}

function countComplaint(record: readonly string[], header: readonly string[]): string {
  return `has ${record.length} cells where the header has ${header.length}; put cells with a comma in quotation marks`;
}

function unreadable(error: unknown, line: number): unknown {
  if (unreadableLine(error) !== null) return error;
  if (!(error instanceof CsvError)) return error;
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return unreadableFile(
      line,
      `the record that starts here is longer than ${INGEST_LIMITS.lineBytes} bytes; is a quotation mark not closed?`,
    );
  }
  return unreadableFile(line, `is not CSV (${error.message.slice(0, 160)}); quote as in "He said ""yes"""`);
}
