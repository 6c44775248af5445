import type { Position } from '../contract/problem.ts';

/** Where a token stands: `start` inclusive, `end` exclusive, in UTF-16 units of the text. */
export interface Token {
  readonly kind: 'word' | 'name' | 'string' | 'number' | 'parameter' | 'symbol';
  /** As written. */
  readonly text: string;
  /** Words: upper case, for comparison with keywords. Names in backticks and parameters: the plain name. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** A stretch of the text that is no token: spaces or a comment. */
export interface Gap {
  readonly kind: 'space' | 'comment';
  readonly start: number;
  readonly end: number;
}

export interface LexedStatement {
  readonly tokens: readonly Token[];
  readonly gaps: readonly Gap[];
  /** Set when the text cannot be read to its end. */
  readonly fault: { readonly message: string; readonly offset: number } | null;
}

const SPACE = /[\s\p{Cc}\u180e\u200b\u2060\ufeff]+/uy;
const COMMENT = /\/\/[^\n\r]*|\/\*[^]*?\*\//uy;
const WORD = /(?!\$)[\p{L}\p{Nl}\p{Pc}\p{Sc}](?:(?!\$)[\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}\p{Sc}])*/uy;
const PARAMETER = /\$(?:`((?:[^`]|``)*)`|([\p{L}\p{N}_]+))/uy;
const NAME = /`(?:[^`]|``)*`/uy;
const STRING = /'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"/uy;
const NUMBER =
  /0[xX][\p{L}\p{N}_]+|0[oO][\p{L}\p{N}_]+|(?:\d[\d_]*)(?:\.(?!\.)\d[\d_]*)?(?:[eE][+-]?\d+)?|(?<!\.)\.\d[\d_]*(?:[eE][+-]?\d+)?/uy;

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}

/** Upper case in the way that folds look-alikes (`ſ`, the Kelvin sign) onto the letters they stand for. */
export function foldWord(word: string): string {
  return word.toLowerCase().toUpperCase();
}

function readToken(text: string, offset: number): Token | null {
  const make = (kind: Token['kind'], raw: string, value: string): Token => ({
    kind,
    text: raw,
    value,
    start: offset,
    end: offset + raw.length,
  });
  const parameter = matchAt(PARAMETER, text, offset);
  if (parameter)
    return make('parameter', parameter[0], (parameter[1] ?? parameter[2] ?? '').replaceAll('``', '`'));
  const name = matchAt(NAME, text, offset);
  if (name) return make('name', name[0], name[0].slice(1, -1).replaceAll('``', '`'));
  const string = matchAt(STRING, text, offset);
  if (string) return make('string', string[0], string[0]);
  const number = matchAt(NUMBER, text, offset);
  if (number) return make('number', number[0], number[0]);
  const word = matchAt(WORD, text, offset);
  if (word) return make('word', word[0], foldWord(word[0]));
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  if (character === "'" || character === '"' || character === '`') return null;
  return make('symbol', character, character);
}

/**
 * Splits a Cypher text into tokens, spaces and comments. Every character belongs to exactly one of them, so that a
 * caller can blank out what it does not want the database to read. It knows no grammar.
 */
export function tokenise(text: string): LexedStatement {
  const tokens: Token[] = [];
  const gaps: Gap[] = [];
  let offset = 0;
  while (offset < text.length) {
    const space = matchAt(SPACE, text, offset);
    const comment = space ? null : matchAt(COMMENT, text, offset);
    const gap = space ?? comment;
    if (gap) {
      gaps.push({ kind: space ? 'space' : 'comment', start: offset, end: offset + gap[0].length });
      offset += gap[0].length;
      continue;
    }
    if (text.startsWith('/*', offset))
      return { tokens, gaps, fault: { message: 'A comment is not closed.', offset } };
    const token = readToken(text, offset);
    if (!token) return { tokens, gaps, fault: { message: 'A quotation is not closed.', offset } };
    tokens.push(token);
    offset = token.end;
  }
  return { tokens, gaps, fault: null };
}

/** An offset with its line and column, both from 1, in UTF-16 units. */
export function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/u);
  return { offset, line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
