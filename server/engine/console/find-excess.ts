import type { Token } from '../../cypher/tokenise.ts';
import type { Complaint } from './console-refusal.ts';

/** What the embedded engine reads. Past about 150 Neo4j runs out of stack and does not answer at all. */
const MAX_NESTING = 64;
/** Neo4j plans 8 in a tenth of a second, 16 in two, 24 not within its timeout. */
const MAX_SUBQUERIES = 8;
/** Neo4j plans 4,000 in a second, 18,000 not within its timeout. */
const MAX_TOKENS = 5_000;

const OPENING = new Set(['(', '[', '{']);
const CLOSING = new Set([')', ']', '}']);
const SUBQUERIES = new Set(['EXISTS', 'COUNT', 'COLLECT', 'CALL']);

function isWord(token: Token | undefined, value: string): boolean {
  return token?.kind === 'word' && token.value === value;
}

function opensSubquery(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (tokens[at]?.text !== '{' || !before) return false;
  // `CALL (a) {`; in `(…){1,3}`, a counted pattern, a number or comma follows.
  if (before.text === ')') return tokens[at + 1]?.kind === 'word';
  return before.kind === 'word' && SUBQUERIES.has(before.value);
}

function complain(token: Token, message: string): Complaint {
  const hint = 'Ask in several statements, or give the values as a parameter.';
  return { code: 'statement-refused', message, hint, offset: token.start };
}

/**
 * Finds what a database would read and plan for longer than any time limit: brackets, CASE, NOT and subqueries in one
 * another, and very many words.
 */
export function findExcess(tokens: readonly Token[]): Complaint | null {
  const open: boolean[] = [];
  let subqueries = 0;
  let negations = 0;
  for (const [at, token] of tokens.entries()) {
    if (at >= MAX_TOKENS) return complain(token, `A statement has at most ${MAX_TOKENS} words and signs.`);
    negations = isWord(token, 'NOT') ? negations + 1 : 0;
    const isSubquery = opensSubquery(tokens, at);
    if (OPENING.has(token.text) || isWord(token, 'CASE')) open.push(isSubquery);
    else if (CLOSING.has(token.text) || isWord(token, 'END')) subqueries -= open.pop() === true ? 1 : 0;
    if (isSubquery) subqueries += 1;
    if (open.length > MAX_NESTING || negations > MAX_NESTING) {
      return complain(token, `Brackets, CASE and NOT nest at most ${MAX_NESTING} deep.`);
    }
    if (subqueries > MAX_SUBQUERIES) {
      return complain(token, `Subqueries nest at most ${MAX_SUBQUERIES} deep.`);
    }
  }
  return null;
}
