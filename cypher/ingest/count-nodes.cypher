// purpose: Whether anything is in the database at all.
// mode: read
// columns: nodes
MATCH (n)
RETURN count(n) AS nodes
