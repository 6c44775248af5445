import { AppError } from '../../app-error.ts';
import { foldWord, positionOf, tokenise } from '../../cypher/tokenise.ts';
import type { Token } from '../../cypher/tokenise.ts';
import { complaintToError } from '../console/console-refusal.ts';
import type { Complaint } from '../console/console-refusal.ts';
import { COMMON_PROCEDURES } from '../console/callables.ts';
import { readClauses } from '../console/read-clauses.ts';
import type { ClauseReading } from '../console/read-clauses.ts';
import { INFIX_WORDS, REFUSED_WORDS } from '../console/refusal-words.ts';
import { isAggregated, nameOf, readProjections } from './projections.ts';
import type { Clause, ProjectedItem } from './projections.ts';
import { bindPattern, kindOf } from './value-kinds.ts';
import type { ValueKind } from './value-kinds.ts';

/** A typed statement in the form in which the embedded engine answers it rightly. */
export interface PreparedStatement {
  readonly text: string;
  /** The error with its position in the text as typed, given `before` characters in front of the prepared text. */
  restorePosition(error: AppError, before: number): AppError;
}

interface Insertion {
  readonly offset: number;
  readonly text: string;
}

/** An alias that is the expression itself: what Neo4j calls the column. Null where it cannot be written. */
function aliasFor(item: ProjectedItem, text: string): Insertion | null {
  const first = item.tokens[0];
  const last = item.tokens.at(-1);
  if (item.hasAlias || !first || !last || first.text === '*') return null;
  const written = text.slice(first.start, last.end).replaceAll('`', '');
  return { offset: last.end, text: ` AS \`${written.replace(/\s+/gu, ' ')}\`` };
}

const PROCEDURES: ReadonlySet<string> = new Set(COMMON_PROCEDURES.map(({ name }) => name));

/** Words that this engine takes for keywords everywhere; as a name each stands in backticks. */
const RESERVED = new Set([
  ...REFUSED_WORDS.keys(),
  ...INFIX_WORDS,
  ...'MATCH OPTIONAL WITH UNWIND RETURN CALL UNION ALL CASE WHEN END DISTINCT ASC DESC BY STARTS ENDS EXISTS'.split(
    ' ',
  ),
]);

function findReservedNames(tokens: readonly Token[], names: ReadonlySet<number>): Token[] {
  return tokens.filter(({ kind, text, value }, at) => {
    if (kind === 'parameter') return text === `$${value}` && RESERVED.has(foldWord(value));
    return kind === 'word' && names.has(at) && RESERVED.has(value);
  });
}

/** Parameters whose values this engine would take for integers become floats again. */
function findFloats(tokens: readonly Token[], wholeFloats: ReadonlySet<string>): Token[] {
  return tokens.filter(({ kind, value }) => kind === 'parameter' && wholeFloats.has(value));
}

/**
 * `RETURN n, count(*)` without AS gives n's internal number here; with aliases it is right. An item in which
 * something is rewritten keeps its column's name by an alias too.
 */
function findAliases(clauses: readonly Clause[], changed: readonly Token[], text: string): Insertion[] {
  const needs = (clause: Clause, item: ProjectedItem): boolean =>
    clause.items.some((one) => isAggregated(one.tokens)) ||
    item.tokens.some((token) => changed.includes(token));
  return clauses
    .filter((clause) => clause.keyword === 'RETURN')
    .flatMap((clause) => clause.items.filter((item) => needs(clause, item)))
    .map((item) => aliasFor(item, text))
    .filter((insertion) => insertion !== null);
}

/** In a grouping clause the engine loses the single elements of a path's lists. */
function kindInClause(item: ProjectedItem, clause: Clause, kinds: ReadonlyMap<string, ValueKind>): ValueKind {
  const kind = kindOf(item.tokens, kinds);
  const groups = clause.items.some((one) => isAggregated(one.tokens));
  const isWhole = kind.isList && !isAggregated(item.tokens);
  return groups && kind.isOfPath && !isWhole ? { ...kind, isLost: true } : kind;
}

