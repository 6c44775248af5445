// purpose: Entities as they are, to write only what differs.
// mode: read
// params: $ids (list of string, one batch)
// columns: id, labels, properties
UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN id AS id, labels(n) AS labels, properties(n) AS properties
