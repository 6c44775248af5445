import { errorToWire } from '../children/error-on-wire.ts';
import { serveParent, tellParent } from '../children/serve-parent.ts';
import { toAppError } from './embedded-errors.ts';
import { toPlainValue } from './embedded-plain-values.ts';
import { GrafeoDB } from './grafeo.ts';
import type { Grafeo } from './grafeo.ts';
import type { ReaderAnswer, ReaderRequest } from './reader-protocol.ts';

let database: Grafeo | null = null;

async function answer(request: ReaderRequest): Promise<ReaderAnswer> {
  if (request.type === 'open') {
    database = GrafeoDB.openReadOnly(request.path);
    return { type: 'ready', version: database.version() };
  }
  if (!database) throw new Error('The reader was asked before it was opened.');
  const found = await database.executeCypher(request.text, request.params);
  const truncated = request.maxRows !== null && found.length > request.maxRows;
  const all = found.rows();
  const kept = truncated ? all.slice(0, request.maxRows ?? 0) : all;
  const rows = kept.map((row) => row.map(toPlainValue));
  return { type: 'result', result: { columns: found.columns, rows, truncated } };
}

serveParent<ReaderRequest>(async (request) => {
  try {
    await tellParent(await answer(request));
  } catch (error) {
    const text = request.type === 'open' ? '' : request.text;
    await tellParent({ type: 'failed', error: errorToWire(toAppError(error, text)) } satisfies ReaderAnswer);
  }
});
