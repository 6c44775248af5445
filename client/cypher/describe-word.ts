import { CLAUSES, OPERATORS } from './keywords.ts';
import { withRoles, type RoledToken } from './roles.ts';
import { plainName, tokenise } from './tokenise.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is said of the word under the pointer. */
export interface WordHelp {
  readonly start: number;
  readonly end: number;
  readonly title: string;
  readonly text: string;
}

const PHRASES: Readonly<Record<string, string>> = { ...OPERATORS, ...CLAUSES };

/** A keyword with those around it that belong to the same phrase: `ORDER BY`, `IS NOT NULL`. */
function phraseAt(tokens: readonly RoledToken[], place: number): WordHelp | null {
  for (const [first, count] of [
    [place, 3],
    [place - 1, 3],
    [place - 2, 3],
    [place, 2],
    [place - 1, 2],
    [place, 1],
  ] as const) {
    const part = first < 0 ? [] : tokens.slice(first, first + count);
    const title = part.map((token) => token.text.toUpperCase()).join(' ');
    const text = PHRASES[title];
    const [start, end] = [part[0]?.start, part.at(-1)?.end];
    if (part.length === count && text !== undefined && start !== undefined && end !== undefined)
      return { start, end, title, text };
  }
  return null;
}

function callableAt(tokens: readonly RoledToken[], place: number, vocabulary: Vocabulary): WordHelp | null {
  let first = place;
  while (tokens[first - 1]?.text === '.' && tokens[first - 2]?.kind === 'word') first -= 2;
  let last = place;
  while (tokens[last + 1]?.text === '.' && tokens[last + 2]?.kind === 'word') last += 2;
  const name = tokens
    .slice(first, last + 1)
    .map((token) => token.text)
    .join('');
  const callable = [...vocabulary.functions, ...vocabulary.procedures].find(
    (candidate) => candidate.name.toLowerCase() === name.toLowerCase(),
  );
  const [start, end] = [tokens[first]?.start, tokens[last]?.end];
  if (!callable || start === undefined || end === undefined) return null;
  return { start, end, title: callable.signature, text: callable.description };
}

function countedAt(token: RoledToken, vocabulary: Vocabulary): WordHelp | null {
  const name = plainName(token);
  const found =
    token.role === 'label'
      ? vocabulary.labels.find(({ label }) => label === name)
      : vocabulary.relationshipTypes.find(({ type }) => type === name);
  const what = token.role === 'label' ? 'label' : 'relationship type';
  const text = found
    ? `${what} of ${found.count} ${token.role === 'label' ? 'nodes' : 'relationships'}`
    : `no such ${what} in this graph`;
  return { start: token.start, end: token.end, title: name, text };
}

/** What is known of the word at a place of a text: a clause, a function, a label; null for anything else. */
export function describeWord(text: string, offset: number, vocabulary: Vocabulary): WordHelp | null {
  const tokens = withRoles(tokenise(text));
  const place = tokens.findIndex((token) => token.start <= offset && offset < token.end);
  const token = tokens[place];
  if (!token) return null;
  if (token.role === 'label' || token.role === 'type')
    return vocabulary.labels.length === 0 ? null : countedAt(token, vocabulary);
  if (token.kind !== 'word') return null;
  return callableAt(tokens, place, vocabulary) ?? phraseAt(tokens, place);
}
