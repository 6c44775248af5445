import { AppError } from '../../app-error.ts';
import type { AppErrorDetails } from '../../app-error.ts';
import type { ProblemCode } from '../../contract/problem.ts';

interface Rule {
  readonly code: RegExp;
  readonly problem: ProblemCode;
  /** Undefined: the database's own sentence. */
  readonly message?: string;
  /** What whoever runs the service can do. */
  readonly hint?: string;
}

const AWAY = 'The database cannot be reached.';
const MEMORY = 'The statement needed too much memory.';
const RULES: readonly Rule[] = [
  {
    code: /^(?:ServiceUnavailable|SessionExpired)$/u,
    problem: 'engine-unavailable',
    message: AWAY,
    hint: 'Check that it runs and that NEO4J_URI names it.',
  },
  { code: /Security\.(?:Forbidden|ReadOnly)$/u, problem: 'statement-refused' },
  {
    code: /\.Security\./u,
    problem: 'engine-unavailable',
    message: 'The database refuses the credentials.',
    hint: 'Check NEO4J_USERNAME and NEO4J_PASSWORD.',
  },
  {
    code: /DatabaseNotFound$/u,
    problem: 'engine-unavailable',
    message: 'The server has no database of that name.',
    hint: 'Check NEO4J_DATABASE.',
  },
  { code: /Database(?:Unavailable|\.\w+)$/u, problem: 'engine-unavailable', message: AWAY },
  {
    code: /AccessMode$/u,
    problem: 'statement-refused',
    message: 'The statement writes; the console only reads.',
  },
  { code: /TransactionTimedOut|TransactionTerminated|Terminated$/u, problem: 'deadline-exceeded' },
  { code: /OutOfMemory|MemoryPool|StackOverFlow/iu, problem: 'out-of-memory', message: MEMORY },
  { code: /^Neo\.ClientError\.(?:Statement|Procedure|Schema)\./u, problem: 'statement-invalid' },
  { code: /^Neo\.ClientError\.Request\./u, problem: 'statement-invalid' },
  {
    code: /^Neo\.TransientError\./u,
    problem: 'engine-unavailable',
    message: 'The database is busy. Ask again.',
  },
];

function positionIn(message: string): AppErrorDetails {
  const [, line, column, offset] = /\(line (\d+), column (\d+) \(offset: (\d+)\)/u.exec(message) ?? [];
  return line && column && offset
    ? { position: { offset: Number(offset), line: Number(line), column: Number(column) } }
    : {};
}

/** The sentence without the excerpt of the statement that follows it and without a long list of what it expected. */
function sentenceOf(message: string): string {
  const [first = ''] = message.split('\n');
  const [complaint = ''] = first.length > 160 ? first.split(': expected') : [first];
  return complaint.replace(/\s*\(line \d+, column \d+ \(offset: \d+\)\)\s*$/u, '').trim();
}

/** The driver's error as ours, by its code; only the position is read from the message. */
export function toAppError(error: unknown, timeoutMs?: number): AppError {
  if (error instanceof AppError) return error;
  const { code = '', message = '' } = error as { code?: string; message?: string };
  const rule = RULES.find((known) => known.code.test(code));
  if (!rule) return new AppError('internal-error', 'The database failed.', { cause: error });
  const sentence =
    rule.problem === 'deadline-exceeded'
      ? `The statement took longer than ${timeoutMs ?? 'its limit of'} ms.`
      : (rule.message ?? sentenceOf(message));
  const retry = rule.problem === 'engine-unavailable' ? { retryAfterSeconds: 2 } : {};
  const hint = rule.hint === undefined ? {} : { hint: rule.hint };
  return new AppError(rule.problem, sentence, { ...positionIn(message), ...retry, ...hint, cause: error });
}

/** True where a read may be sent once more: the connection or the member of the cluster went away. */
export function isConnectionLost(error: unknown): boolean {
  const code = (error as { code?: string } | null)?.code ?? '';
  return code === 'ServiceUnavailable' || code === 'SessionExpired' || code.endsWith('DatabaseUnavailable');
}
