import neo4j from 'neo4j-driver';
import type { Driver, Session } from 'neo4j-driver';

import type { ReadOptions, ReadResult } from '../engine.ts';
import type { PlainValue } from '../values.ts';
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

/** One auto-commit statement in READ mode. Abort closes its session, which ends the statement on the server. */
export async function readOnce(
  driver: Driver,
  read: Neo4jRead,
  signal: ReadOptions['signal'],
): Promise<ReadResult> {
  const session = driver.session({
    defaultAccessMode: neo4j.session.READ,
    ...(read.database === undefined ? {} : { database: read.database }),
  });
  const close = (): void => void session.close().catch(() => undefined);
  try {
    if (!signal) return await collect(session, read);
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    });
    return await Promise.race([collect(session, read), aborted]);
  } finally {
    close();
  }
}
