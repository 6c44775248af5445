// purpose: Gives entities new properties; what is not in the row is gone.
// mode: write
// params: $rows (list of maps, the properties of one entity each, id among them, one batch)
UNWIND $rows AS row
MATCH (n:Entity {id: row.id})
SET n = row
