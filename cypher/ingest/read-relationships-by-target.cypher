// purpose: Relationships as they are, found from their target: the end with fewer relationships is asked.
// mode: read
// params: $rows (list of maps {id, target}, one batch)
// columns: id, properties
UNWIND $rows AS row
MATCH (b:Entity {id: row.target})<-[r]-()
WHERE r.id = row.id
RETURN row.id AS id, properties(r) AS properties
