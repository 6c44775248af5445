// purpose: Takes all references of statements away, before new ones are written.
// mode: write
// params: $ids (list of string, ids of statements, one batch)
UNWIND $ids AS id
MATCH (s:Statement {id: id})-[r:STATED_IN]->(:Entity)
DELETE r
