// purpose: Statements as they are with their references, to write only what differs.
// mode: read
// params: $ids (list of string, one batch)
// columns: id, properties, documents, references
UNWIND $ids AS id
MATCH (s:Statement {id: id})
OPTIONAL MATCH (s)-[r:STATED_IN]->(d:Entity)
WITH id AS id, s AS s, r AS r, d AS d
RETURN id AS id, properties(s) AS properties, collect(d.id) AS documents, collect(properties(r)) AS references
