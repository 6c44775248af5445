import { AFTER_OPENING, BEFORE_PARENTHESIS, KEYWORDS } from './keywords.ts';
import { isMeaning, type Token } from './tokenise.ts';

/** What a token is in its place. `other` = an operator or sign. */
export type Role =
  | 'keyword'
  | 'function'
  | 'variable'
  | 'label'
  | 'type'
  | 'property'
  | 'parameter'
  | 'string'
  | 'number'
  | 'constant'
  | 'comment'
  | 'other';

/**
 * Brackets that are open, outermost first: `(`, `[` of a list, `R` = those of a relationship, `{` of a map, `B` = braces
 * around a subquery. A quantifier such as `{1,3}` counts as `B`; it holds numbers only.
 */
export type Brackets = string;

/** What reading goes on with from token to token. A value, as editors keep it for each line. */
export interface RoleState {
  /** The meaning token before, words in upper case; empty at the start. */
  readonly before: string;
  readonly brackets: Brackets;
}

export const ROLE_START: RoleState = { before: '', brackets: '' };

const SUBQUERY_WORDS = new Set(['CALL', 'EXISTS', 'COUNT', 'COLLECT', ')']);

function innermost(brackets: Brackets): string {
  return brackets.at(-1) ?? '';
}

/** Whether the sign before makes a name a label or a relationship type. */
function isAfterLabelSign({ before, brackets }: RoleState): boolean {
  const around = innermost(brackets);
  if (before === ':') return around !== '{';
  if (before === '|' || before === '!') return around === '(' || around === 'R';
  return before === '&';
}

function roleOfWord(word: string, state: RoleState, next: string): Role {
  const { before, brackets } = state;
  const isInMap = innermost(brackets) === '{';
  if (before === '.') return 'property';
  if (isAfterLabelSign(state)) return innermost(brackets) === 'R' ? 'type' : 'label';
  if (isInMap && next === ':') return 'property';
  if (before === 'AS' || next === '.' || next === ':') return 'variable';
  if (word === 'TRUE' || word === 'FALSE' || word === 'NULL') return 'constant';
  if ((before === '(' || before === '[') && !AFTER_OPENING.has(word))
    return next === '(' ? 'function' : 'variable';
  if (next === '(') return BEFORE_PARENTHESIS.has(word) ? 'keyword' : 'function';
  return KEYWORDS.has(word) ? 'keyword' : 'variable';
}

/** @param next the first sign of the next meaning token; empty at the end */
export function roleOf(token: Token, state: RoleState, next: string): Role {
  switch (token.kind) {
    case 'comment':
    case 'string':
    case 'number':
    case 'parameter':
      return token.kind;
    case 'word':
      return roleOfWord(token.text.toUpperCase(), state, next);
    case 'name': {
      const role = roleOfWord('', state, next);
      return role === 'keyword' ? 'variable' : role;
    }
    default:
      return 'other';
  }
}

function bracketsAfter(token: Token, { before, brackets }: RoleState): Brackets {
  const { text } = token;
  if (text === '(') return brackets + text;
  if (text === '[') return brackets + (before === '-' ? 'R' : '[');
  if (text === '{') return brackets + (SUBQUERY_WORDS.has(before) ? 'B' : '{');
  if (text === ')' || text === ']' || text === '}') return brackets.slice(0, -1);
  return text === ';' ? '' : brackets;
}

/** The state after a token. Deep nesting is cut: colours may then err, nothing else. */
export function roleStateAfter(token: Token, state: RoleState): RoleState {
  if (!isMeaning(token)) return state;
  const isSign = token.kind === 'symbol';
  return {
    before: token.kind === 'word' ? token.text.toUpperCase() : isSign ? token.text : token.kind,
    brackets: isSign ? bracketsAfter(token, state).slice(0, 200) : state.brackets,
  };
}

export interface RoledToken extends Token {
  readonly role: Role;
  /** The state before the token. */
  readonly state: RoleState;
}

/** The tokens of a text that mean something, each with what it is in its place. */
export function withRoles(tokens: readonly Token[]): readonly RoledToken[] {
  const meaning = tokens.filter(isMeaning);
  let state = ROLE_START;
  return meaning.map((token, place) => {
    const { kind, text, start, end, isOpen } = token;
    const role = roleOf(token, state, meaning[place + 1]?.text.charAt(0) ?? '');
    // Named one by one: ten times as fast as spreading, and this runs while somebody types.
    const roled = { kind, text, start, end, isOpen, role, state };
    state = roleStateAfter(token, state);
    return roled;
  });
}
