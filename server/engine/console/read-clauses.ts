import type { Token } from '../../cypher/tokenise.ts';
import type { Complaint } from './console-refusal.ts';
import {
  INFIX_WORDS,
  isAllowedFunction,
  isAllowedProcedure,
  POSTFIX_WORDS,
  REFUSED_WORDS,
} from './refusal-words.ts';

/**
 * Where the reading stands. `clause`: a clause must begin. `brace`: after `{`, a clause or the key of a map. `operand`:
 * a value, a pattern or a name follows, so a word here is a name and no keyword. `after`: an operand is complete.
 */
type State = 'clause' | 'brace' | 'operand' | 'after';

const CLAUSES = new Set(['MATCH', 'WITH', 'UNWIND', 'RETURN']);
/** Words that end the items of RETURN or WITH without beginning a clause. */
const ENDS_ITEMS = new Set(['ORDER', 'SKIP', 'LIMIT', 'OFFSET', 'WHERE', 'YIELD']);
const HINT_WORDS = new Set(['INDEX', 'SEEK', 'SCAN', 'JOIN', 'TEXT', 'POINT', 'RANGE', 'ON']);
const KEYWORDS = new Set([
  ...CLAUSES,
  ...INFIX_WORDS,
  ...REFUSED_WORDS.keys(),
  'OPTIONAL',
  'CALL',
  'UNION',
  'USING',
]);
const CLOSING = new Set([')', ']', '}']);

/** One reading of the tokens; each method moves `at` past what it read and leaves the next state. */
class ClauseReader {
  private readonly tokens: readonly Token[];
  private at = 0;
  private state: State = 'clause';
  complaint: Complaint | null = null;
  readonly keywords = new Map<number, string>();
  readonly names = new Set<number>();

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  read(): void {
    while (!this.complaint && this.at < this.tokens.length) {
      const token = this.tokens[this.at] as Token;
      if (token.kind === 'symbol') this.readSymbol(token);
      else if (token.kind === 'word' || token.kind === 'name') this.readWord(token);
      else this.move(this.state === 'clause' ? this.complainAboutStart(token) : 'after');
    }
  }

  private peek(distance: number): Token | undefined {
    return this.tokens[this.at + distance];
  }

  private isWord(distance: number, ...values: string[]): boolean {
    const token = this.peek(distance);
    return token?.kind === 'word' && values.includes(token.value);
  }

  private move(state: State, count = 1): void {
    this.state = state;
    this.at += count;
  }

  private mark(): void {
    const token = this.tokens[this.at];
    if (token) this.keywords.set(this.at, token.value);
  }

  private complain(code: Complaint['code'], token: Token, message: string, hint?: string): State {
    this.complaint = { code, message, hint, offset: token.start };
    return 'after';
  }

  private complainAboutStart(token: Token): State {
    return this.complain(
      'statement-invalid',
      token,
      `No clause begins with ${token.text.slice(0, 40)}.`,
      'Begin with MATCH, OPTIONAL MATCH, WITH, UNWIND, CALL or RETURN.',
    );
  }

  private readSymbol(token: Token): void {
    const text = token.text;
    if (text === ';') {
      this.complain('statement-refused', token, 'Only one statement at a time.', 'Leave out the semicolon.');
    } else if (text === '{') this.move('brace');
    else if (CLOSING.has(text)) this.move('after');
    else if (this.state === 'clause' && text !== '(') this.complainAboutStart(token);
    else if (text === '*') this.move(this.state === 'after' && !this.endsPattern() ? 'operand' : 'after');
    else this.move(this.endsPattern() ? 'after' : 'operand');
  }

