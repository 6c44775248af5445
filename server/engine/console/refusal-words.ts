const WRITES = 'The console only reads. Data comes in by npm run ingest.';
const ADMINISTERS = 'The console does not administer the database.';
const TRANSACTS = 'Each console statement is a transaction of its own.';

/** Words that begin what the console does not do, each with what to say about it. */
export const REFUSED_WORDS: ReadonlyMap<string, string> = new Map([
  ...['CREATE', 'MERGE', 'SET', 'DELETE', 'DETACH', 'NODETACH', 'REMOVE', 'FOREACH', 'INSERT', 'UPDATE'].map(
    (word) => [word, WRITES] as const,
  ),
  ['LOAD', 'The console reads no files and no addresses. Data comes in by npm run ingest.'],
  ['IMPORT', 'The console reads no files and no addresses. Data comes in by npm run ingest.'],
  ...[
    'DROP',
    'ALTER',
    'RENAME',
    'GRANT',
    'DENY',
    'REVOKE',
    'ENABLE',
    'DISABLE',
    'DEALLOCATE',
    'REALLOCATE',
  ].map((word) => [word, ADMINISTERS] as const),
  ...['SHOW', 'TERMINATE', 'KILL', 'START', 'STOP', 'DRYRUN'].map((word) => [word, ADMINISTERS] as const),
  ...['BEGIN', 'COMMIT', 'ROLLBACK', 'SAVEPOINT', 'SESSION'].map((word) => [word, TRANSACTS] as const),
  ['USE', 'The console asks one database. Leave out USE.'],
  ['CYPHER', 'Leave out CYPHER and its options.'],
]);

/** Words that stand between two operands; an operand follows. */
export const INFIX_WORDS: ReadonlySet<string> = new Set(
  'AND OR XOR NOT IN IS CONTAINS AS ON WHEN THEN ELSE WHERE ORDER SKIP OFFSET LIMIT YIELD FROM'.split(' '),
);

/** Words that stand after an operand and end it again: directions, path selectors, names of types. */
export const POSTFIX_WORDS: ReadonlySet<string> = new Set(
  (
    'ASC ASCENDING DESC DESCENDING END FINISH NULL TYPED NORMALIZED NFC NFD NFKC NFKD ' +
    'SHORTEST PATH PATHS GROUP GROUPS ELEMENT ELEMENTS RELATIONSHIP RELATIONSHIPS BINDINGS ' +
    'TIME DATETIME TIMESTAMP ZONE VALUE EDGE NODE'
  ).split(' '),
);

/** Procedures that describe the data or search it; every other is refused. Names are compared as written. */
const PROCEDURES = /^db\.(?:labels|relationshipTypes|propertyKeys|schema\.\w+|index\.fulltext\.query\w+)$/u;

export function isAllowedProcedure(name: string): boolean {
  return PROCEDURES.test(name);
}

/** Functions with a dot in their name: those of time and place. Others may reach outside (genai, apoc). */
const NAMESPACES = /^(?:date|time|datetime|localtime|localdatetime|duration|point|vector\.similarity)$/iu;

export function isAllowedFunction(name: string): boolean {
  return NAMESPACES.test(name.slice(0, name.lastIndexOf('.')));
}
