// purpose: Up to when the documents speak that make a statement.
// mode: read
// params: $ids (list of string, ids of statements)
// columns: id, statesUpTo
UNWIND $ids AS id
MATCH (s:Statement {id: id})-[r:STATED_IN]->(d:Document)
WHERE d.statesUpTo IS NOT NULL
RETURN id AS id, max(d.statesUpTo) AS statesUpTo
ORDER BY id
