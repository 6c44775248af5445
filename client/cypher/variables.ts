import { withRoles, type RoledToken } from './roles.ts';
import { plainName, tokenise } from './tokenise.ts';

/** What a statement says of its variables. */
export interface Variable {
  readonly name: string;
  /** Labels or relationship types that are written beside it somewhere. */
  readonly types: readonly string[];
}

/** The labels or types that follow a variable: `a:Label`, `r:TYPE|OTHER`. */
function typesAfter(tokens: readonly RoledToken[], place: number): readonly string[] {
  const types: string[] = [];
  for (let next = place + 1; next < tokens.length; next += 1) {
    const token = tokens[next];
    if (!token) break;
    if (token.role === 'label' || token.role === 'type') types.push(plainName(token));
    else if (token.kind !== 'symbol' || !':|&!%'.includes(token.text)) break;
  }
  return types;
}

/** The variables of a statement, each once, in the order of their first mention. */
export function variablesOf(statement: string): readonly Variable[] {
  const tokens = withRoles(tokenise(statement));
  const known = new Map<string, Set<string>>();
  tokens.forEach((token, place) => {
    if (token.role !== 'variable') return;
    const name = plainName(token);
    const types = known.get(name) ?? new Set();
    for (const type of typesAfter(tokens, place)) types.add(type);
    known.set(name, types);
  });
  return [...known].map(([name, types]) => ({ name, types: [...types] }));
}
