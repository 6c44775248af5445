// purpose: Entities by id, with everything that is kept of them.
// mode: read
// params: $ids (list of string, at most 1000)
// columns: id, labels, properties
UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN id AS id, labels(n) AS labels, properties(n) AS properties
ORDER BY id
