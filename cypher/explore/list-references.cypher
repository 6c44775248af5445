// purpose: The places in the documents that statements are made in.
// mode: read
// params: $ids (list of string, ids of statements, at most 1000)
// columns: id, document, properties
// Beside get-statements and not in it: OPTIONAL MATCH with collect is a hundred times slower on the embedded engine.
UNWIND $ids AS id
MATCH (s:Statement {id: id})-[r:STATED_IN]->(d:Document)
RETURN id AS id, d.id AS document, properties(r) AS properties
ORDER BY id, r.id
