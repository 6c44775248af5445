import { AppError } from '../../app-error.ts';
import type { Notification } from '../../contract/explore.ts';
import { positionOf, tokenise } from '../../cypher/tokenise.ts';
import type { LexedStatement, Token } from '../../cypher/tokenise.ts';
import type { Limits } from '../../settings.ts';
import { readParams } from './read-params.ts';
import { complaintToError } from './console-refusal.ts';
import type { Complaint } from './console-refusal.ts';
import { findExcess } from './find-excess.ts';
import { readClauses } from './read-clauses.ts';

/** A statement that passed gate one. */
export interface AdmittedStatement {
  /**
   * What the database gets: comments, EXPLAIN or PROFILE and the last semicolon are blanked out, every odd space is a
   * plain one. Each remaining character stands at its old line and column.
   */
  readonly text: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** `plan` and `profile` where the statement began with EXPLAIN or PROFILE. */
  readonly mode: ConsoleMode;
  /** What its text alone gives reason to warn of. */
  readonly notifications: readonly Notification[];
}

export type ConsoleMode = 'run' | 'plan' | 'profile';

const ESCAPE = /\\+[uU]+([0-9a-fA-F]{4})/gu;
const STRUCTURAL = /['"`\\\n\r]/u;

/**
 * Neo4j decodes `\uXXXX` before it reads the text, so a coded quotation mark would end a string there that has not
 * ended here.
 */
function findEscape({ tokens }: LexedStatement): Complaint | null {
  for (const token of tokens) {
    if (token.text === '\\') {
      const message = 'Escapes stand in strings only.';
      return { code: 'statement-refused', message, hint: 'Write the letter itself.', offset: token.start };
    }
    if (token.kind !== 'string' && token.kind !== 'name' && token.kind !== 'parameter') continue;
    for (const [, digits = ''] of token.text.matchAll(ESCAPE)) {
      if (!STRUCTURAL.test(String.fromCharCode(Number.parseInt(digits, 16)))) continue;
      const message = 'A coded quotation mark, backslash or line end is not for the console.';
      return { code: 'statement-refused', message, hint: 'Use a parameter.', offset: token.start };
    }
  }
  return null;
}

function findLostName({ tokens }: LexedStatement): Complaint | null {
  const token = tokens.find(
    ({ kind, text, value }) => kind !== 'string' && (text === '__proto__' || value === '__proto__'),
  );
  if (!token) return null;
  return { code: 'statement-unsupported', message: 'Nothing can be named __proto__.', offset: token.start };
}

/** Each parameter that is not given, where it is used first. */
function findMissing(tokens: readonly Token[], params: Readonly<Record<string, unknown>>): Token[] {
  const missing = new Map<string, Token>();
  for (const token of tokens) {
    if (token.kind !== 'parameter' || Object.hasOwn(params, token.value)) continue;
    if (!missing.has(token.value)) missing.set(token.value, token);
  }
  return [...missing.values()];
}

function refuseMissing(missing: readonly Token[], text: string): AppError {
  const names = missing.map(({ value }) => value);
  const shown = names.slice(0, 10).map((name) => `$${name.slice(0, 80)}`);
  return new AppError('statement-invalid', `No value is given for ${shown.join(', ')}.`, {
    hint: 'Give a value for each parameter.',
    position: positionOf(text, missing[0]?.start ?? 0),
    missingParameters: names,
  });
}

function warnOfMissing({ value, start }: Token, text: string): Notification {
  return {
    code: 'missing-parameter',
    severity: 'information',
    title: 'Parameter is not given',
    description: `Give a value for $${value} before the statement is run.`,
    position: positionOf(text, start),
  };
}

/** The caller may ask for a plan; EXPLAIN or PROFILE in the text does the same. */
function modeOf(first: Token, asked: ConsoleMode): ConsoleMode {
  const written = first.kind === 'word' ? first.value : '';
  if (asked === 'profile' || written === 'PROFILE') return 'profile';
  return asked === 'plan' || written === 'EXPLAIN' ? 'plan' : 'run';
}

function blankOut(text: string, lexed: LexedStatement, dropped: readonly Token[]): string {
  const pieces: string[] = [];
  let from = 0;
  const gaps = [...lexed.gaps, ...dropped].sort((one, other) => one.start - other.start);
  for (const gap of gaps) {
    const blank = text.slice(gap.start, gap.end).replace(/\r(?!\n)/gu, '\n');
    pieces.push(
      text.slice(from, gap.start),
      blank.replace(/[^\n]/gu, (character) => ' '.repeat(character.length)),
    );
    from = gap.end;
  }
  pieces.push(text.slice(from));
  return pieces.join('').trimEnd();
}

/**
 * Gate one of the console: reads the text as tokens and admits it only if every clause in it reads the graph.
 *
 * @param text what a person typed, at most `limits.consoleMaxCharacters`
 * @param params its parameters, within the limits on depth and number; only a plan can be made without some
 * @param asked what the caller wants, beside what the text itself says
 * @throws AppError `statement-refused` (with position and hint), `statement-invalid`, `statement-unsupported`,
 *   `invalid-parameter`
 */
export function admitConsoleStatement(
  text: string,
  params: Readonly<Record<string, unknown>>,
  limits: Pick<Limits, 'consoleMaxCharacters' | 'consoleParamsDepth' | 'consoleParamsValues'>,
  asked: ConsoleMode = 'run',
): AdmittedStatement {
  if (text.length > limits.consoleMaxCharacters) {
    throw new AppError(
      'invalid-parameter',
      `A statement has at most ${limits.consoleMaxCharacters} characters.`,
    );
  }
  const values = readParams(params, limits);
  const lexed = tokenise(text);
  const { fault } = lexed;
  if (fault) {
    throw complaintToError({ code: 'statement-invalid', message: fault.message, offset: fault.offset }, text);
  }
  const [first] = lexed.tokens;
  if (!first) throw new AppError('statement-invalid', 'There is no statement.');
  const explained = first.kind === 'word' && (first.value === 'EXPLAIN' || first.value === 'PROFILE');
  const last = lexed.tokens.at(-1);
  const dropped = [...(explained ? [first] : []), ...(last?.text === ';' ? [last] : [])];
  const tokens = lexed.tokens.filter((token) => !dropped.includes(token));
  if (tokens.length === 0) throw new AppError('statement-invalid', 'There is no statement.');
  const complaint =
    findEscape(lexed) ?? findExcess(tokens) ?? readClauses(tokens).complaint ?? findLostName(lexed);
  if (complaint) throw complaintToError(complaint, text);
  const mode = modeOf(first, asked);
  const missing = findMissing(tokens, params);
  if (missing.length > 0 && mode !== 'plan') throw refuseMissing(missing, text);
  const notifications = missing.map((token) => warnOfMissing(token, text));
  return { text: blankOut(text, lexed, dropped), params: values, mode, notifications };
}
