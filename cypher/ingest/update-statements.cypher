// purpose: Gives statements new properties; what is not in the row is gone.
// mode: write
// params: $rows (list of maps, the properties of one statement each, id among them, one batch)
UNWIND $rows AS row
MATCH (s:Statement {id: row.id})
SET s = row
