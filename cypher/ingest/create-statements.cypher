// purpose: Creates statements; their references follow in the same transaction.
// mode: write
// params: $rows (list of maps, the properties of one statement each, one batch)
UNWIND $rows AS row
CREATE (s:Statement)
SET s = row