/** Finds a returned node, relationship or path of which this engine would give the internal number. */
function findLostElement(clauses: readonly Clause[]): Complaint | null {
  let kinds = new Map<string, ValueKind>();
  for (const clause of clauses) {
    if (clause.keyword === 'MATCH') kinds = bindPattern(clause.tokens, kinds);
    for (const item of clause.items) {
      const kind = kindInClause(item, clause, kinds);
      const first = item.tokens[0];
      const isStar = first?.text === '*' && [...kinds.values()].some((one) => one.isLost);
      if (clause.keyword === 'RETURN' && clause.depth === 0 && first && (kind.isLost || isStar)) {
        return {
          code: 'statement-unsupported',
          message: 'The embedded engine cannot return a node, relationship or path from this expression.',
          hint: 'Return its id or its properties, for example x.id or properties(x). Neo4j returns it.',
          offset: first.start,
        };
      }
      const isUnwound = clause.keyword === 'UNWIND';
      if (item.name !== null)
        kinds.set(item.name, isUnwound ? { ...kind, isList: false, isOfPath: false } : kind);
    }
  }
  return null;
}

/** The engine reads two names where Neo4j reads one with a backtick in it. */
function findEscapedBacktick(tokens: readonly Token[]): Complaint | null {
  const token = tokens.find(
    ({ kind, text }) => (kind === 'name' || kind === 'parameter') && text.slice(1, -1).includes('``'),
  );
  if (!token) return null;
  const message = 'The embedded engine knows no backtick inside a name.';
  return { code: 'statement-unsupported', message, offset: token.start };
}

/** Which procedure is called, EXPLAIN does not look at here. */
function findUnknownProcedure(tokens: readonly Token[], { keywords }: ClauseReading): Complaint | null {
  for (const [at, keyword] of keywords) {
    const [first, dot, second] = tokens.slice(at + 1, at + 4);
    if (keyword !== 'CALL' || !first || !second || dot?.text !== '.') continue;
    if (PROCEDURES.has(`${nameOf(first)}.${nameOf(second)}`) && tokens[at + 4]?.text !== '.') continue;
    return {
      code: 'statement-unsupported',
      message: 'The embedded engine does not know this procedure.',
      hint: `It knows ${[...PROCEDURES].join(', ')}. Neo4j knows it.`,
      offset: first.start,
    };
  }
  return null;
}

/**
 * Rewrites what the embedded engine would answer wrongly, or refuses it with the reason.
 * @param text a statement that gate one admitted
 * @param wholeFloats names of parameters whose values are floats without a fraction
 * @throws AppError `statement-unsupported`
 */
export function prepareStatement(
  text: string,
  wholeFloats: ReadonlySet<string> = new Set(),
): PreparedStatement {
  const { tokens } = tokenise(text);
  const reading = readClauses(tokens);
  const clauses = readProjections(tokens, reading);
  const complaint =
    findEscapedBacktick(tokens) ?? findUnknownProcedure(tokens, reading) ?? findLostElement(clauses);
  if (complaint) throw complaintToError(complaint, text);
  const quoted = findReservedNames(tokens, reading.names);
  const quotes = quoted.flatMap(({ kind, start, end }) =>
    [kind === 'parameter' ? start + 1 : start, end].map((offset) => ({ offset, text: '`' })),
  );
  const floats = findFloats(tokens, wholeFloats);
  const calls = floats.flatMap(({ start, end }) => [
    { offset: start, text: 'toFloat(' },
    { offset: end, text: ')' },
  ]);
  const aliases = findAliases(clauses, [...quoted, ...floats], text);
  const insertions = [...quotes, ...calls, ...aliases].sort((one, other) => one.offset - other.offset);
  const pieces: string[] = [];
  let from = 0;
  for (const insertion of insertions) {
    pieces.push(text.slice(from, insertion.offset), insertion.text);
    from = insertion.offset;
  }
  const prepared = pieces.join('') + text.slice(from);
  return {
    text: prepared,
    restorePosition(error, before) {
      const { position } = error.details;
      if (!position) return error;
      let offset = Math.max(0, position.offset - before);
      for (const insertion of insertions) {
        if (insertion.offset < offset) offset = Math.max(insertion.offset, offset - insertion.text.length);
      }
      return new AppError(error.code, error.message, {
        ...error.details,
        position: positionOf(text, offset),
      });
    },
  };
}
