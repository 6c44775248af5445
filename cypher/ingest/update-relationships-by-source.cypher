// purpose: Gives relationships new properties, found from their source; what is not in the row is gone.
// mode: write
// params: $rows (list of maps {id, source, properties}, one batch)
UNWIND $rows AS row
MATCH (a:Entity {id: row.source})-[r]->()
WHERE r.id = row.id
SET r = row.properties