  /** `+` or `*` that counts the pattern before it, and `>` that ends `LIST<…>`: a keyword may follow. */
  private endsPattern(): boolean {
    const text = this.tokens[this.at]?.text;
    if (text === '>') {
      const opening = this.tokens
        .slice(Math.max(0, this.at - 5), this.at)
        .findLastIndex((one) => one.text === '<');
      const list = opening > 0 ? this.tokens[Math.max(0, this.at - 5) + opening - 1] : undefined;
      return list?.value === 'LIST' || list?.value === 'ARRAY';
    }
    const next = this.peek(1);
    const isQuantifier = (text === '+' || text === '*') && this.peek(-1)?.text === ')';
    return isQuantifier && next?.kind === 'word' && KEYWORDS.has(next.value);
  }

  private readWord(token: Token): void {
    // In backticks it is no keyword, whatever it says.
    if (token.kind === 'name' && this.state === 'clause') return this.move(this.complainAboutStart(token));
    if (this.isName(token)) return this.readName();
    if (this.state === 'operand') return this.readOperandWord(token);
    if (token.value === 'OPTIONAL' && this.isWord(1, 'MATCH', 'CALL')) return this.move(this.state);
    if (CLAUSES.has(token.value) || token.value === 'CALL') this.mark();
    if (token.value === 'CALL') return this.readCall();
    if (CLAUSES.has(token.value)) return this.move('operand');
    const refusal = REFUSED_WORDS.get(token.value);
    if (refusal !== undefined) {
      this.complain('statement-refused', token, `${token.value} is not for the console.`, refusal);
    } else if (token.value === 'UNION' && this.state === 'after') this.readUnion();
    else if (token.value === 'USING') this.readHint(token);
    else if (this.state === 'brace') this.readName();
    else if (this.state === 'clause')
      this.move(token.value === 'FINISH' ? 'after' : this.complainAboutStart(token));
    else this.readInfix(token);
  }

  /** A word that the grammar can only read as a name, whatever it says: `n.load`, `:Set`, `{create: 1}`, `AS use`. */
  private isName(token: Token): boolean {
    if (token.kind === 'name') return true;
    const before = this.peek(-1);
    const after = this.peek(1);
    if (before?.kind === 'symbol' && (before.text === '.' || before.text === ':')) return true;
    if (this.isWord(-1, 'AS') && this.state === 'operand') return true;
    if (this.state !== 'brace' && this.state !== 'operand') return false;
    if (after?.text === ':') return true;
    const isAlone = this.state === 'brace' && (after?.text === ',' || after?.text === '}');
    return isAlone && !this.isWord(-2, 'EXISTS', 'COUNT', 'COLLECT');
  }

  /** A name with its dots, a function's name among them. */
  private readName(): void {
    const first = this.tokens[this.at] as Token;
    const before = this.peek(-1);
    let name = first.kind === 'name' ? first.value : first.text;
    let length = 1;
    if (this.peek(1)?.text !== '(') this.names.add(this.at);
    while (this.peek(length)?.text === '.' && ['word', 'name'].includes(this.peek(length + 1)?.kind ?? '')) {
      const part = this.peek(length + 1) as Token;
      name += `.${part.kind === 'name' ? part.value : part.text}`;
      if (this.peek(length + 2)?.text !== '(') this.names.add(this.at + length + 1);
      length += 2;
    }
    const isCall = this.peek(length)?.text === '(' && before?.text !== '.';
    if (isCall && length > 1 && !isAllowedFunction(name)) {
      this.complain(
        'statement-refused',
        first,
        `The function ${name.slice(0, 80)} is not for the console.`,
        'Of functions with a dot the console knows those of dates, durations, points and vector.similarity.',
      );
      return;
    }
    this.move('after', length);
  }

  private readOperandWord(token: Token): void {
    if (token.value === 'CASE') return this.move('operand', this.isWord(1, 'WHEN') ? 2 : 1);
    if (token.value === 'NOT' || token.value === 'DISTINCT') return this.move('operand');
    const refusal = REFUSED_WORDS.get(token.value);
    // `((a)-->(b))+ CREATE (c)`: after a quantifier a clause may follow where otherwise a name stands.
    if (refusal !== undefined && this.peek(1)?.text === '(') {
      this.complain('statement-refused', token, `${token.value} is not for the console.`, refusal);
      return;
    }
    if (
      this.isWord(-1, 'IN') &&
      ['TRANSACTIONS', 'CONCURRENT'].includes(token.value) &&
      this.peek(-2)?.text === '}'
    ) {
      this.complain('statement-refused', token, 'IN TRANSACTIONS is not for the console.', 'Leave it out.');
      return;
    }
    if (CLAUSES.has(token.value) && ['*', '+', '}'].includes(this.peek(-1)?.text ?? ''))
      return this.move('operand');
    this.readName();
  }

