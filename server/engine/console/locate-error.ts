import { AppError } from '../../app-error.ts';
import { positionOf, tokenise } from '../../cypher/tokenise.ts';
import type { Token } from '../../cypher/tokenise.ts';

const QUOTED = /['`"]([^'`"]+)['`"]|(\$[\p{L}\p{N}_]+)/gu;
const KEYWORD = /\b(?:MATCH|WHERE|WITH|UNWIND|CALL|RETURN|UNION|ORDER|SKIP|LIMIT)\b/gu;

/** Where a name stands that a message quotes, with its dots: `db.nope` are three tokens. */
function findName(tokens: readonly Token[], name: string): Token | undefined {
  const parts = name.split('.');
  return tokens.find((token, at) =>
    token.kind === 'parameter'
      ? `$${token.value}` === name
      : parts.every((part, place) => {
          const found = tokens[at + 2 * place];
          const written = found?.kind === 'name' ? found.value : found?.text;
          return written === part && (place === 0 || tokens[at + 2 * place - 1]?.text === '.');
        }),
  );
}

function findPlace(tokens: readonly Token[], message: string): Token | undefined {
  for (const [, quoted, parameter] of message.matchAll(QUOTED)) {
    const found = findName(tokens, quoted ?? parameter ?? '');
    if (found) return found;
  }
  for (const [word] of message.matchAll(KEYWORD)) {
    const found = tokens.find(({ kind, value }) => kind === 'word' && value === word);
    if (found) return found;
  }
  return undefined;
}

/**
 * Gives an error of a statement its place where the engine gave none: at the name or clause that its message speaks
 * of, else, where the statement could not even be planned, at its beginning.
 */
export function locateError(error: AppError, text: string, isPlanned: boolean): AppError {
  if (error.code !== 'statement-invalid' || error.details.position) return error;
  const { tokens } = tokenise(text);
  const place = findPlace(tokens, error.message) ?? (isPlanned ? undefined : tokens[0]);
  if (!place) return error;
  return new AppError(error.code, error.message, {
    ...error.details,
    position: positionOf(text, place.start),
  });
}
