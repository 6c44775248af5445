import type { Token } from '../../cypher/tokenise.ts';
import { nameOf } from './projections.ts';

/** A label, relationship type or property key as it stands in a statement. */
export interface SchemaName {
  readonly kind: 'label' | 'type' | 'property';
  readonly token: Token;
}

function isName(token: Token | undefined): token is Token & { readonly kind: 'word' | 'name' } {
  return token?.kind === 'word' || token?.kind === 'name';
}

/** What stands around a token: a node pattern, a relationship pattern, a map or subquery, or anything else. */
type Bracket = 'node' | 'relationship' | 'keys' | 'other';

function bracketAt(tokens: readonly Token[], at: number, outer: Bracket): Bracket {
  const text = tokens[at]?.text;
  const before = tokens[at - 1];
  if (text === '[') return before?.text === '-' ? 'relationship' : 'other';
  if (text === '(') return isName(before) && !isPatternWord(before) ? 'other' : 'node';
  // `(n {key: …})` and `[r {key: …}]`, but no subquery in braces and no map among values.
  const isInPattern = outer === 'node' || outer === 'relationship';
  const isBehind = isName(before) || ['(', '['].includes(tokens[at - 1]?.text ?? '');
  return isInPattern && isBehind ? 'keys' : 'other';
}

/** A word before `(` that is no function. */
function isPatternWord({ kind, value }: Token): boolean {
  const words =
    'MATCH WHERE AND OR XOR NOT IN RETURN WITH SHORTESTPATH ALLSHORTESTPATHS WHEN THEN ELSE EXISTS';
  return kind === 'word' && words.split(' ').includes(value);
}

/** The names of `:A`, `:A:B`, `:A|B`, `:A|:B`, from the colon on. */
function readLabels(tokens: readonly Token[], colon: number): Token[] {
  const names: Token[] = [];
  for (let at = colon; [':', '|', '&', '!'].includes(tokens[at]?.text ?? '');) {
    at += 1;
    const token = tokens[at];
    if (!isName(token)) continue;
    names.push(token);
    at += 1;
  }
  return names;
}

/** Variables that some pattern binds: only their properties are keys of the database. */
function findElements(tokens: readonly Token[], brackets: readonly Bracket[]): Set<string> {
  const elements = new Set<string>();
  tokens.forEach((token, at) => {
    const opening = tokens[at - 1]?.text;
    const inside = brackets[at] === 'node' || brackets[at] === 'relationship';
    if (isName(token) && inside && (opening === '(' || opening === '[')) elements.add(nameOf(token));
  });
  return elements;
}

/** By token: the innermost bracket it stands in. */
function readBrackets(tokens: readonly Token[]): Bracket[] {
  const open: Bracket[] = [];
  return tokens.map((token, at) => {
    if (token.kind === 'symbol' && ')]}'.includes(token.text)) open.pop();
    const around = open.at(-1) ?? 'other';
    if (token.kind === 'symbol' && '([{'.includes(token.text)) open.push(bracketAt(tokens, at, around));
    return around;
  });
}

/**
 * Every label, relationship type and property key that a statement names, in doubt none: a warning that is wrong is
 * worse than one that is missing.
 */
export function findSchemaNames(tokens: readonly Token[]): SchemaName[] {
  const brackets = readBrackets(tokens);
  const elements = findElements(tokens, brackets);
  const found: SchemaName[] = [];
  tokens.forEach((token, at) => {
    const around = brackets[at];
    const before = tokens[at - 1];
    const after = tokens[at + 1];
    const outer = tokens[at - 2];
    const isChain = isName(before) && [':', '|', '&'].includes(outer?.text ?? '');
    if (token.text === ':' && !isChain && before?.text !== ':' && after?.text !== ':') {
      const kind = around === 'relationship' ? 'type' : 'label';
      const isPredicate = around === 'other' && isName(before) && elements.has(nameOf(before));
      if (around === 'node' || around === 'relationship' || isPredicate) {
        found.push(...readLabels(tokens, at).map((name): SchemaName => ({ kind, token: name })));
      }
    } else if (isName(token) && around === 'keys' && after?.text === ':') {
      found.push({ kind: 'property', token });
    } else if (isName(token) && before?.text === '.' && isName(outer) && after?.text !== '(') {
      if (elements.has(nameOf(outer)) && tokens[at - 3]?.text !== '.')
        found.push({ kind: 'property', token });
    }
  });
  return found;
}
