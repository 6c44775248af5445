// purpose: Removes relationships that no statement carries any more, found from their source.
// mode: write
// params: $rows (list of maps {id, source}, one batch)
UNWIND $rows AS row
MATCH (a:Entity {id: row.source})-[r]->()
WHERE r.id = row.id
DELETE r
