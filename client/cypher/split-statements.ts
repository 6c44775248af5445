import { isMeaning, tokenise } from './tokenise.ts';

/** One of the statements of a text, without the spaces around it and without its semicolon. */
export interface StatementPart {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The statements of a text, split at semicolons that stand in no string, name or comment; empty ones are left out. */
export function splitStatements(text: string): readonly StatementPart[] {
  const parts: StatementPart[] = [];
  let first: number | null = null;
  let last = 0;
  const finish = (): void => {
    if (first !== null) parts.push({ text: text.slice(first, last), start: first, end: last });
    first = null;
  };
  for (const token of tokenise(text)) {
    if (token.kind === 'symbol' && token.text === ';') finish();
    else if (isMeaning(token)) {
      first ??= token.start;
      last = token.end;
    }
  }
  finish();
  return parts;
}

/** The statement at a place of a text: the one around it, else the one before, else the first; null where there is none. */
export function statementAt(text: string, offset: number): StatementPart | null {
  const parts = splitStatements(text);
  return parts.findLast((part) => part.start <= offset) ?? parts[0] ?? null;
}

/** The stretch between two semicolons that holds a place, with the spaces and comments around the statement. */
export function statementAround(text: string, offset: number): StatementPart {
  let start = 0;
  for (const token of tokenise(text)) {
    if (token.kind !== 'symbol' || token.text !== ';') continue;
    if (token.start >= offset) return { text: text.slice(start, token.start), start, end: token.start };
    start = token.end;
  }
  return { text: text.slice(start), start, end: text.length };
}
