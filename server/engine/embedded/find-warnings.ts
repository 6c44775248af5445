import type { Notification } from '../../contract/explore.ts';
import { positionOf } from '../../cypher/tokenise.ts';
import type { LexedStatement, Token } from '../../cypher/tokenise.ts';
import { readClauses } from '../console/read-clauses.ts';
import { findSchemaNames } from './find-schema-names.ts';
import type { SchemaName } from './find-schema-names.ts';
import { isComma, nameOf, readProjections, splitOutsideBrackets } from './projections.ts';

/** Every label, relationship type and property key of the database. */
export interface KnownNames {
  readonly labels: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
  readonly properties: ReadonlySet<string>;
}

const MISSING = {
  label: { code: 'missing-label', title: 'Label does not exist', word: 'label' },
  type: {
    code: 'missing-relationship-type',
    title: 'Relationship type does not exist',
    word: 'relationship type',
  },
  property: { code: 'missing-property', title: 'Property key does not exist', word: 'property' },
} as const;

function warnOfMissing({ kind, token }: SchemaName, text: string): Notification {
  const { code, title, word } = MISSING[kind];
  return {
    code,
    severity: 'warning',
    title,
    description: `The ${word} \`${nameOf(token)}\` does not exist. Verify that the spelling is correct.`,
    position: positionOf(text, token.start),
  };
}

/** Names of nodes and relationships in one pattern; a node without a name stands for itself. */
function variablesOf(pattern: readonly Token[]): Set<string> {
  const names = new Set<string>();
  pattern.forEach((token, at) => {
    const before = pattern[at - 1]?.text;
    const isName = token.kind === 'word' || token.kind === 'name';
    if (isName && (before === '(' || before === '[')) names.add(nameOf(token));
  });
  return names;
}

/** True where the patterns of a MATCH fall into parts that have no variable in common. */
function isDisconnected(clause: readonly Token[]): boolean {
  const patterns = splitOutsideBrackets(clause, isComma).filter((pattern) => pattern.length > 0);
  const groups: Set<string>[] = [];
  for (const pattern of patterns) {
    const names = variablesOf(pattern);
    const met = groups.filter((group) => [...group].some((name) => names.has(name)));
    for (const group of met) {
      for (const name of group) names.add(name);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(names);
  }
  return groups.length > 1;
}

function warnOfProduct(all: readonly Token[], clause: readonly Token[], text: string): Notification[] {
  const [first] = clause;
  if (!first || !isDisconnected(clause)) return [];
  const keyword = all[all.indexOf(first) - 1] ?? first;
  const written = text.slice(first.start, clause.at(-1)?.end);
  return [
    {
      code: 'cartesian-product',
      severity: 'information',
      title: 'Cartesian product',
      description:
        `The disconnected pattern '${written.length > 200 ? `${written.slice(0, 200)}…` : written}' builds a cartesian ` +
        'product: every row of one part with every row of the other.',
      position: positionOf(text, keyword.start),
    },
  ];
}

/**
 * What Neo4j's planner would warn of, found in the text and the names that the database knows: this engine warns of
 * nothing. Deprecation is not looked for: nothing is deprecated here.
 */
export function findWarnings(lexed: LexedStatement, text: string, known: KnownNames): Notification[] {
  const sets = { label: known.labels, type: known.types, property: known.properties };
  const missing = findSchemaNames(lexed.tokens)
    .filter(({ kind, token }) => !sets[kind].has(nameOf(token)))
    .map((name) => warnOfMissing(name, text));
  const products = readProjections(lexed.tokens, readClauses(lexed.tokens))
    .filter((clause) => clause.keyword === 'MATCH')
    .flatMap((clause) => warnOfProduct(lexed.tokens, clause.tokens, text));
  return [...missing, ...products].sort(
    (one, other) => (one.position?.offset ?? 0) - (other.position?.offset ?? 0),
  );
}
