// purpose: Relationships as they are, found from their source: the end with fewer relationships is asked.
// mode: read
// params: $rows (list of maps {id, source}, one batch)
// columns: id, properties
UNWIND $rows AS row
MATCH (a:Entity {id: row.source})-[r]->()
WHERE r.id = row.id
RETURN row.id AS id, properties(r) AS properties
