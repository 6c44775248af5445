import type { Token } from '../../cypher/tokenise.ts';
import type { ClauseReading } from '../console/read-clauses.ts';

/** One item of RETURN or WITH. */
export interface ProjectedItem {
  /** The expression, without its alias. */
  readonly tokens: readonly Token[];
  /** The alias, or the name where the expression is one; null for an expression without alias. */
  readonly name: string | null;
  readonly hasAlias: boolean;
}

/** A clause that names values for what follows it. */
export interface Clause {
  readonly keyword: 'MATCH' | 'UNWIND' | 'WITH' | 'RETURN';
  /** Bracket depth; 0 = the statement itself, not a subquery. */
  readonly depth: number;
  /** Everything up to the next clause. */
  readonly tokens: readonly Token[];
  /** The items of UNWIND, WITH and RETURN. */
  readonly items: readonly ProjectedItem[];
}

const AGGREGATES = new Set(['COUNT', 'SUM', 'AVG', 'MIN', 'MAX', 'COLLECT', 'STDEV', 'STDEVP']);
const PERCENTILES = new Set(['PERCENTILECONT', 'PERCENTILEDISC']);
const NAMING = new Set(['MATCH', 'UNWIND', 'WITH', 'RETURN']);

/** The change of bracket depth that a token brings. */
export function depthStep(token: Token): number {
  if (token.kind !== 'symbol') return 0;
  if ('([{'.includes(token.text)) return 1;
  return ')]}'.includes(token.text) ? -1 : 0;
}

/** Cuts at each token outside brackets for which `isCut` says so. */
export function splitOutsideBrackets(
  tokens: readonly Token[],
  isCut: (token: Token) => boolean,
): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (depth === 0 && isCut(token)) parts.push([]);
    else parts.at(-1)?.push(token);
    depth += depthStep(token);
  }
  return parts;
}

export const isComma = (token: Token): boolean => token.text === ',' && token.kind === 'symbol';

export function isAggregated(tokens: readonly Token[]): boolean {
  return tokens.some(({ kind, value }, at) => {
    const isCall = kind === 'word' && tokens[at + 1]?.text === '(' && tokens[at - 1]?.text !== '.';
    return isCall && (AGGREGATES.has(value) || PERCENTILES.has(value));
  });
}

export function nameOf(token: Token): string {
  return token.kind === 'name' ? token.value : token.text;
}

function readItem(tokens: readonly Token[]): ProjectedItem {
  const alias = tokens.at(-1);
  const before = tokens.at(-2);
  if (alias && before?.kind === 'word' && before.value === 'AS') {
    return { tokens: tokens.slice(0, -2), name: nameOf(alias), hasAlias: true };
  }
  const only = tokens.length === 1 ? tokens[0] : undefined;
  const isName = only?.kind === 'word' || only?.kind === 'name';
  return { tokens, name: only && isName ? nameOf(only) : null, hasAlias: false };
}

function readItems(tokens: readonly Token[]): ProjectedItem[] {
  const [first] = tokens;
  const rest =
    first?.kind === 'word' && first.value === 'DISTINCT' && tokens.length > 1 ? tokens.slice(1) : tokens;
  return splitOutsideBrackets(rest, isComma)
    .filter((part) => part.length > 0)
    .map(readItem);
}

/** The clauses that name values, in the order of the text. */
export function readProjections(tokens: readonly Token[], { keywords }: ClauseReading): Clause[] {
  const clauses: Clause[] = [];
  let depth = 0;
  tokens.forEach((token, at) => {
    const keyword = keywords.get(at);
    if (keyword !== undefined && NAMING.has(keyword)) {
      let end = at + 1;
      let inner = 0;
      for (; end < tokens.length && !(inner === 0 && keywords.has(end)); end += 1) {
        inner += depthStep(tokens[end] as Token);
        if (inner < 0) break;
      }
      const own = tokens.slice(at + 1, end);
      const items = keyword === 'MATCH' ? [] : readItems(own);
      clauses.push({ keyword: keyword as Clause['keyword'], depth, tokens: own, items });
    }
    depth += depthStep(token);
  });
  return clauses;
}
