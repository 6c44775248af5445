// purpose: The properties of a few nodes of any label.
// mode: read
// params: $ids (list of string, at most 1000)
// columns: id, properties
MATCH (n)
WHERE n.id IN $ids
RETURN n.id AS id, properties(n) AS properties
ORDER BY id
