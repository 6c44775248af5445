import type { Token } from '../../cypher/tokenise.ts';
import { depthStep, isComma, nameOf, splitOutsideBrackets } from './projections.ts';

/** What an expression gives, as far as it matters: whether nodes, relationships or paths are in it. */
export interface ValueKind {
  readonly holds: 'plain' | 'element' | 'map';
  readonly isList: boolean;
  /** The engine hands it out as its internal number. */
  readonly isLost: boolean;
  /** nodes(p) or relationships(p), whose single elements it loses in some places. */
  readonly isOfPath: boolean;
}

export type Kinds = ReadonlyMap<string, ValueKind>;

export const PLAIN: ValueKind = { holds: 'plain', isList: false, isLost: false, isOfPath: false };
export const ELEMENT: ValueKind = { ...PLAIN, holds: 'element' };
export const ELEMENTS: ValueKind = { ...ELEMENT, isList: true };

/** Functions that hand on what they get; every other function gives plain values. */
const HANDS_ON = new Set(['COLLECT', 'HEAD', 'LAST', 'TAIL', 'REVERSE']);
const LOSES = new Set(['COALESCE', 'NULLIF', 'MIN', 'MAX']);
const COMPARES = new Set(['AND', 'OR', 'XOR', 'NOT', 'IN', 'IS', 'CONTAINS', 'STARTS', 'ENDS']);

const lose = (kind: ValueKind): ValueKind => (kind.holds === 'plain' ? kind : { ...kind, isLost: true });

function combine(kinds: readonly ValueKind[]): ValueKind {
  return kinds.find((kind) => kind.isLost) ?? kinds.find((kind) => kind.holds !== 'plain') ?? PLAIN;
}

const isWord = (token: Token | undefined, ...values: string[]): boolean =>
  token?.kind === 'word' && values.includes(token.value);

/** Where the bracket that opens at `from` closes. */
function closingOf(tokens: readonly Token[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at += 1) {
    depth += depthStep(tokens[at] as Token);
    if (depth === 0) return at;
  }
  return tokens.length;
}

/** Names that a pattern binds: nodes, relationships and paths. Known names keep their kind. */
export function bindPattern(tokens: readonly Token[], kinds: Kinds): Map<string, ValueKind> {
  const bound = new Map(kinds);
  const bind = (token: Token, kind: ValueKind): void => {
    if (!bound.has(nameOf(token))) bound.set(nameOf(token), kind);
  };
  tokens.forEach((token, at) => {
    if (token.kind !== 'word' && token.kind !== 'name') return;
    const before = tokens[at - 1];
    const after = tokens[at + 1];
    const outer = tokens[at - 2];
    const isFunction = before?.text === '(' && outer?.kind === 'word' && !COMPARES.has(outer.value);
    const isPathFunction = isWord(outer, 'SHORTESTPATH', 'ALLSHORTESTPATHS');
    if (before?.text === '(' && (!isFunction || isPathFunction)) bind(token, ELEMENT);
    else if (before?.text === '[' && outer?.text === '-') {
      const inside = tokens.slice(at, closingOf(tokens, at - 1));
      bind(token, inside.some((one) => one.text === '*') ? ELEMENTS : ELEMENT);
    } else if (after?.text === '=' && (at === 0 || before?.text === ',')) bind(token, ELEMENT);
  });
  return bound;
}

function kindOfBrackets(inside: readonly Token[], kinds: Kinds): ValueKind {
  const [first, second] = inside;
  const [head = [], body] = splitOutsideBrackets(inside, (token) => token.text === '|');
  if ((first?.kind === 'word' || first?.kind === 'name') && isWord(second, 'IN')) {
    const [source = []] = splitOutsideBrackets(head.slice(2), (token) => isWord(token, 'WHERE'));
    const sourceKind = kindOf(source, kinds);
    const inner = new Map(kinds).set(nameOf(first), { ...sourceKind, isList: false, isOfPath: false });
    return { ...lose(body ? kindOf(body, inner) : sourceKind), isList: true };
  }
  if (body && first?.text === '(') return { ...kindOf(body, bindPattern(head, kinds)), isList: true };
  return {
    ...combine(splitOutsideBrackets(inside, isComma).map((part) => kindOf(part, kinds))),
    isList: true,
  };
}

function kindOfMap(inside: readonly Token[], kinds: Kinds): ValueKind {
  const values = splitOutsideBrackets(inside, isComma).map((part) =>
    part[1]?.text === ':' ? kindOf(part.slice(2), kinds) : part.length === 1 ? kindOf(part, kinds) : PLAIN,
  );
  const found = combine(values);
  return found.holds === 'plain' ? PLAIN : { ...found, holds: 'map', isList: false };
}

