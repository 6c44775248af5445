// purpose: One portion of the ids of all statements, in order.
// mode: read
// params: $skip (integer, 0 or more)
// params: $limit (integer, 1 to 100000)
// columns: id
MATCH (s:Statement)
RETURN s.id AS id
ORDER BY id
SKIP $skip
LIMIT $limit
