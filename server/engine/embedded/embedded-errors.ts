import { AppError } from '../../app-error.ts';

const POSITION = /query:(\d+):(\d+)/u;
const CODE = /GRAFEO-([A-Z])(\d{3})/u;

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The engine's sentence without its codes, source excerpt and paths. */
function sentenceOf(message: string): string {
  const [first = ''] = message.split('\n');
  return first
    .replace(/^(?:Query|Transaction|Database) error:\s*/u, '')
    .replace(/^GRAFEO-[A-Z]\d{3}:\s*/u, '')
    .replace(/^(?:syntax|semantic) error:\s*/u, '')
    .replaceAll('[Cypher] ', '')
    .trim();
}

/**
 * The embedded engine's errors carry no code but one inside their text; this is the only place that reads it.
 * Q = the statement, T003 = a write in a read-only database, V = a value or constraint.
 */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const message = messageOf(error);
  const [, family, number] = CODE.exec(message) ?? [];
  const [, line, column] = POSITION.exec(message) ?? [];
  const help = /help: (.+)/u.exec(message)?.[1]?.trim();
  const details = {
    ...(line && column ? { position: { line: Number(line), column: Number(column) } } : {}),
    ...(help ? { hint: help } : {}),
    cause: error,
  };
  if ((family === 'T' && number === '003') || message.includes('Schema commands')) {
    return new AppError('statement-refused', 'The statement writes; the console only reads.', details);
  }
  if (family === 'Q' || family === 'V')
    return new AppError('statement-invalid', sentenceOf(message), details);
  if (/memory|alloc/iu.test(message)) {
    return new AppError('out-of-memory', 'The statement needed too much memory.', details);
  }
  return new AppError('internal-error', 'The embedded database failed.', details);
}
