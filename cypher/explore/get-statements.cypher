// purpose: Statements by id, with the places in the documents that they are stated in.
// mode: read
// params: $ids (list of string, at most 1000)
// columns: id, properties, references, documents
UNWIND $ids AS id
MATCH (s:Statement {id: id})
OPTIONAL MATCH (s)-[r:STATED_IN]->(d:Document)
WITH id AS id, s AS s, r AS r, d AS d
ORDER BY id, r.id
RETURN id AS id, properties(s) AS properties, collect(properties(r)) AS references, collect(d.id) AS documents
ORDER BY id
