/** Where a token stands: `start` inclusive, `end` exclusive, in UTF-16 units of the text. */
export interface Token {
  readonly kind: TokenKind;
  /** As written. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** A comment or quotation that the text ends in the middle of. */
  readonly isOpen: boolean;
}

/** `name` is one in backticks; `symbol` one sign. */
export type TokenKind = 'space' | 'comment' | 'word' | 'name' | 'string' | 'number' | 'parameter' | 'symbol';

/** What a stretch of text ends in the middle of: a comment, or a quotation by its sign. */
export type Opening = '/*' | "'" | '"' | '`' | '$`' | null;

const SPACE = /[\s\p{Cc}\u180e\u200b\u2060\ufeff]+/uy;
const LINE_COMMENT = /\/\/[^\n\r]*/uy;
const WORD = /(?!\$)[\p{L}\p{Nl}\p{Pc}\p{Sc}](?:(?!\$)[\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}\p{Sc}])*/uy;
const PARAMETER = /\$[\p{L}\p{N}_]+/uy;
const NUMBER =
  /0[xX][\p{L}\p{N}_]+|0[oO][\p{L}\p{N}_]+|(?:\d[\d_]*)(?:\.(?!\.)\d[\d_]*)?(?:[eE][+-]?\d+)?|(?<!\.)\.\d[\d_]*(?:[eE][+-]?\d+)?/uy;

/** How each goes on to its end; a stretch that ends before is open. */
const REST: Record<NonNullable<Opening>, { readonly kind: TokenKind; readonly pattern: RegExp }> = {
  '/*': { kind: 'comment', pattern: /[^]*?\*\//uy },
  "'": { kind: 'string', pattern: /(?:[^'\\]|\\[^])*'/uy },
  '"': { kind: 'string', pattern: /(?:[^"\\]|\\[^])*"/uy },
  '`': { kind: 'name', pattern: /(?:[^`]|``)*`/uy },
  '$`': { kind: 'parameter', pattern: /(?:[^`]|``)*`/uy },
};
const OPENINGS = ['/*', '$`', "'", '"', '`'] as const;
const PLAIN: readonly (readonly [TokenKind, RegExp])[] = [
  ['space', SPACE],
  ['comment', LINE_COMMENT],
  ['parameter', PARAMETER],
  ['number', NUMBER],
  ['word', WORD],
];

function matchEnd(pattern: RegExp, text: string, offset: number): number | null {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : null;
}

function make(kind: TokenKind, text: string, start: number, end: number, isOpen = false): Token {
  return { kind, text: text.slice(start, end), start, end, isOpen };
}

/**
 * The token at an offset of a text that is not at its end.
 * @param opening what the text before ended in the middle of
 */
export function readToken(
  text: string,
  offset: number,
  opening: Opening = null,
): { readonly token: Token; readonly opening: Opening } {
  const begun = opening ?? OPENINGS.find((sign) => text.startsWith(sign, offset)) ?? null;
  if (begun !== null) {
    const { kind, pattern } = REST[begun];
    const end = matchEnd(pattern, text, opening === null ? offset + begun.length : offset);
    if (end !== null) return { token: make(kind, text, offset, end), opening: null };
    return { token: make(kind, text, offset, text.length, true), opening: begun };
  }
  for (const [kind, pattern] of PLAIN) {
    const end = matchEnd(pattern, text, offset);
    if (end !== null) return { token: make(kind, text, offset, end), opening: null };
  }
  const width = String.fromCodePoint(text.codePointAt(offset) ?? 0).length;
  return { token: make('symbol', text, offset, offset + width), opening: null };
}

/** A Cypher text as tokens: every character belongs to exactly one. Takes any text and knows no grammar. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let offset = 0;
  while (offset < text.length) {
    const { token } = readToken(text, offset);
    tokens.push(token);
    offset = token.end;
  }
  return tokens;
}

/** A token that means something: neither space nor comment. */
export function isMeaning(token: Token): boolean {
  return token.kind !== 'space' && token.kind !== 'comment';
}

/** A name without its backticks; a parameter without its `$`. */
export function plainName(token: Token): string {
  const bare = token.kind === 'parameter' ? token.text.slice(1) : token.text;
  if (!bare.startsWith('`')) return bare;
  return bare.slice(1, token.isOpen ? undefined : -1).replaceAll('``', '`');
}

/** A name as it is written in a statement: in backticks where it needs them. */
export function quoteName(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : `\`${name.replaceAll('`', '``')}\``;
}

/** The parameters a text uses, each once, in the order of their first use. */
export function usedParameters(text: string): readonly string[] {
  const names = tokenise(text)
    .filter((token) => token.kind === 'parameter')
    .map(plainName);
  return [...new Set(names)];
}
