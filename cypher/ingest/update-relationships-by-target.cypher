// purpose: Gives relationships new properties, found from their target; what is not in the row is gone.
// mode: write
// params: $rows (list of maps {id, target, properties}, one batch)
UNWIND $rows AS row
MATCH (b:Entity {id: row.target})<-[r]-()
WHERE r.id = row.id
SET r = row.properties
