import { OFFERED_PHRASES } from './keywords.ts';
import { roleStateAfter, withRoles, type RoledToken } from './roles.ts';
import { plainName, quoteName, tokenise, type Token } from './tokenise.ts';
import { variablesOf } from './variables.ts';
import { labelsAt, propertiesOf, typesAt, type Callable, type Vocabulary } from './vocabulary.ts';

export interface Offer {
  readonly label: string;
  readonly kind:
    'label' | 'type' | 'property' | 'function' | 'procedure' | 'parameter' | 'variable' | 'keyword';
  /** What is written; the label where it is missing. */
  readonly insert?: string;
  readonly detail?: string;
  readonly info?: string;
  /** Offers that fit the pattern come before others. */
  readonly isLikely?: boolean;
}

export interface Completion {
  /** Where what is replaced begins. */
  readonly from: number;
  readonly offers: readonly Offer[];
}

/** The word at the cursor and the meaning tokens before it. */
interface Place {
  readonly from: number;
  readonly before: readonly RoledToken[];
  readonly statement: string;
}

function placeAt(statement: string, offset: number): Place | null {
  const tokens = tokenise(statement.slice(0, offset));
  const last = tokens.at(-1);
  if (last?.kind === 'comment' || last?.kind === 'string' || last?.kind === 'number') {
    return last.isOpen || last.kind !== 'string'
      ? null
      : { from: offset, before: withRoles(tokens), statement };
  }
  const isDollar = last?.kind === 'symbol' && last.text === '$';
  const isName = last?.kind === 'name' && last.isOpen;
  const isWord =
    last !== undefined && (last.kind === 'word' || last.kind === 'parameter' || isDollar || isName);
  const before = withRoles(isWord ? tokens.slice(0, -1) : tokens);
  return { from: isWord ? last.start : offset, before, statement };
}

function named(name: string, rest: Omit<Offer, 'label' | 'insert'>): Offer {
  const insert = quoteName(name);
  return insert === name ? { label: name, ...rest } : { label: name, insert, ...rest };
}

function lastOf(tokens: readonly RoledToken[], role: 'label' | 'type'): readonly string[] {
  const last = tokens.findLastIndex((token) => token.role === role);
  const token = tokens[last];
  return token ? [plainName(token)] : [];
}

function labelOffers(vocabulary: Vocabulary, before: readonly RoledToken[]): readonly Offer[] {
  const likely = labelsAt(vocabulary, lastOf(before, 'type'));
  return vocabulary.labels.map(({ label, count }) =>
    named(label, { kind: 'label', detail: String(count), isLikely: likely.has(label) }),
  );
}

function typeOffers(vocabulary: Vocabulary, before: readonly RoledToken[]): readonly Offer[] {
  const likely = typesAt(vocabulary, lastOf(before, 'label'));
  return vocabulary.relationshipTypes.map(({ type, count }) =>
    named(type, { kind: 'type', detail: String(count), isLikely: likely.has(type) }),
  );
}

function propertyOffers(vocabulary: Vocabulary, types: readonly string[]): readonly Offer[] {
  return propertiesOf(vocabulary, types).map(({ name, detail }) => named(name, { kind: 'property', detail }));
}

function callableOffers(callables: readonly Callable[], kind: 'function' | 'procedure'): readonly Offer[] {
  return callables.map(({ name, signature, description }) => ({
    label: name,
    kind,
    insert: `${name}(`,
    detail: signature.startsWith(name) ? signature.slice(name.length) : signature,
    info: description,
  }));
}

function wordOffers({ statement, from }: Place, vocabulary: Vocabulary): readonly Offer[] {
  const typed = /^[\p{L}\p{N}_]*/u.exec(statement.slice(from))?.[0] ?? '';
  const variables = variablesOf(statement).filter(
    ({ name }) =>
      name !== typed || variablesOf(statement.slice(0, from)).some((other) => other.name === name),
  );
  return [
    ...variables.map(({ name, types }) =>
      named(name, {
        kind: 'variable',
        isLikely: true,
        ...(types.length > 0 ? { detail: types.join('|') } : {}),
      }),
    ),
    ...OFFERED_PHRASES.map((phrase): Offer => ({ label: phrase, kind: 'keyword' })),
    ...callableOffers(vocabulary.functions, 'function'),
  ];
}

/** The labels and types written for the element whose braces are open: `(a:Label {`. */
function typesOfOpenMap(before: readonly RoledToken[]): readonly string[] {
  const brace = before.findLastIndex((token) => token.text === '{');
  const head = before.slice(0, brace);
  const opening = head.findLastIndex((token) => token.text === '(' || token.text === '[');
  const element = head.slice(opening + 1);
  const written = element.filter((token) => token.role === 'label' || token.role === 'type').map(plainName);
  return written;
}

function isSign(token: Token | undefined, text: string): boolean {
  return token?.kind === 'symbol' && token.text === text;
}

function offersAt(place: Place, typed: string, vocabulary: Vocabulary): readonly Offer[] | null {
  const { before, statement } = place;
  const last = before.at(-1);
  const brackets = bracketsAtEnd(before);
  if (typed.startsWith('$'))
    return vocabulary.parameters.map((name) => ({
      label: `$${name}`,
      kind: 'parameter',
      insert: `$${quoteName(name)}`,
    }));
  if (isSign(last, '.')) {
    const owner = before.at(-2);
    const variable = owner && variablesOf(statement).find(({ name }) => name === plainName(owner));
    return owner?.kind === 'word' || owner?.kind === 'name'
      ? propertyOffers(vocabulary, variable?.types ?? [])
      : null;
  }
  // A name that begins to exist here: nothing that is known can be meant.
  if (last?.role === 'keyword' && last.text.toUpperCase() === 'AS') return null;
  if (last?.role === 'keyword' && last.text.toUpperCase() === 'CALL')
    return callableOffers(vocabulary.procedures, 'procedure');
  const around = brackets.at(-1);
  if (
    isSign(last, ':') ||
    isSign(last, '&') ||
    ((isSign(last, '|') || isSign(last, '!')) && around !== '[')
  ) {
    if (around === 'R') return typeOffers(vocabulary, before);
    if (around !== '{') return labelOffers(vocabulary, before);
  }
  if (around === '{' && (isSign(last, '{') || isSign(last, ',')))
    return propertyOffers(vocabulary, typesOfOpenMap(before));
  if ((around === '(' || around === 'R') && isPatternStart(before)) return null;
  return wordOffers(place, vocabulary);
}

function bracketsAtEnd(before: readonly RoledToken[]): string {
  const last = before.at(-1);
  return last ? roleStateAfter(last, last.state).brackets : '';
}

/** Right after the opening of a node or a relationship a new name is written: nothing is offered in its way. */
function isPatternStart(before: readonly RoledToken[]): boolean {
  const last = before.at(-1);
  if (isSign(last, '[')) return true;
  const ahead = before.at(-2);
  return (
    isSign(last, '(') && (ahead?.text.toUpperCase() === 'MATCH' || isSign(ahead, '-') || isSign(ahead, '>'))
  );
}

/**
 * What can be written at a place of a statement, from the words of the graph.
 * @param offset in the statement
 * @returns null where nothing is to be offered: in comments, strings, numbers, and where a name is made up
 */
export function completeAt(statement: string, offset: number, vocabulary: Vocabulary): Completion | null {
  const place = placeAt(statement, offset);
  if (!place) return null;
  const typed = statement.slice(place.from, offset);
  const offers = offersAt(place, typed, vocabulary);
  return offers && { from: place.from, offers };
}
