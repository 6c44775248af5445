// purpose: Statements by id.
// mode: read
// params: $ids (list of string, at most 1000)
// columns: id, properties
UNWIND $ids AS id
MATCH (s:Statement {id: id})
RETURN id AS id, properties(s) AS properties
ORDER BY id