  private readCall(): void {
    const next = this.peek(1);
    if (next?.text === '{') return this.move('clause', 2);
    if (next?.text === '(') return this.readScopedSubquery();
    let length = 1;
    let name = '';
    for (let part = next; part && ['word', 'name'].includes(part.kind); part = this.peek(length)) {
      name += part.kind === 'name' ? part.value : part.text;
      length += 1;
      if (this.peek(length)?.text !== '.') break;
      name += '.';
      length += 1;
    }
    if (isAllowedProcedure(name)) return this.move('after', length);
    this.complain(
      'statement-refused',
      next ?? (this.tokens[this.at] as Token),
      `The procedure ${name.slice(0, 80) || '?'} is not for the console.`,
      'Allowed are db.labels, db.relationshipTypes, db.propertyKeys, db.schema.* and db.index.fulltext.query*.',
    );
  }

  /** `CALL (a, b) { … }` */
  private readScopedSubquery(): void {
    let length = 2;
    while (this.peek(length) && this.peek(length)?.text !== ')') length += 1;
    if (this.peek(length + 1)?.text === '{') return this.move('clause', length + 2);
    this.complain(
      'statement-invalid',
      this.tokens[this.at] as Token,
      'A subquery in braces must follow CALL (…).',
    );
  }

  private readUnion(): void {
    this.mark();
    this.move('clause', this.isWord(1, 'ALL', 'DISTINCT') ? 2 : 1);
  }

  private readHint(token: Token): void {
    let length = 1;
    while (this.peek(length)?.kind === 'word' && HINT_WORDS.has(this.peek(length)?.value ?? '')) length += 1;
    if (length > 1) return this.move('operand', length);
    this.complain('statement-refused', token, 'USING is for index, scan and join hints only.');
  }

  /** `IS NOT NULL`, `IS TYPED INTEGER`, `IS :: INTEGER` */
  private readIs(): void {
    let length = 1;
    while (this.isWord(length, 'NOT', 'TYPED')) length += 1;
    this.move('operand', length);
  }

  private readInfix(token: Token): void {
    if (ENDS_ITEMS.has(token.value)) this.mark();
    if (['STARTS', 'ENDS'].includes(token.value) && this.isWord(1, 'WITH')) return this.move('operand', 2);
    if (token.value === 'ORDER' && this.isWord(1, 'BY')) return this.move('operand', 2);
    if (token.value === 'IS') return this.readIs();
    if (INFIX_WORDS.has(token.value)) return this.move('operand');
    if (POSTFIX_WORDS.has(token.value)) return this.move('after');
    this.complain('statement-invalid', token, `${token.text.slice(0, 40)} is not expected here.`);
  }
}

export interface ClauseReading {
  /** The first thing that is not for the console. */
  readonly complaint: Complaint | null;
  /** Words that are keywords and begin or divide clauses, by their place among the tokens. */
  readonly keywords: ReadonlyMap<number, string>;
  /** Places of words that can only be names of variables, properties, labels and types, whatever they say. */
  readonly names: ReadonlySet<number>;
}

/**
 * Gate one, the reading of clauses: admits clauses that read, by name, and complains about the first word that begins
 * anything else. It is no parser: what it admits may still be wrong Cypher, but every place where a clause can begin
 * has been looked at.
 */
export function readClauses(tokens: readonly Token[]): ClauseReading {
  const reader = new ClauseReader(tokens);
  reader.read();
  return reader;
}
