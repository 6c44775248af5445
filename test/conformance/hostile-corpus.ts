/** Statements that write, administer, or reach files and addresses; `$HERE` stands for an address of the test's own. */
export const WRITES: readonly string[] = [
  "CREATE (:Hacked {id: 'h'})",
  'CREATE (a:Hacked)-[:HACKED]->(b:Hacked)',
  "MERGE (:Hacked {id: 'h'})",
  "MERGE (n:Entity {id: 'org:a'}) ON MATCH SET n.caption = 'hacked'",
  "MATCH (n:Entity) SET n.caption = 'hacked'",
  'MATCH (n:Entity) SET n:Hacked',
  'MATCH (n:Entity) SET n = {}',
  'MATCH (n:Entity) SET n += {x: 1}',
  'MATCH (n:Entity) REMOVE n.caption',
  'MATCH (n:Entity) REMOVE n:Organisation',
  'MATCH (n) DETACH DELETE n',
  'MATCH (n:Person) DELETE n',
  'MATCH ()-[r]->() DELETE r',
  "MATCH ()-[r]->() SET r.x = 'hacked'",
  'MATCH (n:Entity) FOREACH (x IN [1] | SET n.x = x)',
  'FOREACH (x IN [1, 2] | CREATE (:Hacked {x: x}))',
  'UNWIND [1, 2] AS x CREATE (:Hacked {x: x})',
  'WITH 1 AS in CREATE (:Hacked)',
  'MATCH (a:Person) CREATE (a)-[:HACKED]->(a)',
  'CREATE INDEX hacked FOR (n:Entity) ON (n.caption)',
  'CREATE CONSTRAINT hacked FOR (n:Entity) REQUIRE n.caption IS UNIQUE',
  'DROP CONSTRAINT entity_id',
  'DROP INDEX entity_id_lookup IF EXISTS',
  'INSERT (:Hacked)',
  'MATCH (n:Entity) WITH n LIMIT 1 CALL { WITH n SET n.x = 1 } IN TRANSACTIONS OF 1 ROW ON ERROR CONTINUE REPORT STATUS AS s RETURN s',
  'UNWIND [1] AS x CALL (x) { CREATE (:Hacked {x: x}) } IN 2 CONCURRENT TRANSACTIONS',
  'MATCH (n:Entity) SET n[$key] = 1',
  'MATCH (n:Entity) SET n:$($label)',
  "MERGE (n:Entity {id: 'h'}) ON CREATE SET n.x = 1 ON MATCH SET n.x = 2",
  'MATCH (n:Person) NODETACH DELETE n',
  'MATCH p = ()-->() FOREACH (n IN nodes(p) | SET n.x = 1)',
  'CREATE TEXT INDEX hacked FOR (n:Entity) ON (n.caption)',
  'CREATE FULLTEXT INDEX hacked FOR (n:Entity) ON EACH [n.caption]',
  'CREATE VECTOR INDEX hacked FOR (n:Entity) ON (n.v)',
  'CREATE LOOKUP INDEX hacked FOR (n) ON EACH labels(n)',
  'CREATE OR REPLACE DATABASE hacked',
  'CREATE ALIAS hacked FOR DATABASE neo4j',
  "CREATE USER hacked SET PASSWORD 'hacked-4711'",
  'CREATE ROLE hacked',
];

