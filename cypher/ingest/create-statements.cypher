// purpose: Creates statements that cite no document (curated names).
// mode: write
// params: $rows (list of maps, the properties of one statement each, one batch)
UNWIND $rows AS row
CREATE (s:Statement)
SET s = row