function kindOfReduce(inside: readonly Token[], kinds: Kinds): ValueKind {
  const [head = [], body = []] = splitOutsideBrackets(inside, (token) => token.text === '|');
  const [start = [], loop = []] = splitOutsideBrackets(head, isComma);
  const sourceKind = kindOf(loop.slice(2), kinds);
  const inner = new Map(kinds);
  if (loop[0]) inner.set(nameOf(loop[0]), { ...sourceKind, isList: false });
  return lose(combine([kindOf(start.slice(2), kinds), kindOf(body, inner)]));
}

function kindOfCall(name: Token, inside: readonly Token[], kinds: Kinds): ValueKind {
  if (isWord(name, 'NODES', 'RELATIONSHIPS')) return { ...ELEMENTS, isOfPath: true };
  if (isWord(name, 'STARTNODE', 'ENDNODE')) return ELEMENT;
  if (isWord(name, 'REDUCE')) return kindOfReduce(inside, kinds);
  const rest = isWord(inside[0], 'DISTINCT') ? inside.slice(1) : inside;
  const found = combine(splitOutsideBrackets(rest, isComma).map((part) => kindOf(part, kinds)));
  if (LOSES.has(name.value)) return lose(found);
  if (!HANDS_ON.has(name.value)) return PLAIN;
  // A list inside a list stays whole; single elements of a path's list do not.
  if (isWord(name, 'COLLECT')) return { ...found, isOfPath: found.isOfPath && !found.isList, isList: true };
  return isWord(name, 'HEAD', 'LAST') ? { ...found, isList: false } : found;
}

function kindOfCase(tokens: readonly Token[], kinds: Kinds): ValueKind {
  const end = tokens.findLastIndex((token) => isWord(token, 'END'));
  const parts: Token[][] = [];
  let isResult = false;
  for (const token of tokens.slice(1, end)) {
    if (isWord(token, 'WHEN', 'THEN', 'ELSE')) {
      isResult = !isWord(token, 'WHEN');
      if (isResult) parts.push([]);
    } else if (isResult) parts.at(-1)?.push(token);
  }
  return lose(combine(parts.map((part) => kindOf(part, kinds))));
}

/** What follows an operand: `.key`, `[index]`, a map projection's braces. */
function kindOfRest(base: ValueKind, rest: readonly Token[], isVariable: boolean, kinds: Kinds): ValueKind {
  const [first] = rest;
  if (!first) return base;
  if (first.text === '.') {
    const value = base.holds === 'map' && !base.isList ? { ...ELEMENT, isLost: base.isLost } : PLAIN;
    return kindOfRest(value, rest.slice(2), false, kinds);
  }
  if (first.text === '{') return kindOfMap(rest.slice(1, closingOf(rest, 0)), kinds);
  if (first.text !== '[') return PLAIN;
  const end = closingOf(rest, 0);
  const isSlice = rest
    .slice(1, end)
    .some((token, at, all) => token.text === '.' && all[at + 1]?.text === '.');
  const found = isSlice ? base : { ...base, isList: false };
  return kindOfRest(
    base.isOfPath && isVariable ? lose(found) : found,
    rest.slice(end + 1),
    isVariable,
    kinds,
  );
}

/** What an expression gives, for variables of known kinds. Unknown constructs count as plain. */
export function kindOf(tokens: readonly Token[], kinds: Kinds): ValueKind {
  const [first, second] = tokens;
  if (!first) return PLAIN;
  if (isWord(first, 'CASE')) return kindOfCase(tokens, kinds);
  const compares = (token: Token): boolean =>
    (token.kind === 'word' && COMPARES.has(token.value)) ||
    ['=', '<', '>', ':', '%', '/', '^'].includes(token.text);
  if (splitOutsideBrackets(tokens, compares).length > 1) return PLAIN;
  const summands = splitOutsideBrackets(tokens, (token) => token.text === '+' || token.text === '-');
  if (summands.length > 1)
    return lose({ ...combine(summands.map((part) => kindOf(part, kinds))), isList: true });
  const isName = first.kind === 'word' || first.kind === 'name';
  if (isName && second?.text === '(') {
    const end = closingOf(tokens, 1);
    return kindOfRest(kindOfCall(first, tokens.slice(2, end), kinds), tokens.slice(end + 1), false, kinds);
  }
  if (isName) return kindOfRest(kinds.get(nameOf(first)) ?? PLAIN, tokens.slice(1), true, kinds);
  const end = closingOf(tokens, 0);
  const inside = tokens.slice(1, end);
  const rest = tokens.slice(end + 1);
  if (first.text === '[') return kindOfRest(kindOfBrackets(inside, kinds), rest, false, kinds);
  if (first.text === '{') return kindOfRest(kindOfMap(inside, kinds), rest, false, kinds);
  return first.text === '(' ? kindOfRest(kindOf(inside, kinds), rest, false, kinds) : PLAIN;
}