export const REACHES: readonly string[] = [
  "LOAD CSV FROM '$HERE' AS line RETURN line",
  "LOAD CSV WITH HEADERS FROM '$HERE' AS line RETURN line",
  "MATCH (n) LOAD CSV FROM '$HERE' AS line RETURN line",
  "UNWIND ['$HERE'] AS url LOAD CSV FROM url AS line RETURN line",
  "WITH '$HERE' AS url LOAD CSV FROM url AS line RETURN count(line)",
  "CALL { LOAD CSV FROM '$HERE' AS line RETURN line } RETURN line",
  "MATCH (n) CALL (n) { LOAD CSV FROM '$HERE' AS line RETURN line } RETURN line",
  "RETURN EXISTS { LOAD CSV FROM '$HERE' AS line RETURN line }",
  "RETURN COUNT { LOAD CSV FROM '$HERE' AS line RETURN line } AS n",
  "RETURN 1 AS x UNION LOAD CSV FROM '$HERE' AS x RETURN x",
  "RETURN 1 AS x UNION ALL LOAD CSV FROM '$HERE' AS x RETURN x",
  "LOAD CSV FROM $url AS line FIELDTERMINATOR ';' RETURN line",
  "USING PERIODIC COMMIT 10 LOAD CSV FROM '$HERE' AS line RETURN line",
  "LOAD DATA FROM '$HERE' FORMAT CSV AS line RETURN line",
  "LOAD DATA FROM '$HERE' FORMAT JSONL AS line RETURN line",
  "CALL apoc.load.json('$HERE') YIELD value RETURN value",
  "CALL apoc.load.csv('$HERE') YIELD list RETURN list",
  "CALL apoc.import.json('$HERE')",
  "CALL apoc.export.csv.all('/tmp/hacked.csv', {})",
  "CALL apoc.cypher.run('MATCH (n) DETACH DELETE n', {}) YIELD value RETURN value",
  "RETURN apoc.cypher.runFirstColumnSingle('RETURN 1', {}) AS x",
  "RETURN genai.vector.encode('x', 'OpenAI', {token: 'x'}) AS x",
  "CALL db.createLabel('Hacked')",
  "CALL db.createRelationshipType('HACKED')",
  'CALL db.clearQueryCaches()',
  'CALL dbms.listConfig()',
  "CALL dbms.setConfigValue('dbms.security.auth_enabled', 'false')",
  'CALL dbms.components()',
  "CALL dbms.security.createUser('h', 'hhhhhhhh', false)",
  'CALL dbms.listConnections() YIELD connectionId RETURN connectionId',
  "CALL dbms.killConnection('x')",
  'CALL `dbms`.`listConfig`()',
  'CALL tx.getMetaData()',
  'CALL grafeo.procedures()',
  'CALL grafeo.pagerank() YIELD node_id RETURN node_id',
  'SHOW SETTINGS',
  'SHOW USERS',
  'SHOW DATABASES',
  'SHOW TRANSACTIONS YIELD * RETURN *',
  'SHOW PROCEDURES',
  'SHOW FUNCTIONS YIELD name RETURN name',
  'SHOW INDEXES',
  'SHOW PRIVILEGES',
  'SHOW CURRENT USER',
  'SHOW SERVERS',
  'SHOW HOME DATABASE',
  'SHOW ALIASES FOR DATABASE',
  'SHOW TRANSACTIONS YIELD transactionId AS id TERMINATE TRANSACTIONS id YIELD message RETURN message',
  'CYPHER 5 runtime=slotted planner=cost CREATE (:Hacked)',
  'CYPHER 25 MATCH (n) DETACH DELETE n',
  'CYPHER 25 LET x = 1 RETURN x',
  'USE neo4j CREATE (:Hacked)',
  "USE graph.byName('system') MATCH (n) RETURN n",
  'CALL db.awaitIndexes()',
  'CALL db.ping()',
  'CALL db.info()',
  'CALL db.resampleOutdatedIndexes()',
  'CALL db.prepareForReplanning()',
  "CALL db.stats.retrieve('GRAPH COUNTS')",
  "CALL db.index.fulltext.createNodeIndex('h', ['Entity'], ['caption'])",
  "CALL db.index.vector.createNodeIndex('h', 'Entity', 'v', 3, 'cosine')",
  "CALL db.create.setNodeVectorProperty(null, 'v', [1.0])",
  "CALL dbms.queryJmx('*:*')",
  'CALL dbms.upgrade()',
  "CALL apoc.periodic.iterate('MATCH (n) RETURN n', 'DELETE n', {})",
  "CALL apoc.trigger.add('h', 'RETURN 1', {})",
  'CALL apoc.config.list()',
  "RETURN apoc.load.json('$HERE') AS x",
  "RETURN file() AS x, linenumber() AS y UNION LOAD CSV FROM '$HERE' AS x RETURN x, 1 AS y",
  'SHOW CONSTRAINTS',
  'TERMINATE TRANSACTION "neo4j-transaction-1"',
  'STOP DATABASE neo4j',
  "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'bbbbbbbb'",
  'GRANT ROLE admin TO neo4j',
  'USE system MATCH (n) RETURN n',
  'CYPHER runtime=slotted MATCH (n) DELETE n',
  'BEGIN',
  'COMMIT',
  'ROLLBACK',
  "SESSION SET SCHEMA 'x'",
];

