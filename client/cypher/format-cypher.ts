import { LINE_STARTS } from './keywords.ts';
import { withRoles, type RoledToken } from './roles.ts';
import { isMeaning, tokenise, type Token } from './tokenise.ts';

const INDENT = '  ';

interface Neighbours {
  /** The meaning tokens before and after, words in upper case; empty where there is none. */
  readonly before: string;
  readonly after: string;
  /** CASEs that have not ended yet. */
  readonly openCases: number;
}

const upper = (token: Token | undefined): string =>
  token === undefined ? '' : token.kind === 'word' ? token.text.toUpperCase() : token.text;

/** Words that are keywords only beside certain others, as they are likely names, too. */
const ONLY_BESIDE: Readonly<Record<string, (near: Neighbours) => boolean>> = {
  ORDER: ({ after }) => after === 'BY',
  BY: ({ before }) => before === 'ORDER',
  STARTS: ({ after }) => after === 'WITH',
  ENDS: ({ after }) => after === 'WITH',
  IS: ({ after }) => after === 'NULL' || after === 'NOT',
  ALL: ({ before }) => before === 'UNION',
  OPTIONAL: ({ after }) => after === 'MATCH' || after === 'CALL',
  DETACH: ({ after }) => after === 'DELETE',
  END: ({ openCases }) => openCases > 0,
};
/** Keywords that are also good names, and so stay as they are written. */
const NEVER_RAISED = new Set([
  'NODE',
  'RELATIONSHIP',
  'SHORTEST',
  'ANY',
  'NONE',
  'SINGLE',
  'USING',
  'ON',
  'CSV',
  'OFFSET',
]);

function isKeyword(token: RoledToken, near: Neighbours, names: ReadonlySet<string>): boolean {
  if (token.kind !== 'word' || names.has(token.text.toUpperCase())) return false;
  if (token.role !== 'keyword' && token.role !== 'constant') return false;
  const word = token.text.toUpperCase();
  return !NEVER_RAISED.has(word) && (ONLY_BESIDE[word]?.(near) ?? true);
}

/** The words that are written somewhere as a name, in upper case: these are never taken for keywords. */
function namesOf(tokens: readonly RoledToken[]): ReadonlySet<string> {
  return new Set(
    tokens
      .filter((token) => token.kind === 'word' && (token.role === 'variable' || token.role === 'function'))
      .map((token) => token.text.toUpperCase()),
  );
}

function startsLine(word: string, near: Neighbours, token: RoledToken): boolean {
  const { brackets } = token.state;
  if (brackets !== '' && !brackets.endsWith('B')) return false;
  if (!LINE_STARTS.has(word)) return false;
  if (word === 'WITH') return near.before !== 'STARTS' && near.before !== 'ENDS';
  if (word === 'MATCH' || word === 'CALL') return near.before !== 'OPTIONAL';
  return word !== 'DELETE' || near.before !== 'DETACH';
}

/** Lines that are made of pieces; the last one is still being written. */
class Layout {
  private readonly lines: string[] = [];
  private line = '';
  private isAfterLineComment = false;

  /** Begins a line, unless the one that is written holds nothing yet. */
  newLine(depth: number, isApart = false): void {
    if (this.line.trim() !== '') {
      this.lines.push(this.line.replace(/ +$/u, ''));
      if (isApart) this.lines.push('');
    }
    this.line = INDENT.repeat(this.lines.length === 0 ? 0 : depth);
    this.isAfterLineComment = false;
  }

  add(text: string, hasSpace: boolean, depth: number): void {
    if (this.isAfterLineComment) this.newLine(depth);
    if (hasSpace && this.line.trim() !== '' && !this.line.endsWith(' ')) this.line += ' ';
    this.line += text;
    this.isAfterLineComment = text.startsWith('//');
  }

  text(): string {
    return [...this.lines, this.line].join('\n');
  }
}

/** What stands between tokens of a text, by the place where the second begins. */
function gapsBefore(tokens: readonly Token[]): ReadonlyMap<number, string> {
  const gaps = new Map<number, string>();
  tokens.forEach((token, place) => {
    const before = tokens[place - 1];
    if (before?.kind === 'space') gaps.set(token.start, before.text);
  });
  return gaps;
}

/** Braces that hold a subquery with clauses of its own; others stay on their line. */
function blocksWithClauses(tokens: readonly RoledToken[]): ReadonlySet<number> {
  const open: { start: number; isBlock: boolean }[] = [];
  const blocks = new Set<number>();
  tokens.forEach((token, place) => {
    const next = tokens[place + 1];
    if (token.text === '{' && token.kind === 'symbol')
      open.push({ start: token.start, isBlock: (next?.state.brackets ?? '').endsWith('B') });
    else if (token.text === '}' && token.kind === 'symbol') {
      const opened = open.pop();
      if (opened && blocks.has(opened.start)) blocks.add(token.start);
    } else if (token.role === 'keyword' && LINE_STARTS.has(token.text.toUpperCase())) {
      const around = open.at(-1);
      if (around?.isBlock === true && token.state.brackets.endsWith('B')) blocks.add(around.start);
    }
  });
  return blocks;
}

/**
 * Lays a Cypher text out: clauses on new lines, keywords in capitals, subqueries indented. Only spaces and the case of
 * keywords change; what cannot be read to its end stays as it is.
 */
export function formatCypher(text: string): string {
  const tokens = tokenise(text);
  if (tokens.some((token) => token.isOpen)) return text;
  const roled = withRoles(tokens);
  const names = namesOf(roled);
  const blocks = blocksWithClauses(roled);
  const gaps = gapsBefore(tokens);
  const layout = new Layout();
  let depth = 0;
  let place = 0;
  let before = '';
  let openCases = 0;
  for (const token of tokens) {
    const gap = gaps.get(token.start) ?? '';
    if (token.kind === 'comment') {
      if (/[\r\n]/u.test(gap)) layout.newLine(depth, before === ';');
      layout.add(token.text, gap !== '', depth);
      continue;
    }
    const meant = isMeaning(token) ? roled[place] : undefined;
    if (!meant) continue;
    place += 1;
    const near = { before, after: upper(roled[place]), openCases };
    const raised = isKeyword(meant, near, names);
    const word = raised ? upper(meant) : '';
    if (word === 'CASE') openCases += 1;
    if (word === 'END') openCases -= 1;
    const isBlock = blocks.has(meant.start);
    if (isBlock && meant.text === '}') depth = Math.max(0, depth - 1);
    const isNewStatement = before === ';';
    if (isNewStatement || (isBlock && meant.text === '}') || startsLine(word, near, meant))
      layout.newLine(depth, isNewStatement);
    layout.add(raised ? word : meant.text, needsSpace(gap, before, meant.text), depth);
    if (isBlock && meant.text === '{') {
      depth += 1;
      layout.newLine(depth);
    }
    before = upper(meant);
  }
  return layout.text();
}

function needsSpace(gap: string, before: string, text: string): boolean {
  if (text === ',' || text === ';') return false;
  return gap !== '' || before === ',';
}
