// purpose: Removes relationships that no statement carries any more, found from their target.
// mode: write
// params: $rows (list of maps {id, target}, one batch)
UNWIND $rows AS row
MATCH (b:Entity {id: row.target})<-[r]-()
WHERE r.id = row.id
DELETE r