/** Ways to put a writing clause behind or inside something that reads. Each takes a statement that may stand anywhere. */
const WRAPPERS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `EXPLAIN ${text}`,
  (text) => `PROFILE ${text}`,
  (text) => `CALL { ${text} } RETURN 1 AS x`,
  (text) => `MATCH (z) CALL (z) { ${text} } RETURN 1 AS x`,
  (text) => `UNWIND [1] AS q CALL { WITH q ${text} } IN TRANSACTIONS OF 1 ROW RETURN 1 AS x`,
  (text) => `RETURN 1 AS x UNION ${text}`,
  (text) => `RETURN 1 AS x; ${text}`,
  (text) => `${text}; RETURN 1 AS x`,
  (text) => `MATCH (z:Person) WITH z LIMIT 1 ${text}`,
  (text) => `MATCH ((z1)-->(z2))+ ${text}`,
  (text) => `MATCH (z) WHERE EXISTS { ${text} } RETURN z`,
];

/** Ways to write the same so that a list of words would not see it. */
const DISGUISES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toLowerCase(),
  (text) => text.replaceAll(' ', '/**/ '),
  (text) => text.replaceAll(' ', ' // x\n'),
  (text) => text.replaceAll(' ', '\u00a0\t'),
  (text) => text.replaceAll(' ', ' // x\r'),
  (text) => `/* RETURN 1 */ ${text}`,
  (text) => `'x' /* ' */ ${text}`,
  (text) => text.replaceAll(' ', '\u200b '),
  (text) => text.replace(/(?<=[A-Z])(?=[A-Z])/u, '\u200b'),
  (text) => `\ufeff\u2060${text}`,
  (text) => text.replaceAll(' ', '\u2028'),
  (text) => text.replace(/[A-Z]+/u, (word) => `\`${word}\``),
  (text) => text.replace(/[A-Z]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  (text) => text.replace(/[A-Z]/u, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`),
  (text) => text.replace('S', '\u017f'),
  (text) => `RETURN '\\u0027 AS x ${text} //'`,
  (text) => `${text} // '`,
];

/** The plain forms inside every wrapper: what gates two and three meet if gate one fails. */
export function wrapPlain(forms: readonly string[]): string[] {
  return forms.flatMap((form) => WRAPPERS.map((wrap) => wrap(form)));
}

/** Everything, in every wrapper and every disguise that changes it. */
export function wrapAndDisguise(forms: readonly string[]): string[] {
  const all = wrapPlain(forms).flatMap((text) => DISGUISES.map((disguise) => disguise(text)));
  return [...new Set(all)];
}

/** What a mutation puts in: quotes, brackets, escapes, odd spaces, words that begin something. */
const PIECES: readonly string[] = [
  "'",
  '"',
  '`',
  '\\',
  ';',
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '/*',
  '*/',
  '//',
  '\n',
  '\r',
  '$',
  ':',
  '.',
  '|',
  ',',
  '*',
  '+',
  '\u200b',
  '\u00a0',
  '\ufeff',
  '\u2028',
  '\u0000',
  '\u0300',
  '\\u0027',
  '\\u0060',
  '\\u007b',
  '\\uuu0022',
  'CREATE',
  'SET',
  'DELETE',
  'LOAD',
  'CSV',
  'CALL',
  'IN',
  'TRANSACTIONS',
  'WITH',
  'MATCH',
  'RETURN',
  'UNION',
  'AS',
  'EXPLAIN',
  'PROFILE',
  'CYPHER',
  'USE',
  'FOREACH',
  'MERGE',
  'EXISTS',
  'CASE',
  'END',
  'WHERE',
  'YIELD',
  'x',
  '1',
  ' ',
];

/**
 * One to four changes to a statement: a piece put in, taken out, doubled or exchanged, letters in another case, the end
 * of one behind the beginning of another.
 * @param random from 0 up to 1
 */
export function mutate(text: string, other: string, random: () => number): string {
  const below = (limit: number): number => Math.floor(random() * limit);
  let mutated = text;
  for (let change = 1 + below(4); change > 0; change -= 1) {
    const at = below(mutated.length + 1);
    const end = Math.min(mutated.length, at + 1 + below(8));
    const piece = PIECES[below(PIECES.length)] ?? '';
    const [before, part, after] = [mutated.slice(0, at), mutated.slice(at, end), mutated.slice(end)];
    const kind = below(6);
    if (kind === 0) mutated = before + piece + part + after;
    else if (kind === 1) mutated = before + after;
    else if (kind === 2) mutated = before + part + part + after;
    else if (kind === 3) mutated = `${before}${piece} ${after}`;
    else if (kind === 4)
      mutated = before + (part === part.toUpperCase() ? part.toLowerCase() : part.toUpperCase()) + after;
    else mutated = before + other.slice(below(other.length));
  }
  return mutated;
}
