import { errorToWire } from '../children/error-on-wire.ts';
import { serveParent, tellParent } from '../children/serve-parent.ts';
import { toAppError } from './embedded-errors.ts';
import { toPlainValue } from './embedded-plain-values.ts';
import { GrafeoDB } from './grafeo.ts';
import type { Grafeo } from './grafeo.ts';
import type { WriterAnswer, WriterRequest } from './writer-protocol.ts';

let database: Grafeo | null = null;

function open(request: Extract<WriterRequest, { type: 'open' }>): WriterAnswer {
  database = request.isNew ? GrafeoDB.create(request.path) : GrafeoDB.open(request.path);
  return { type: 'done' };
}

async function write(
  db: Grafeo,
  calls: Extract<WriterRequest, { type: 'write' }>['calls'],
): Promise<WriterAnswer> {
  const transaction = db.beginTransaction();
  try {
    for (const call of calls) await transaction.executeCypher(call.text, call.params);
    transaction.commit();
    return { type: 'done' };
  } catch (error) {
    if (transaction.isActive) transaction.rollback();
    throw error;
  }
}

async function answer(request: WriterRequest): Promise<WriterAnswer> {
  if (request.type === 'open') return open(request);
  if (!database) throw new Error('The writer was asked before it was opened.');
  if (request.type === 'write') return write(database, request.calls);
  if (request.type === 'read') {
    const found = await database.executeCypher(request.text, request.params);
    return { type: 'rows', rows: found.rows().map((row) => row.map(toPlainValue)) };
  }
  if (request.type === 'schema') {
    // DDL takes no part in transactions here.
    for (const text of request.texts) await database.executeCypher(text);
    return { type: 'done' };
  }
  database.walCheckpoint();
  database.close();
  database = null;
  return { type: 'done' };
}

serveParent<WriterRequest>(async (request) => {
  try {
    await tellParent(await answer(request));
  } catch (error) {
    await tellParent({ type: 'failed', error: errorToWire(toAppError(error)) } satisfies WriterAnswer);
  }
});
