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
