// purpose: The properties of a few relationships of any type.
// mode: read
// params: $ids (list of string, at most 1000)
// columns: id, properties
MATCH ()-[r]->()
WHERE r.id IN $ids
RETURN r.id AS id, properties(r) AS properties
ORDER BY id
