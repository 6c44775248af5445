// purpose: How many statements there are.
// mode: read
// columns: statements
MATCH (s:Statement)
RETURN count(s) AS statements
