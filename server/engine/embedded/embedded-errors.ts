import { AppError } from '../../app-error.ts';
import type { Position } from '../../contract/problem.ts';
import { positionOf } from '../../cypher/tokenise.ts';

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

/** The engine counts columns in code points; lines end at `\n` only. */
function positionIn(message: string, text: string): Position | undefined {
  const [, line, column] = POSITION.exec(message) ?? [];
  if (!line || !column || text === '') return undefined;
  const lines = text.split('\n');
  const before = lines.slice(0, Number(line) - 1).join('\n').length + (Number(line) > 1 ? 1 : 0);
  const own = [...(lines[Number(line) - 1] ?? '')].slice(0, Number(column) - 1).join('');
  return positionOf(text, before + own.length);
}

/**
 * The embedded engine's errors carry no code but one inside their text; this is the only place that reads it.
 * Q = the statement, T003 = a write in a read-only database, V = a value or constraint.
 * @param text what the engine was given; without it no place is told
 */
export function toAppError(error: unknown, text = ''): AppError {
  if (error instanceof AppError) return error;
  const message = messageOf(error);
  const [, family, number] = CODE.exec(message) ?? [];
  const position = positionIn(message, text);
  const help = /help: (.+)/u.exec(message)?.[1]?.trim();
  const details = {
    ...(position ? { position } : {}),
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
