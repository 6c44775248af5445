// purpose: Removes statements that left their data set, with their references.
// mode: write
// params: $ids (list of string, one batch)
UNWIND $ids AS id
MATCH (s:Statement {id: id})
DETACH DELETE s
