import { AppError } from '../../app-error.ts';
import { positionOf, tokenise } from '../../cypher/tokenise.ts';
import type { Token } from '../../cypher/tokenise.ts';
import { findMissingFunction } from './missing-functions.ts';

interface Construct {
  readonly name: string;
  readonly instead: string;
  /** True when it begins at this token. */
  found(tokens: readonly Token[], at: number, message: string): boolean;
}

const textAt = (tokens: readonly Token[], at: number): string => tokens[at]?.text ?? '';
const isWord = (tokens: readonly Token[], at: number, ...values: string[]): boolean =>
  tokens[at]?.kind === 'word' && values.includes(tokens[at]?.value ?? '');
const isNameAt = (tokens: readonly Token[], at: number): boolean =>
  ['word', 'name'].includes(tokens[at]?.kind ?? '');

/** True for `|` and `&` behind a label in round brackets or a predicate; between relationship types `|` is known. */
function isLabelOperator(tokens: readonly Token[], at: number): boolean {
  if (!['|', '&'].includes(textAt(tokens, at)) || !isNameAt(tokens, at - 1)) return false;
  if (textAt(tokens, at - 2) !== ':') return false;
  const opening = tokens.slice(0, at).findLastIndex((token) => token.text === '(' || token.text === '[');
  return textAt(tokens, at) === '&' || textAt(tokens, opening) !== '[';
}

/** What this engine cannot read, most particular first. */
const CONSTRUCTS: readonly Construct[] = [
  {
    name: 'a label expression such as (n:A|B) or (n:!A)',
    instead: 'Write MATCH (n) WHERE n:A OR n:B, or WHERE NOT n:A; for relationships WHERE type(r) <> …',
    found: (tokens, at) =>
      isLabelOperator(tokens, at) ||
      (textAt(tokens, at) === '!' && [':', '&', '|'].includes(textAt(tokens, at - 1))),
  },
  {
    name: 'SHORTEST and other path selectors',
    instead: 'Write shortestPath((a)-[*..8]-(b)) or allShortestPaths((a)-[*..8]-(b)).',
    found: (tokens, at) => isWord(tokens, at, 'SHORTEST'),
  },
  {
    name: 'a quantified path pattern',
    instead: 'Write a variable length instead: (a)-[:TYPE*1..3]->(b).',
    found: (tokens, at) =>
      (['+', '*', '{'].includes(textAt(tokens, at)) &&
        textAt(tokens, at - 1) === ')' &&
        textAt(tokens, at + 1) === '(') ||
      (textAt(tokens, at) === '{' && textAt(tokens, at - 1) === ')' && tokens[at + 1]?.kind === 'number') ||
      (['+', '*'].includes(textAt(tokens, at)) &&
        textAt(tokens, at - 1) === '>' &&
        textAt(tokens, at + 1) === '('),
  },
  {
    name: 'functions such as duration.between',
    instead:
      'Dates are text in ISO form here: compare them as text, or their years by toInteger(left(date, 4)).',
    found: (tokens, at) =>
      isWord(
        tokens,
        at,
        'DURATION',
        'DATE',
        'DATETIME',
        'TIME',
        'LOCALTIME',
        'LOCALDATETIME',
        'POINT',
        'VECTOR',
      ) &&
      textAt(tokens, at + 1) === '.' &&
      [3, 5].some((distance) => textAt(tokens, at + distance) === '('),
  },
  {
    name: 'a pattern comprehension beside an aggregate',
    instead:
      'Make it before, in a clause of its own: WITH n, [(n)-->(m) | m.id] AS ids RETURN ids, count(*).',
    found: (tokens, at, message) =>
      textAt(tokens, at) === '[' && textAt(tokens, at + 1) === '(' && message.includes("'[(...)"),
  },
  {
    name: 'COLLECT { … }',
    instead: 'Write OPTIONAL MATCH and collect(…), or a pattern comprehension [(a)-->(b) | b.id].',
    found: (tokens, at) => isWord(tokens, at, 'COLLECT') && textAt(tokens, at + 1) === '{',
  },
  {
    name: 'a type predicate (IS :: TYPE)',
    instead: 'Compare the value itself, or leave the predicate out.',
    found: (tokens, at) =>
      isWord(tokens, at, 'TYPED') || (textAt(tokens, at) === ':' && textAt(tokens, at + 1) === ':'),
  },
  {
    name: 'WHERE inside a node or relationship pattern',
    instead: 'Write the condition after the pattern: MATCH (n) WHERE …',
    found: (tokens, at) => {
      if (!isWord(tokens, at, 'WHERE')) return false;
      return ['(', '['].includes(textAt(tokens, at - 2)) || textAt(tokens, at - 2) === ':';
    },
  },
  {
    name: 'IS in place of a colon before a label',
    instead: 'Write (n:Label).',
    found: (tokens, at) =>
      isWord(tokens, at, 'IS') && textAt(tokens, at - 2) === '(' && isNameAt(tokens, at + 1),
  },
  {
    name: 'OFFSET',
    instead: 'Write SKIP, before LIMIT.',
    found: (tokens, at) => isWord(tokens, at, 'OFFSET'),
  },
  {
    name: 'FINISH',
    instead: 'Return something, for example RETURN count(*) AS n.',
    found: (tokens, at) => isWord(tokens, at, 'FINISH'),
  },
  {
    name: 'OPTIONAL CALL',
    instead: 'Write CALL with an OPTIONAL MATCH inside.',
    found: (tokens, at) => isWord(tokens, at, 'OPTIONAL') && isWord(tokens, at + 1, 'CALL'),
  },
  {
    name: 'a dynamic label',
    instead: 'Write WHERE $label IN labels(n).',
    found: (tokens, at) => textAt(tokens, at) === '$' && textAt(tokens, at + 1) === '(',
  },
  {
    name: 'an index hint',
    instead: 'Leave USING out.',
    found: (tokens, at) => isWord(tokens, at, 'USING'),
  },
];

function unsupported(
  text: string,
  cause: AppError,
  token: Token | undefined,
  what: string,
  instead: string,
): AppError {
  return new AppError('statement-unsupported', `The embedded engine does not know ${what}.`, {
    hint: `${instead} Neo4j knows it.`,
    position: positionOf(text, token?.start ?? 0),
    cause,
  });
}

function explainFunction(tokens: readonly Token[], error: AppError) {
  const [, name = ''] = /^Unknown function '(\w+)'/u.exec(error.message) ?? [];
  const lacking = findMissingFunction(name.toUpperCase());
  const token = tokens.find(({ kind, value }) => kind === 'word' && value === name.toUpperCase());
  return lacking && token ? { ...lacking, token } : null;
}

/**
 * Says what the embedded engine lacks when it could not read a statement that is good Cypher elsewhere; any other error
 * stays as it is. Only looked for after an error, so that nothing it can read is refused.
 */
export function explainUnsupported(text: string, error: AppError): AppError {
  if (error.code !== 'statement-invalid') return error;
  const { tokens } = tokenise(text);
  const lacking = explainFunction(tokens, error);
  if (lacking)
    return unsupported(text, error, lacking.token, `the function ${lacking.name}`, lacking.instead);
  for (const construct of CONSTRUCTS) {
    const at = tokens.findIndex((_, index) => construct.found(tokens, index, error.message));
    if (at < 0) continue;
    return unsupported(text, error, tokens[at], construct.name, construct.instead);
  }
  return error;
}
