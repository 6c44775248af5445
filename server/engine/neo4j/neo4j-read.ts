import neo4j from 'neo4j-driver';
import type { Driver, Session } from 'neo4j-driver';

import { AppError } from '../../app-error.ts';
import type { ReadOptions, ReadResult } from '../engine.ts';
import type { PlainValue } from '../values.ts';
import { isConnectionLost, toAppError } from './neo4j-errors.ts';
import { toNeo4jParams } from './neo4j-params.ts';
import { toPlainValue } from './neo4j-plain-values.ts';

export interface Neo4jRead {
  readonly text: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly database: string | undefined;
  readonly timeoutMs: number;
  readonly maxRows: number | null;
}

async function collect(session: Session, read: Neo4jRead): Promise<ReadResult> {
  const result = session.run(read.text, toNeo4jParams(read.params), { timeout: read.timeoutMs });
  const columns = await result.keys();
  const rows: PlainValue[][] = [];
  let truncated = false;
  for await (const record of result) {
    if (read.maxRows !== null && rows.length === read.maxRows) {
      truncated = true;
      break;
    }
    rows.push(columns.map((column) => toPlainValue(record.get(column))));
  }
  return { columns: columns.map(String), rows, truncated };
}

/** The server ends a statement by itself; this is for one that does not answer at all. */
const GRACE_MS = 2_000;

/** One auto-commit statement in READ mode. Abort closes its session, which ends the statement on the server. */
async function readOnce(driver: Driver, read: Neo4jRead, signal: AbortSignal): Promise<ReadResult> {
  const session = driver.session({
    defaultAccessMode: neo4j.session.READ,
    ...(read.database === undefined ? {} : { database: read.database }),
  });
  let onAbort: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([collect(session, read), aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
    void session.close().catch(() => undefined);
  }
}

/**
 * Reads within the statement's time. A pooled connection may be older than the last restart of the database: where it
 * is lost, the statement is sent once more, on a new one.
 * @throws AppError; the signal's reason when it aborts
 */
export async function readWithRetry(
  driver: Driver,
  read: Neo4jRead,
  signal: ReadOptions['signal'],
): Promise<ReadResult> {
  const late = new AbortController();
  const error = new AppError('deadline-exceeded', `The read took longer than ${read.timeoutMs} ms.`);
  const timer = setTimeout(() => late.abort(error), read.timeoutMs + GRACE_MS);
  const either = signal ? AbortSignal.any([signal, late.signal]) : late.signal;
  try {
    for (let attempt = 1; ; attempt += 1) {
      either.throwIfAborted();
      try {
        return await readOnce(driver, read, either);
      } catch (failure) {
        if (either.aborted) throw either.reason;
        if (attempt === 2 || !isConnectionLost(failure)) throw toAppError(failure, read.timeoutMs);
      }
    }
  } finally {
    clearTimeout(timer);
  }
}
